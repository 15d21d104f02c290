#include "core/sim/kernels_avx2.hpp"

#if defined(__x86_64__)

#include "core/sim/tournament.hpp"

namespace firn::sim {

const Kernels kAvx2Kernels{.serve = serve_by_tournament<std::int64_t>};

}  // namespace firn::sim

#endif
