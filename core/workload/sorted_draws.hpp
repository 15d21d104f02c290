#pragma once

#include "core/random/stream.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// Independent draws, uniform over all 64-bit numbers, in ascending order and in constant memory.
///
/// The range is halved again and again. How many of the n draws of a range fall into its upper half is the
/// number of ones among n random bits: exactly their binomial distribution, in integers. A range that few
/// draws fall into draws and sorts them.
class SortedDraws {
  public:
    SortedDraws(const random::Stream& stream, std::uint64_t count);

    /// The next draw; to be asked `count` times at most.
    [[nodiscard]] std::uint64_t next();

  private:
    /// Draws that agree in their first `depth` bits.
    struct Range {
        std::uint64_t first = 0;
        unsigned depth = 0;
        std::uint64_t count = 0;
    };

    [[nodiscard]] std::uint64_t random_bits() { return stream_.at(used_++); }
    [[nodiscard]] std::uint64_t count_ones(std::uint64_t bits);
    void draw_next_range();
    void draw(const Range& range);

    random::Stream stream_;
    std::uint64_t used_ = 0;
    std::vector<Range> ranges_;         ///< still to be drawn, the lowest last
    std::vector<std::uint64_t> drawn_;  ///< in descending order
};

}  // namespace firn::workload
