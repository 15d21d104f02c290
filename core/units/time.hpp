#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firn {

/// A difference of time in whole microseconds, 64 bits: about 292,000 years either way.
using Duration = std::chrono::microseconds;

/// A point in time, UTC, in whole microseconds since 1970-01-01T00:00Z. Firn accepts the years 1970 to 9999.
/// Instant - Instant is a Duration; Instant + Instant does not exist.
using Instant = std::chrono::sys_time<Duration>;

/// The instant of RFC 3339 text: "2013-03-05T00:00Z", "2013-03-05T07:30:15.250001Z", "2013-03-05
/// 02:00:00+02:00", or a date alone ("2013-03-05", its midnight). Seconds may be left out; a fraction has 1
/// to 9 digits, and what is finer than a microsecond is cut. Leap seconds (":60") are refused. nullopt for
/// anything else, an impossible date, or a year (in UTC) outside 1970 to 9999.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

/// RFC 3339 in UTC with as many decimals of the second as needed: "2013-03-05T00:00:00Z".
[[nodiscard]] std::string to_text(Instant instant);

/// Text that reads back as the same duration, in the largest unit of which it is a whole multiple: "30 s",
/// "90 days".
[[nodiscard]] std::string to_text(Duration duration);

/// Text for people, about three significant digits: "3.48 s", "12.5 min", "2.10 days".
[[nodiscard]] std::string to_rough_text(Duration duration);

}  // namespace firn
