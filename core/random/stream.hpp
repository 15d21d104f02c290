#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace firn::random {

/// The random numbers of one process of a run: named, counter-based, the same on every machine.
///
///     const Stream sizes{seed, "monthly-totals/sizes"};
///     sizes.at(0), sizes.at(1), ...      in any order, on any thread
///
/// Threefry2x64 with 20 rounds (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
/// 2011), keyed by the seed and the name. Streams of different names or seeds are independent, so a new
/// process does not shift the numbers of the others.
class Stream {
  public:
    Stream(std::uint64_t seed, std::string_view name);

    /// Draw number n: uniform over all 64-bit numbers.
    [[nodiscard]] std::uint64_t at(std::uint64_t n) const { return attempt(n, 0); }

    /// Draw number n brought to 0 ... bound - 1 (bound at least 1), exactly uniform: what would favour some
    /// values is drawn again, from a counter of its own, so that draw n + 1 does not move.
    [[nodiscard]] std::uint64_t below(std::uint64_t n, std::uint64_t bound) const;

    /// Draw number n brought to first ... last, both included (first <= last), exactly uniform.
    [[nodiscard]] std::int64_t between(std::uint64_t n, std::int64_t first, std::int64_t last) const;

    /// Many draws at once, which costs a fraction of one by one: draws[i] is at(first + i * step).
    void fill(std::uint64_t first, std::span<std::uint64_t> draws, std::uint64_t step = 1) const;
    /// draws[i] is below(first + i, bound).
    void fill_below(std::uint64_t first, std::uint64_t bound, std::span<std::uint64_t> draws) const;

  private:
    [[nodiscard]] std::uint64_t attempt(std::uint64_t n, std::uint64_t repetition) const;

    std::uint64_t seed_;
    std::uint64_t name_;
};

}  // namespace firn::random
