#pragma once

#include "cli/answer.hpp"
#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_options.hpp"
#include "core/pricing/price_book.hpp"
#include "core/pricing/rounding.hpp"
#include "core/scenario/scenario.hpp"

#include <string>

namespace firn::cli {

/// Whether the scenario's workload is a trace of archives that lie in the vault already: nothing arrives.
[[nodiscard]] bool is_read_as_archives(const scenario::Scenario& scenario);

/// What lying there costs, as `firn simulate` answers: with nothing to bundle there is no size to choose.
/// `save_as` is the path of --save-scenario, or empty.
[[nodiscard]] ExitCode bill_archives(const ChosenScenario& chosen, const pricing::PriceBook& book,
                                     pricing::Rounding rounding, const std::string& save_as,
                                     const AnswerOptions& answer, Console& console);

}  // namespace firn::cli
