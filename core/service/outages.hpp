#pragma once

#include "core/service/place_settings.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <initializer_list>

namespace firn::service {

/// When any of these resources is out: as planned, and by chance from the streams "backup/outages/<entry>".
/// Nothing is asked of the calendar after `latest`.
[[nodiscard]] sim::OutageCalendar outages_of(const Place& place, std::initializer_list<Resource> resources,
                                             std::uint64_t seed, Duration latest);

}  // namespace firn::service
