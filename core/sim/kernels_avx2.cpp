#include "core/sim/kernels_avx2.hpp"

#if defined(__x86_64__)

#include "core/sim/kernel_loops.hpp"
#include "core/sim/tournament.hpp"

/// Only the functions so marked use wide instructions; no flag of the compiler is needed.
#define FIRN_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt")))

namespace firn::sim {
namespace {

FIRN_AVX2 Duration count_durations(Duration end, std::span<const Duration> starts,
                                   std::span<std::uint32_t> counters) {
    return count_durations_loop(end, starts, counters);
}

}  // namespace

// Four keys to a register and no minimum of 64 bits: the tournament is faster.
const Kernels kAvx2Kernels{.serve = serve_by_tournament<std::int64_t>, .count_durations = count_durations};

}  // namespace firn::sim

#endif
