#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the vendor reports as used and billed: cost and usage reports and their like, added up. It knows no
/// price book; core/reconcile gives it a meaning.
namespace firn::statement {

/// What a line of a statement is, in the vendor's words.
enum class LineType { usage, tax, credit, refund, discount, fee, rounding };

/// "usage", "tax", ...
[[nodiscard]] std::string_view to_text(LineType type);

/// The rows of one month, usage type, operation, unit and rate, added up.
///
///     2026-08  usage  AmazonS3  TimedStorage-GDA-ByteHrs  StandardStorage  GB-Mo  51.2 at 0.00099  0.050688
struct Line {
    std::optional<BillingPeriod> month{};  ///< absent: the statement names none
    LineType type = LineType::usage;
    std::string account{};
    std::string service{};  ///< as the statement names it: "AmazonS3", "Amazon Simple Storage Service"
    std::string usage_type{};
    std::string operation{};
    std::string unit{};
    std::string invoice{};               ///< empty: the month is not closed, or the statement names none
    std::string bill_type{};             ///< of the invoice: "Anniversary", "Refund", ...; empty: not stated
    std::optional<Instant> invoiced{};   ///< when the invoice was issued; absent: not stated
    std::optional<UnitPrice> rate{};     ///< as the statement prints it
    std::optional<Rational> quantity{};  ///< absent: the statement has costs only
    Money cost{};
    std::int64_t rows = 0;
    SourceLocation where{};  ///< of the first row
};

/// How far a statement covers a month.
struct Coverage {
    BillingPeriod month;
    std::optional<Instant> until{};  ///< the end of the last charge, over all rows; absent: not stated
    bool has_invoice = false;        ///< some row bears the number of an invoice
};

/// Why rows are left out of a comparison.
enum class Scoped { services, regions, buckets, tags, accounts, months };

/// "other services", "other regions", ...
[[nodiscard]] std::string_view to_text(Scoped scoped);

/// What was left out for one reason.
struct LeftOut {
    Scoped scoped = Scoped::services;
    std::int64_t rows = 0;
    Money cost{};
};

/// A statement, added up and within its scope.
struct Statement {
    std::string format{};  ///< "cur", "focus", ...
    std::vector<std::string> files{};
    std::string currency{};          ///< "USD"; empty: not stated
    std::vector<Line> lines{};       ///< in the order of their first rows
    std::vector<Coverage> months{};  ///< ascending
    std::vector<LeftOut> left_out{};
    std::vector<std::string> services{};  ///< all that it names, also those left out; ascending
    std::int64_t rows = 0;                ///< of lines
    bool has_quantities = false;          ///< false: costs only
    bool has_usage_types = false;         ///< false: costs of whole services
    bool has_operations = false;
    bool has_invoices = false;     ///< the statement has a column of invoices
    unsigned cost_places = 0;      ///< the most decimals that a cost is printed with
    unsigned quantity_places = 0;  ///< the same of quantities
};

/// The month is not closed: no row bears the number of an invoice, or, in a statement without a column of
/// invoices, its last charge ends before it does.
[[nodiscard]] bool is_open(const Statement& statement, const Coverage& month);

/// It is not closed, and its last charge ends before it does: only a part of it was billed.
[[nodiscard]] bool is_billed_in_part(const Statement& statement, const Coverage& month);

/// Adds `rows` and `cost` to what is left out for that reason.
void leave_out(Statement& statement, Scoped scoped, std::int64_t rows, const Money& cost);

}  // namespace firn::statement
