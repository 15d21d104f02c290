#include "core/sim/kernels.hpp"

#include "core/sim/kernels_avx2.hpp"
#include "core/sim/kernels_avx512.hpp"
#include "core/sim/kernels_portable.hpp"

namespace firn::sim {

const Kernels& kernels_of(InstructionSet set) {
    switch (set) {
        case InstructionSet::portable:
            break;
#if defined(__x86_64__)
        case InstructionSet::avx2:
            return kAvx2Kernels;
        case InstructionSet::avx512:
            return kAvx512Kernels;
#else
        case InstructionSet::avx2:
        case InstructionSet::avx512:
            break;
#endif
    }
    return kPortableKernels;
}

}  // namespace firn::sim
