#pragma once

#include <cstdint>
#include <string>

namespace firn::bench {

/// Runs the event loop and Firn by turns on W1, `rounds` times each, checks that they agree, and tells how
/// many times faster Firn is, by the medians:
///
///     W1, 1000000 files, 32 fetchers, exact quantiles, portable x86-64: event loop 72.5 ns a file,
///     Firn 21.9, ratio 3.31 (medians of 9 rounds by turns)
///
/// Both are timed from drawing the trace to the result.
[[nodiscard]] std::string compare_with_event_loop(std::uint64_t files, std::uint32_t fetchers, int rounds);

}  // namespace firn::bench
