#pragma once

#include "core/service/failure.hpp"
#include "core/units/time.hpp"

#include <string>
#include <string_view>

namespace firn::report {

/// The heading of a table of failures, and its rows, failure by failure:
///
///     time,what,number,from,attempts,bytes
///     2013-03-05T07:00:02.5Z,fetch_attempt,812,live,1,259229
///
/// `number` is that of the file in its order of arrival (or of the backfill), or of the archive in the order
/// of closing, those of the backfill apart; `attempts` how many have failed so far. An archive that was given
/// up is followed by a row `file_given_up` for each of its files, without bytes, which are its own.
inline constexpr std::string_view kFailuresHeading = "time,what,number,from,attempts,bytes\n";

[[nodiscard]] std::string failure_rows(const service::Failure& failure, Instant start);

}  // namespace firn::report
