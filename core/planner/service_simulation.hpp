#pragma once

#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"
#include "core/service/service_run.hpp"

namespace firn::planner {

/// What a scenario's service is, but for the workers between store and vault.
[[nodiscard]] service::ServiceSettings service_of(const scenario::Scenario& scenario,
                                                  const pricing::PriceBook& book,
                                                  const service::ServiceFiles& files);

}  // namespace firn::planner
