#include "core/workload/sorted_draws.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

namespace firn::workload {

namespace {

constexpr unsigned kBits = 64;
constexpr std::uint64_t kFewDraws = 32;

}  // namespace

SortedDraws::SortedDraws(const random::Stream& stream, std::uint64_t count) : stream_{stream} {
    ranges_.push_back({.first = 0, .depth = 0, .count = count});
}

std::uint64_t SortedDraws::next() {
    while (drawn_.empty())
        draw_next_range();
    const std::uint64_t draw = drawn_.back();
    drawn_.pop_back();
    return draw;
}

/// The number of ones among so many random bits.
std::uint64_t SortedDraws::count_ones(std::uint64_t bits) {
    std::uint64_t ones = 0;
    for (; bits >= kBits; bits -= kBits)
        ones += static_cast<unsigned>(std::popcount(random_bits()));
    if (bits > 0) ones += static_cast<unsigned>(std::popcount(random_bits() >> (kBits - bits)));
    return ones;
}

/// Halves the lowest range until it holds few draws, and draws these.
void SortedDraws::draw_next_range() {
    assert(!ranges_.empty());
    Range range = ranges_.back();
    ranges_.pop_back();
    while (range.count > kFewDraws && range.depth < kBits) {
        const std::uint64_t in_upper = count_ones(range.count);
        ++range.depth;
        const std::uint64_t middle = range.first | std::uint64_t{1} << (kBits - range.depth);
        ranges_.push_back({.first = middle, .depth = range.depth, .count = in_upper});
        range.count -= in_upper;
    }
    draw(range);
}

void SortedDraws::draw(const Range& range) {
    for (std::uint64_t i = 0; i < range.count; ++i) {
        drawn_.push_back(range.depth == kBits ? range.first : range.first | random_bits() >> range.depth);
    }
    std::sort(drawn_.begin(), drawn_.end(), std::greater<>{});
}

}  // namespace firn::workload
