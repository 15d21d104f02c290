#pragma once

#include "cli/scenario_options.hpp"
#include "core/backup/replay.hpp"
#include "core/pricing/price_book.hpp"
#include "core/pricing/rounding.hpp"
#include "core/report/provenance.hpp"

#include <CLI/App.hpp>

#include <optional>

namespace firn::cli {

/// Adds --quantiles; `quantiles` holds the default.
void add_quantiles_option(CLI::App& command, backup::Quantiles& quantiles);

/// Adds --rounding; `rounding` holds the default.
void add_rounding_option(CLI::App& command, pricing::Rounding& rounding);

/// Adds --threads; 0 stands for as many as the machine has cores. One run of one size keeps one of them busy.
void add_threads_option(CLI::App& command, unsigned& threads);

/// What an answer about this scenario rests on.
[[nodiscard]] report::Provenance provenance_of(const scenario::Scenario& scenario,
                                               const pricing::PriceBook& book);

/// The share of the work that is done, 0 to 1: by the number of files when it is known, otherwise by the time
/// that the workload has reached within the scenario's months.
[[nodiscard]] std::optional<double> share_done(const ChosenScenario& chosen,
                                               const backup::ReplayProgress& progress);

}  // namespace firn::cli
