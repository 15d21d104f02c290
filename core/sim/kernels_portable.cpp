#include "core/sim/kernels_portable.hpp"

#include "core/sim/kernel_loops.hpp"
#include "core/sim/tournament.hpp"

namespace firn::sim {
namespace {

Duration count_durations(Duration end, std::span<const Duration> starts, std::span<std::uint32_t> counters) {
    return count_durations_loop(end, starts, counters);
}

}  // namespace

const Kernels kPortableKernels{.serve = serve_by_tournament<std::int64_t>,
                               .count_durations = count_durations};

}  // namespace firn::sim
