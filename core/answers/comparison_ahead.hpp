#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

namespace firn::answers {

/// What is wrong with a comparison that a scenario is to be run for, before the run: as
/// alternatives::check_ahead(). `book`: the scenario's; `knows_months`: the run will have the scenario's.
[[nodiscard]] Diagnostics comparison_faults_ahead(const alternatives::Comparison& comparison,
                                                  const scenario::Scenario& scenario,
                                                  const pricing::PriceBook& book, bool knows_months);

}  // namespace firn::answers
