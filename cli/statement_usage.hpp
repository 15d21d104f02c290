#pragma once

#include "cli/answer.hpp"
#include "cli/console.hpp"
#include "cli/statement_options.hpp"
#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/statement/statement.hpp"
#include "core/usage/usage.hpp"

#include <string>
#include <vector>

namespace firn::cli {

/// Error `service-unknown`: a service is asked for by name, and the statement does not have it.
[[nodiscard]] Result<bool> check_services(const statement::Statement& statement, const StatementTexts& texts);

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
