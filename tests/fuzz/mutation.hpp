#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace firn::fuzz {

/// What inputs are made from.
struct Corpus {
    std::vector<std::string> seeds;   ///< whole inputs, at least one
    std::vector<std::string> tokens;  ///< pieces that make a difference to the readers; may be empty
    std::size_t longest = 4096;       ///< bytes of an input that was changed
};

/// The input of this number: the seeds in their order, then changed ones. The same corpus and number give the
/// same input on every machine.
[[nodiscard]] std::string input_number(const Corpus& corpus, std::uint64_t number);

}  // namespace firn::fuzz
