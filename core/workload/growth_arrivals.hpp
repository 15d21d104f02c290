#pragma once

#include "core/units/time.hpp"
#include "core/workload/batch_sizes.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// Points of a Poisson process: their gaps are exponential draws, one a point, by counter from a key. Gives
/// them from zero on until `length`, in microseconds rounded down; `expected_q24` of them are expected.
class PoissonPoints {
  public:
    PoissonPoints(std::uint64_t key, std::uint64_t length, std::uint64_t expected_q24);

    /// Whether there is another point; then at().
    [[nodiscard]] bool advance();
    [[nodiscard]] std::uint64_t at() const { return position_ >> 16U; }
    /// Appends all further points.
    void append_to(std::vector<std::uint32_t>& points);

  private:
    std::uint64_t counter_;
    std::uint64_t end_;           ///< in 2^-16 microseconds
    std::uint64_t scale_;         ///< 2^-16 microseconds for a halving of the probability
    std::uint64_t position_ = 0;  ///< in 2^-16 microseconds
};

/// A stretch of time, at most an hour, over which files are expected evenly.
struct Slot {
    Duration begin{};             ///< since the start
    std::uint64_t length = 0;     ///< microseconds, at most 2^32 - 1
    std::uint64_t files_q24 = 0;  ///< expected in it
    std::uint64_t key = 0;        ///< of all of its draws
};

/// When the files of slot after slot arrive.
class GrowthArrivals {
  public:
    explicit GrowthArrivals(const Batches& batches);

    /// The arrivals of a slot, ascending, in microseconds from its begin; valid until the next call. Slots
    /// follow each other without gaps.
    [[nodiscard]] const std::vector<std::uint32_t>& arrivals_of(const Slot& slot);

  private:
    /// A batch that has files left.
    struct OpenBatch {
        std::uint64_t begin = 0;  ///< microseconds since the start
        std::uint64_t gap = 0;    ///< from file to file, in 2^-16 microseconds
        std::uint32_t next = 0;
        std::uint32_t files = 0;
    };

    void begin_batches(const Slot& slot);
    void emit_batches(const Slot& slot);

    Batches batches_;
    BatchSizes sizes_;
    std::vector<OpenBatch> open_;
    std::vector<std::uint32_t> times_;
    std::vector<std::uint32_t> room_;
};

}  // namespace firn::workload
