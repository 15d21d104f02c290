#pragma once

#include "core/random/text_hash.hpp"

#include <cstdint>
#include <string_view>

namespace firn::workload {

/// The number that stands for a key or for its first parts. Two of a thousand million keys are alike with a
/// chance of 3 in 100.
[[nodiscard]] constexpr std::uint64_t key_hash(std::string_view text) { return random::text_hash(text); }

/// The key without "./" and "/" before its first part, as listings of a folder have them.
[[nodiscard]] std::string_view bare_key(std::string_view key);

/// The first parts of a key, at least one, without the "/" behind them; the whole of a key that has no more.
///
///     first_parts("ann/photos/a.jpg", 1)   "ann"
///     first_parts("ann/photos/a.jpg", 2)   "ann/photos"
///     first_parts("a.jpg", 1)              "a.jpg"
[[nodiscard]] std::string_view first_parts(std::string_view key, unsigned parts);

}  // namespace firn::workload
