#pragma once

#include "core/random/stream.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/workload/size_distribution.hpp"

#include <cstdint>

namespace firn::workload {

/// The sizes of one month's files, which together are its bytes exactly.
///
/// Each file draws a weight. Where there are at least as many bytes as files, each file first gets one byte;
/// the rest is shared out by weight, rounded down on the running sum.
class MonthSizes {
  public:
    /// `items` is at least 1. Draws all weights once for their sum; they are drawn again one by one.
    MonthSizes(const random::Stream& stream, SizeDistribution distribution, std::int64_t items, Bytes bytes);

    /// The size of the next file; to be asked `items` times at most.
    [[nodiscard]] Bytes next();

  private:
    [[nodiscard]] std::uint64_t weight(std::int64_t file) const;

    random::Stream stream_;
    SizeDistribution distribution_;
    std::int64_t given_;   ///< to each file in any case: 0 or 1
    UInt128 shared_;       ///< bytes to share out by weight
    UInt128 weights_ = 0;  ///< of all files
    UInt128 carry_ = 0;    ///< what rounding has held back so far, in bytes times weights_
    std::int64_t file_ = 0;
};

}  // namespace firn::workload
