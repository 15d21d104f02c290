#pragma once

#include "core/sim/kernels.hpp"

namespace firn::sim {

#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
#endif

}  // namespace firn::sim
