#pragma once

#include "core/alternatives/balance.hpp"
#include "core/alternatives/comparison.hpp"
#include "core/alternatives/parameter.hpp"
#include "core/units/rational.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace firn::alternatives {

// flips_of() in its two halves: the ends, which do not depend on each other, and the search from the nearest
// ones, which stops where what was found before is nearer.

/// One assumption, moved towards an end of its range.
struct FlipCandidate {
    std::size_t owner = 0;                 ///< whose assumption it is
    const Parameter* parameter = nullptr;  ///< of the results' comparison
    Rational end{};
    Rational lead{};  ///< at that end; below nought: the answer is turned there, and can be reckoned
};

/// Every assumption that turns the answer at an end of its range. `as_is`: the balance of the results.
[[nodiscard]] std::vector<FlipCandidate> flip_candidates(const Results& results, const Balance& as_is,
                                                         unsigned threads,
                                                         const std::function<bool()>& is_cancelled);

/// Of the candidates those that turn the answer nearest to where they are, at most `most`. Of a search that
/// is cancelled those that were found so far.
[[nodiscard]] std::vector<Flip> nearest_flips(Balance balance, const std::vector<FlipCandidate>& candidates,
                                              std::size_t most, const std::function<bool()>& is_cancelled);

/// Adds flips_of() and turns_of() to the results, as far as the options ask for them, the one beside the
/// other.
void seek_what_turns(Results& results, std::size_t most, const CompareOptions& options);

}  // namespace firn::alternatives
