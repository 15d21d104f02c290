#pragma once

#include "core/sim/rank_selection.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::sim {

/// Durations kept for a second look: 4 bytes each up to 71 minutes (2^32 - 1 microseconds), 8 bytes above.
class StoredDurations {
  public:
    /// Adds the time from each start to the end; no start is after it, and `longest` is the longest of them.
    void add_until(Duration end, std::span<const Duration> starts, Duration longest);

    /// Lets a selection keep what it wants of all of them.
    void show(RankSelection& selection) const;

  private:
    static constexpr std::size_t kChunk = std::size_t{1} << 16U;

    [[nodiscard]] std::span<const std::uint32_t> chunk(std::size_t i) const;
    void append(Duration end, std::span<const Duration> starts, Duration longest, std::uint32_t* to);

    /// Of kChunk durations each.
    std::vector<std::vector<std::uint32_t>> chunks_;
    std::uint64_t short_count_ = 0;
    std::vector<std::uint64_t> long_;
};

}  // namespace firn::sim
