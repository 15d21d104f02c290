#pragma once

#include "core/backup/bundle_policy.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::bench {

/// Runs the event loop, and Firn with each instruction set of the machine, by turns on W1, `rounds` times
/// each, checks that they agree, and tells how many times faster Firn is, by the medians:
///
///     W1, 1000000 files, 32 fetchers, exact quantiles: event loop 70.3 ns a file
///       portable  18.9 ns a file, ratio 3.72
///       avx512    10.9 ns a file, ratio 6.45
///
/// Both are timed from drawing the trace to the result.
[[nodiscard]] std::string compare_with_event_loop(std::uint64_t files, std::uint32_t fetchers, int rounds);

/// The forty sizes of the reference sweep: 1 MiB to 896 MiB, four to each doubling.
[[nodiscard]] std::vector<backup::BundlePolicy> sweep_policies();

/// The same for the sweep over forty sizes with sketches, W1 with 32 fetchers: how many replays by the event
/// loop it takes.
[[nodiscard]] std::string compare_sweep_with_event_loop(std::uint64_t files, int rounds);

}  // namespace firn::bench
