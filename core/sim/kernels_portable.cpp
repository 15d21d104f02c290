#include "core/sim/kernels_portable.hpp"

#include "core/sim/tournament.hpp"

namespace firn::sim {

const Kernels kPortableKernels{.serve = serve_by_tournament<std::int64_t>};

}  // namespace firn::sim
