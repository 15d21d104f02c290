#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/statement/statement.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace firn::reconcile {

/// A quantity of a statement with how exactly it is known: the sum of numbers each printed with `places`
/// decimals.
struct PrintedQuantity {
    Rational amount{};
    std::int64_t rows = 0;
    unsigned places = 3;

    /// The whole number of units that it stands for, each unit `factor` of the quantity's own, when the
    /// printed decimals cannot tell it from one; otherwise the product as it is.
    [[nodiscard]] Rational in_units(const Rational& factor) const;
};

/// What there is to say of the months of a statement, each thing once with the months it holds for.
class MonthRemarks {
  public:
    /// A note: "{what} in 2026-07, 2026-08".
    void add(std::string code, std::string what, BillingPeriod month);
    [[nodiscard]] Diagnostics notes() const;

    /// A count of the month that no usage can hold: an error with the place of its first row.
    void refuse(const std::string& of_what, const Rational& count, BillingPeriod month,
                const SourceLocation& where);
    /// `usage-too-large`
    [[nodiscard]] const Diagnostics& faults() const { return faults_; }

  private:
    std::map<std::pair<std::string, std::string>, std::vector<BillingPeriod>> months_;
    Diagnostics faults_;
};

/// A month of a statement as it is turned into usage.
class MeteredMonth {
  public:
    MeteredMonth(BillingPeriod month, const pricing::PriceBook& book, unsigned places)
        : month_{month}, book_{book}, places_{places} {}

    /// Adds a line that this tariff bills. `is_free`: at the price zero.
    void add(const pricing::Tariff& tariff, const statement::Line& line);

    /// The month's usage; what a reader should know of it is put into `remarks`.
    [[nodiscard]] usage::Period finish(MonthRemarks& remarks) const;

  private:
    using ClassTier = std::pair<std::string, std::string>;
    struct Billed {
        PrintedQuantity quantity{};
        const pricing::Tariff* tariff = nullptr;
        SourceLocation where{};  ///< of the first row
        bool has_free_rows = false;
    };

    void add_storage(usage::Period& period, MonthRemarks& remarks) const;
    void add_retrievals(usage::Period& period, MonthRemarks& remarks) const;
    void add_rest(usage::Period& period, MonthRemarks& remarks) const;
    [[nodiscard]] usage::ArchiveAmount archives_of(const std::string& storage_class, bool& is_known,
                                                   MonthRemarks& remarks) const;
    /// A number of requests, to nearest.
    [[nodiscard]] std::int64_t requests_of(const Billed& billed, MonthRemarks& remarks) const;
    [[nodiscard]] Rational bytes_of(const Billed& billed, MonthRemarks& remarks) const;
    [[nodiscard]] Rational gb() const { return Rational{book_.gb.count()}; }

    BillingPeriod month_;
    const pricing::PriceBook& book_;
    unsigned places_;
    std::map<std::size_t, Billed> by_tariff_;  ///< by its place in the book
};

}  // namespace firn::reconcile
