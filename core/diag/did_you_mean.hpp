#pragma once

#include <span>
#include <string>
#include <string_view>

namespace firn {

/// The candidate that `word` was probably meant to be (edit distance at most a third of its length, at least
/// one; capitals do not count), or "" when none comes near.
///
///     closest_to("retreival", {"retrieval", "storage"}) == "retrieval"
[[nodiscard]] std::string closest_to(std::string_view word, std::span<const std::string> candidates);

/// "a, b or c"
[[nodiscard]] std::string one_of(std::span<const std::string> candidates);

}  // namespace firn
