#pragma once

#include "core/usage/usage.hpp"

#include <cstdint>
#include <vector>

namespace firn::usage {

/// The longest that a restored copy may be asked to lie there, in days.
inline constexpr std::int64_t kMostCopyDays = 3650;

/// Until when a restored copy lies there: the days counted from the request, then on to the next midnight UTC
/// (docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html).
///
///     2012-10-15T10:30Z and 3 days: 2012-10-19T00:00Z
[[nodiscard]] Instant end_of_copy(Instant requested, std::int64_t days);

/// The copies of a month's retrievals that have an instant, from the request on, also past the month's end.
[[nodiscard]] std::vector<Copy> copies_of(const Period& period);

/// The months with the copies that lie on after the month of their request, each in the months in which it
/// lies; a month of which nothing else was used is added for them, with the prices stated for the first one.
[[nodiscard]] std::vector<Period> with_later_copies(std::vector<Period> periods);

}  // namespace firn::usage
