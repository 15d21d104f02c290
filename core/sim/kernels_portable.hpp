#pragma once

#include "core/sim/kernels.hpp"

namespace firn::sim {

extern const Kernels kPortableKernels;

}  // namespace firn::sim
