#include "core/sim/kernels_avx2.hpp"

#if defined(__x86_64__)

#include "core/sim/kernel_loops.hpp"
#include "core/sim/tournament.hpp"

/// Only the functions so marked use wide instructions; no flag of the compiler is needed.
#define FIRN_AVX2 __attribute__((target("avx2,bmi,bmi2")))

namespace firn::sim {
namespace {

FIRN_AVX2 Duration count_durations(Duration end, std::span<const Duration> starts,
                                   std::span<std::uint32_t> counters) {
    return count_durations_loop(end, starts, counters);
}

FIRN_AVX2 bool any_within(std::span<const std::uint32_t> values, std::uint32_t lower, std::uint32_t width) {
    return any_within_loop(values, lower, width);
}

FIRN_AVX2 void write_keys(const FifoKeyLayout& layout, Duration base, std::size_t first_place,
                          std::span<const Duration> arrivals, std::span<const Duration> services,
                          std::span<std::int64_t> arrival_keys, std::span<std::int64_t> step_keys) {
    write_keys_loop(layout, base, first_place, arrivals, services, arrival_keys, step_keys);
}

FIRN_AVX2 void times_of(const LinearTime& linear, std::span<const Bytes> amounts, std::span<Duration> times) {
    times_of_loop(linear, amounts, times);
}

FIRN_AVX2 TimedSums sums_of(std::span<const Duration> times, Duration base, std::span<const Bytes> amounts) {
    return sums_loop(times, base, amounts);
}

}  // namespace

// Four keys to a register and no minimum of 64 bits: the tournament is faster.
const Kernels kAvx2Kernels{.serve = serve_by_tournament<std::int64_t>,
                           .count_durations = count_durations,
                           .any_within = any_within,
                           .write_keys = write_keys,
                           .sums_of = sums_of,
                           .times_of = times_of};

}  // namespace firn::sim

#endif
