#pragma once

#include <cstdint>
#include <string_view>

namespace firn::io {

/// A number that tells texts apart: FNV-1a of 64 bits, continued from `before`.
[[nodiscard]] constexpr std::uint64_t line_fingerprint(std::string_view text,
                                                       std::uint64_t before = 0xcbf29ce484222325U) {
    constexpr std::uint64_t kPrime = 0x100000001b3U;
    std::uint64_t hash = before;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    return (hash ^ static_cast<unsigned char>('\n')) * kPrime;
}

}  // namespace firn::io
