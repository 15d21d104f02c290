#pragma once

#include "core/backup/replay_result.hpp"
#include "core/service/latency_meter.hpp"
#include "core/sim/kernels.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace firn::service {

/// Latencies of the live files that arrive before an instant, and of those that arrive later. The instant is
/// told when it has come; until then all that arrive are early.
class LatencySplit {
  public:
    explicit LatencySplit(const sim::Kernels& kernels);

    /// The instant is now, before anybody arrives at it; so many files have arrived and are not stored.
    void split(Duration now, std::uint64_t waiting);

    // Files leave that arrived at these instants:

    void stored(std::span<const Duration> arrivals, Duration now);
    /// Given up, or not there.
    void lost(std::span<const Duration> arrivals);

    [[nodiscard]] const std::optional<Duration>& at() const { return at_; }
    /// After split(): early files that may still be stored.
    [[nodiscard]] std::uint64_t early_waiting() const { return early_waiting_; }
    [[nodiscard]] backup::LatencySummary early() const { return early_.summary(); }
    [[nodiscard]] backup::LatencySummary late() const { return late_.summary(); }

  private:
    std::optional<Duration> at_{};
    std::uint64_t early_waiting_ = 0;
    LatencyMeter early_;
    LatencyMeter late_;
    std::vector<Duration> early_arrivals_;
    std::vector<Duration> late_arrivals_;
};

}  // namespace firn::service
