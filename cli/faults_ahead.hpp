#pragma once

#include "cli/scenario_options.hpp"
#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"

namespace firn::cli {

/// What answers::faults_ahead() finds, at the settings in the scenario's file: what an option has set instead
/// is told at the file or the setting that it names.
[[nodiscard]] Diagnostics faults_ahead(const ChosenScenario& chosen, const pricing::PriceBook& book);

}  // namespace firn::cli
