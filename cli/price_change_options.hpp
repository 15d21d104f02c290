#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/scenario/scenario.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace firn::cli {

/// The options by which a command line changes prices and the rules of billing, as texts.
struct PriceChangeOptions {
    std::string prices_as_of;           ///< "2016-01-15"; empty: not given
    std::vector<std::string> what_ifs;  ///< "storage -20 % from 2027-01"
    std::vector<std::string> rules;     ///< "month_hours=730"
};

/// Adds --prices-as-of, --what-if and --rule. `options` must outlive the parsing.
void add_price_change_options(CLI::App& command, PriceChangeOptions& options);

/// The first two of them, for a command with a --rule of its own.
void add_price_options(CLI::App& command, PriceChangeOptions& options);

/// Sets the sections `billing` and `rules` of a scenario as the options ask; what they say already stays.
/// Returns what is wrong with the options, each placed at its option.
[[nodiscard]] Diagnostics apply_price_changes(const PriceChangeOptions& options,
                                              scenario::Scenario& scenario);

}  // namespace firn::cli
