#pragma once

#include "core/backup/replay_result.hpp"
#include "core/sim/quantile_sketch.hpp"
#include "core/sim/stored_durations.hpp"

#include <cstdint>
#include <span>
#include <variant>

namespace firn::backup {

/// The latencies of files, for their quantiles and maximum.
class LatencyRecorder {
  public:
    /// Exact up to so many files: then all recorded so far go into a sketch.
    explicit LatencyRecorder(std::uint64_t exact_up_to);

    /// Files that arrived at these times were confirmed at `done`.
    void add(Duration done, std::span<const Duration> arrivals);

    /// Writes quantiles and maximum into the summary.
    void summarise(LatencySummary& summary) const;

  private:
    struct Sketch {
        sim::QuantileSketch values;
        std::uint64_t count = 0;
        Duration max{};
    };

    void start_sketch();

    std::uint64_t exact_up_to_;
    std::variant<sim::StoredDurations, Sketch> latencies_;
};

}  // namespace firn::backup
