#pragma once

#include "core/io/trace_writer.hpp"

#include <cstdint>
#include <string>

namespace firn::bench {

/// Writes W1 as a CSV trace and goes from the file to the results, with a reader and an event loop as one
/// would write them by hand and with Firn, by turns, `rounds` times each. Checks that both agree, and tells
/// by the medians:
///
///     CSV with integer times to results, 1000000 rows, 32 fetchers: by hand 7.1 M rows/s, Firn 26.4,
///     ratio 3.72; reading alone 88.1 M rows/s, 2.11 GB/s (medians of 9 rounds by turns)
[[nodiscard]] std::string compare_from_csv(std::uint64_t files, std::uint32_t fetchers, io::TraceTimes times,
                                           int rounds);

}  // namespace firn::bench
