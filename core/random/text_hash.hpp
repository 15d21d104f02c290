#pragma once

#include "core/random/splitmix.hpp"

#include <cstdint>
#include <string_view>

namespace firn::random {

/// A number that stands for a text: FNV-1a of 64 bits, mixed once more because its high bits depend little on
/// the last letters.
[[nodiscard]] constexpr std::uint64_t text_hash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3;
    return mix(hash);
}

}  // namespace firn::random
