#pragma once

#include "core/random/splitmix.hpp"
#include "core/units/time.hpp"

#include <chrono>
#include <cstdint>

namespace firn::sim {

constexpr Duration seconds(std::int64_t n) { return std::chrono::seconds{n}; }
constexpr Duration minutes(std::int64_t n) { return std::chrono::minutes{n}; }
constexpr Duration hours(std::int64_t n) { return std::chrono::hours{n}; }

/// Draw n of that seed, from 0 to bound - 1.
inline std::int64_t draw(std::uint64_t seed, std::uint64_t n, std::uint64_t bound) {
    return static_cast<std::int64_t>(random::draw(seed, n) % bound);
}

}  // namespace firn::sim
