#pragma once

#include "core/scenario/growth.hpp"
#include "core/workload/growth_model.hpp"

namespace firn::loading {

/// What a person stated as what the generator takes. Start, horizon and seed are left as they are by default.
[[nodiscard]] workload::GrowthModel growth_model_of(const scenario::GrowthWorkload& growth);

/// Weekdays, hours and chance; months are all alike.
[[nodiscard]] workload::Calendar calendar_of(const scenario::Calendar& calendar);

[[nodiscard]] workload::Batches batches_of(const scenario::Batches& batches);

}  // namespace firn::loading
