#pragma once

#include <cstdint>

namespace firn::random {

/// The odd constant by which splitmix64 counts: 2^64 divided by the golden ratio.
inline constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;

/// The mixing function of splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
/// 2014): a bijection of 64-bit numbers in which each bit of the argument changes about half of the bits of
/// the result.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EB;
    return z ^ (z >> 31U);
}

/// The seed of a replicate of the reference workload: seed(0) == 0x93186a09174022a3.
[[nodiscard]] constexpr std::uint64_t seed(std::uint64_t replicate) {
    return mix(0x676C6163696572 + replicate * kGolden);
}

/// Draw number n (from 0) of a seed: splitmix64 by counter, so that any draw can be had without those before
/// it.
[[nodiscard]] constexpr std::uint64_t draw(std::uint64_t seed, std::uint64_t n) {
    return mix(seed + (n + 1) * kGolden);
}

}  // namespace firn::random
