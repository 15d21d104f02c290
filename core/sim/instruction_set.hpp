#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace firn::sim {

/// Which instructions of the processor the hot loops use. The results are the same integers with each.
enum class InstructionSet {
    portable,  ///< what every machine has for which the program was built
    avx2,      ///< x86-64 with AVX2: 256 bits at once
    avx512     ///< x86-64 with AVX-512 F, BW, DQ and VL: 512 bits at once
};

/// Those that this machine has, from portable to the widest.
[[nodiscard]] std::vector<InstructionSet> available_instruction_sets();

/// The widest that this machine has. Asks the processor: ask once and pass the answer on.
[[nodiscard]] InstructionSet widest_instruction_set();

/// "portable", "avx2", "avx512".
[[nodiscard]] std::string_view to_text(InstructionSet set);

}  // namespace firn::sim
