#pragma once

#include "core/service/place_settings.hpp"
#include "core/sim/worker_schedule.hpp"

#include <cstdint>

namespace firn::service {

/// How many fetchers or uploaders there are when: as the pipeline says until the schedule says otherwise.
[[nodiscard]] sim::WorkerSchedule fetcher_schedule(std::uint32_t fetchers, const WorkerSchedule& schedule);
[[nodiscard]] sim::WorkerSchedule uploader_schedule(std::uint32_t uploaders, const WorkerSchedule& schedule);

}  // namespace firn::service
