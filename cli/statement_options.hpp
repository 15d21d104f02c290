#pragma once

#include "core/diag/result.hpp"
#include "core/io/statement_reader.hpp"
#include "core/reconcile/comparison.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace firn::cli {

/// The options that say which part of a statement is read, as texts.
struct StatementTexts {
    std::string format;
    std::vector<std::string> services;
    std::string bucket;
    std::string tag;
    std::string account;
    std::vector<std::string> months;
};

/// Adds --from, --service, --bucket, --tag, --account and --month.
void add_statement_options(CLI::App& command, StatementTexts& texts);

/// The same without --from, for a command that has such an option already.
void add_statement_scope(CLI::App& command, StatementTexts& texts);

/// What they ask for; without --service the services of the price book. Errors: `month-malformed`,
/// `tag-malformed`.
[[nodiscard]] Result<io::StatementOptions> statement_options(const StatementTexts& texts,
                                                             const std::vector<std::string>& usual_services);

/// "0.50" or "1 %"; empty: to the cent. Error: `tolerance-malformed`.
[[nodiscard]] Result<reconcile::Tolerance> parse_tolerance(const std::string& text);

}  // namespace firn::cli
