#pragma once

#include "core/units/time.hpp"

#include <cstdint>
#include <limits>

namespace firn::service {

/// Of events at one instant, in which order they come (docs/backup-service.md, Order).
enum class Rank : std::uint8_t {
    workers_change = 0,  ///< also: a drive is mounted
    upload_ends = 1,
    transfer = 2,  ///< begins or ends on the link
    age_out = 3,
    fetch_ends = 4,
    pause_ends = 5,
    arrival = 6,
    life = 7
};

/// An instant and a rank as one number that orders like them.
using EventKey = std::uint64_t;

inline constexpr EventKey kNever = std::numeric_limits<EventKey>::max();

/// The instant is from 0 to below 2^60 us (36,500 years), or Duration::max() for never.
[[nodiscard]] constexpr EventKey key_of(Duration at, Rank rank) {
    if (at == Duration::max()) return kNever;
    return (static_cast<EventKey>(at.count()) << 3U) | static_cast<EventKey>(rank);
}
[[nodiscard]] constexpr Duration time_of(EventKey key) {
    return key == kNever ? Duration::max() : Duration{static_cast<std::int64_t>(key >> 3U)};
}
[[nodiscard]] constexpr Rank rank_of(EventKey key) { return static_cast<Rank>(key & 7U); }

}  // namespace firn::service
