#pragma once

#include "core/units/time.hpp"
#include "core/workload/factor.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// Files that come together: an album, a product with its pictures.
struct Batches {
    enum class Shape {
        geometric,  ///< P(n) falls by the same ratio from each n to the next
        zeta,       ///< P(n) falls as n^-exponent
    };

    static constexpr std::int64_t kLargest = 65'536;
    /// No workload may have more batches open at once; each takes some 40 bytes of memory.
    static constexpr std::uint64_t kMostOpen = std::uint64_t{1} << 20U;

    /// Of the files that come in batches, 0 to 1; the others come one by one.
    Factor share{0};
    Shape shape = Shape::geometric;
    /// Geometric: files of a mean batch, before the cut, 1 to 10,000.
    Factor mean{};
    /// Zeta: 0.1 to 10.
    Factor exponent{};
    /// No batch has more files, 1 to kLargest.
    std::int64_t largest = 1;
    /// File k (from 0) of n comes floor(k * spread / n) after the first.
    Duration spread{0};
};

/// How many files a batch has: a distribution over 1 ... largest, each n exactly as likely as a table of
/// 64-bit weights says.
class BatchSizes {
  public:
    explicit BatchSizes(const Batches& batches);

    /// The files of a batch for 64 evenly distributed random bits.
    [[nodiscard]] std::int64_t files(std::uint64_t random_bits) const;

    /// Mean files of a batch in q32.
    [[nodiscard]] std::uint64_t mean_q32() const { return mean_; }

  private:
    std::vector<std::uint64_t> limits_;  ///< draws below the n-th (from 0) are batches of at most n + 1 files
    std::uint64_t mean_ = 0;
};

}  // namespace firn::workload
