#pragma once

#include <cstdint>
#include <string>

namespace firn::bench {

/// The event-driven gear beside the event loop written by hand, by turns in one run: on W1, and on W3
/// (scenarios/w3), where everything is on. The loop always replays W1.
///
///     event loop on W1, 1000000 files: 70.3 ns a file, ratio 1.00
///     event gear on W1, 1000000 files: 80.1 ns a file, ratio 0.88
[[nodiscard]] std::string compare_service_with_event_loop(std::uint64_t files, int rounds);

}  // namespace firn::bench
