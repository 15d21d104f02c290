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

/// What a request costs beside a file, both in W3: with as many requests of single files on its first day as
/// it has files, and without restores, by turns.
///
///     restores, 1000000 requests: 260.2 ns a request beside 280.1 ns a file, ratio 1.08
[[nodiscard]] std::string compare_restores_with_files(std::uint64_t count, int rounds);

/// 100 replicates of W1's first `files` through the event-driven gear on one thread and on two, by the clock:
/// only on idle processors does the ratio say something of the program.
///
///     100 replicates of 100000 files: 1 thread 820 ms, 2 threads 430 ms, ratio 1.91
[[nodiscard]] std::string compare_threads_of_replicates(std::uint64_t files, int rounds);

}  // namespace firn::bench
