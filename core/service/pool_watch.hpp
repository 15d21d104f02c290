#pragma once

#include "core/backup/replay.hpp"
#include "core/service/latency_meter.hpp"
#include "core/service/stored_archive.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

class ServicePipeline;

/// A time of a run that is looked at more closely, since the scenario's start: an outage.
struct WatchedTime {
    Duration begin{};
    Duration end{};
};

/// What was seen of the pools in the course of a run. Lines are those of live files before the fetchers, and
/// of archives before the uploaders.
struct PoolSight {
    Duration last_arrival{};
    /// The last instants, up to the last arrival, at which nobody was in these lines.
    Duration fetch_line_empty{};
    Duration upload_line_empty{};
    // From the begin of the watched time until both lines were empty again:
    std::uint64_t longest_fetch_line = 0;
    std::uint64_t longest_upload_line = 0;
    Bytes staging_most{};
    /// The first instant from the end of the watched time on at which both lines were empty; none: never.
    std::optional<Duration> drained{};
    /// Of the live files, by the year in which they were stored.
    std::vector<backup::LatencySummary> latency_by_year{};
    std::vector<std::uint64_t> files_by_year{};
};

/// Sees the lines of a pipeline after each of its events.
class PoolWatch {
  public:
    /// `year_ends` ascend, at least one; what is stored after the last counts for the last year.
    PoolWatch(std::optional<WatchedTime> watched, std::vector<Duration> year_ends,
              backup::Quantiles quantiles, sim::InstructionSet instructions = sim::widest_instruction_set());

    void observe(const ServicePipeline& pipeline, Duration now);
    void stored(const StoredArchive& archive);

    [[nodiscard]] PoolSight sight() const;

  private:
    struct Lines {
        std::uint64_t files = 0;
        std::uint64_t archives = 0;
    };
    void look_at_outage(const ServicePipeline& pipeline, const Lines& lines, Duration now);

    std::optional<WatchedTime> watched_;
    std::vector<Duration> year_ends_;
    std::vector<LatencyMeter> years_;
    PoolSight sight_;
    std::uint64_t arrived_ = 0;
    /// Up to now, whoever is still to arrive.
    Duration fetch_line_empty_{};
    Duration upload_line_empty_{};
};

}  // namespace firn::service
