#pragma once

#include "core/backup/replay_result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/usage/usage.hpp"

namespace firn::planner {

/// What the service meters of a replay, month by month, exact to the byte-microsecond, for the scenario's
/// price book, region and storage class. Uploads are stated as their billed requests.
[[nodiscard]] usage::Usage usage_of(const backup::ReplayResult& replay, const scenario::Scenario& scenario,
                                    const pricing::PriceBook& book);

}  // namespace firn::planner
