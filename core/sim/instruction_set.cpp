#include "core/sim/instruction_set.hpp"

namespace firn::sim {

std::vector<InstructionSet> available_instruction_sets() {
    std::vector<InstructionSet> sets{InstructionSet::portable};
#if defined(__x86_64__)
    // These ask the operating system too: whether it keeps the wide registers.
    const bool bits = __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0;
    if (!bits || __builtin_cpu_supports("avx2") == 0) return sets;
    sets.push_back(InstructionSet::avx2);
    const bool wide = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    if (wide) sets.push_back(InstructionSet::avx512);
#endif
    return sets;
}

InstructionSet widest_instruction_set() { return available_instruction_sets().back(); }

std::string_view to_text(InstructionSet set) {
    switch (set) {
        case InstructionSet::portable:
            return "portable";
        case InstructionSet::avx2:
            return "avx2";
        case InstructionSet::avx512:
            return "avx512";
    }
    return "";
}

}  // namespace firn::sim
