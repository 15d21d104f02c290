#pragma once

#include "core/backup/replay.hpp"
#include "core/backup/replay_result.hpp"
#include "core/sim/kernels.hpp"
#include "core/sim/quantile_sketch.hpp"
#include "core/sim/stored_durations.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <span>

namespace firn::service {

/// Times of files from one instant to another: their sum, quantiles and maximum.
class LatencyMeter {
  public:
    LatencyMeter(backup::Quantiles quantiles, const sim::Kernels& kernels);

    /// All of these began at their start and end now.
    void add(std::span<const Duration> starts, Duration end);

    [[nodiscard]] backup::LatencySummary summary() const;
    [[nodiscard]] std::uint64_t count() const { return sketch_.count(); }

  private:
    backup::Quantiles quantiles_;
    sim::QuantileSketch sketch_;
    /// Absent: the quantiles are those of the sketch.
    std::optional<sim::StoredDurations> exact_;
    UInt128 sum_ = 0;
};

}  // namespace firn::service
