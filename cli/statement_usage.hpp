#pragma once

#include "cli/answer.hpp"
#include "cli/console.hpp"
#include "cli/statement_options.hpp"
#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/statement/statement.hpp"
#include "core/usage/usage.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::cli {

/// Error `service-unknown`: a service is asked for by name, and the statement, which names `known`, does not
/// have it.
[[nodiscard]] Result<bool> check_services(const std::vector<std::string>& known, const StatementTexts& texts);
[[nodiscard]] Result<bool> check_services(const statement::Statement& statement, const StatementTexts& texts);

/// The first option given of those that choose among the rows of a report: "--bucket".
[[nodiscard]] std::optional<std::string> option_of_rows(const StatementTexts& texts);

/// Wrong usage, `setting-without-effect`: such an option means nothing to what bills whole months, `kind`
/// ("a usage file").
[[nodiscard]] Diagnostic rows_beside(const std::string& option, std::string_view kind);

/// What the vendor reports, as usage, with the book that prices it.
struct ReportedUsage {
    usage::Usage usage{};
    pricing::PriceBook book{};
    std::vector<BillingPeriod> open{};  ///< months that the report covers in part only
};

/// Which files are read, and by which book; an empty name is left to the usage types.
struct ReportedFiles {
    std::vector<std::string> paths{};
    std::string price_book{};
    std::string region{};
};

/// Reads a report and turns it into usage; shows what there is to note. Errors: those of
/// statement_options(), io::read_statement() and reconcile::usage_of(), `service-unknown`.
[[nodiscard]] Result<ReportedUsage> reported_usage(const ReportedFiles& files, const StatementTexts& texts,
                                                   const AnswerOptions& answer, Console& console);

}  // namespace firn::cli
