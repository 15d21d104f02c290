#include "core/random/stream.hpp"

#include "core/random/text_hash.hpp"
#include "core/random/threefry_fill.hpp"
#include "core/units/rational.hpp"

#include <Random123/threefry.h>

#include <cassert>
#include <cstddef>

namespace firn::random {

namespace {

/// Lemire's method: of the 2^64 low halves, the first 2^64 mod bound are the surplus of some values. Those
/// are fewer than bound, so that hardly ever a division is needed to tell.
bool is_surplus(std::uint64_t low_half, std::uint64_t bound) {
    return low_half < bound && low_half < (0 - bound) % bound;
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) : seed_{seed}, name_{text_hash(name)} {}

std::uint64_t Stream::attempt(std::uint64_t n, std::uint64_t repetition) const {
    const threefry2x64_ctr_t counter{{n, repetition}};
    const threefry2x64_key_t key{{seed_, name_}};
    return threefry2x64(counter, key).v[0];
}

void Stream::fill(std::uint64_t first, std::span<std::uint64_t> draws, std::uint64_t step) const {
    threefry_fill({seed_, name_}, first, step, draws);
}

std::uint64_t Stream::below(std::uint64_t n, std::uint64_t bound) const {
    assert(bound > 0);
    for (std::uint64_t repetition = 0;; ++repetition) {
        const UInt128 product = static_cast<UInt128>(attempt(n, repetition)) * bound;
        if (!is_surplus(static_cast<std::uint64_t>(product), bound))
            return static_cast<std::uint64_t>(product >> 64U);
    }
}

void Stream::fill_below(std::uint64_t first, std::uint64_t bound, std::span<std::uint64_t> draws) const {
    fill(first, draws);
    for (std::size_t i = 0; i < draws.size(); ++i) {
        const UInt128 product = static_cast<UInt128>(draws[i]) * bound;
        draws[i] = is_surplus(static_cast<std::uint64_t>(product), bound)
                       ? below(first + i, bound)
                       : static_cast<std::uint64_t>(product >> 64U);
    }
}

std::int64_t Stream::between(std::uint64_t n, std::int64_t first, std::int64_t last) const {
    assert(first <= last);
    const std::uint64_t span = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) + 1;
    const std::uint64_t offset = span == 0 ? at(n) : below(n, span);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + offset);
}

}  // namespace firn::random
