#pragma once

#include "core/backup/replay.hpp"
#include "core/service/latency_meter.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/stored_archive.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

class ServicePipeline;

/// A time of a run that is looked at more closely, since the scenario's start: an outage of the store or of
/// the service.
struct WatchedTime {
    Duration begin{};
    Duration end{};
    Resource resource = Resource::service;
};

/// Who waits for the pools and who is at work at an instant, after all that happens then.
struct PoolLines {
    std::uint64_t files = 0;      ///< live ones in the line before the fetchers
    std::uint64_t archives = 0;   ///< in the line before the uploaders
    std::uint64_t fetching = 0;   ///< attempts that run
    std::uint64_t uploading = 0;  ///< attempts that run
    /// Of these, attempts begun before the end of the watched outage of their resource, from its begin on.
    std::uint64_t held_files = 0;
    std::uint64_t held_archives = 0;

    /// Nobody waits or is held up.
    [[nodiscard]] bool is_clear() const { return files + archives + held_files + held_archives == 0; }
};

/// What was seen of the pools in the course of a run.
struct PoolSight {
    Duration last_arrival{};
    PoolLines at_last_arrival;
    /// Just before these instants nobody was in the line, and from them to the last arrival somebody always
    /// was; zero: from the start on.
    Duration fetch_line_empty{};
    Duration upload_line_empty{};
    // From the begin of the watched time until nobody waited or was held up: the most who did.
    std::uint64_t most_files = 0;
    std::uint64_t most_archives = 0;
    Bytes staging_most{};
    /// Just before its end.
    PoolLines at_outage_end;
    /// The first instant from the end of the watched time on at which nobody waited or was held up; none:
    /// never.
    std::optional<Duration> drained{};
    /// Of the live files, by the year in which they were stored.
    std::vector<backup::LatencySummary> latency_by_year{};
    std::vector<std::uint64_t> files_by_year{};
};

/// Sees the lines of a pipeline between its events.
class PoolWatch {
  public:
    /// `year_ends` ascend, at least one; what is stored after the last counts for the last year.
    PoolWatch(std::optional<WatchedTime> watched, std::vector<Duration> year_ends,
              backup::Quantiles quantiles, sim::InstructionSet instructions = sim::widest_instruction_set());

    /// The pipeline is as it is from after the events of `from` to before those of `until`; Duration::max():
    /// to the end of the run. Each call begins where the one before ended.
    void observe(const ServicePipeline& pipeline, Duration from, Duration until);
    void stored(const StoredArchive& archive);

    [[nodiscard]] PoolSight sight() const;

  private:
    [[nodiscard]] PoolLines lines_of(const ServicePipeline& pipeline, Duration from, Duration until);
    [[nodiscard]] std::uint64_t held_files(const ServicePipeline& pipeline, Duration from) const;
    [[nodiscard]] std::uint64_t held_archives(const ServicePipeline& pipeline, Duration from);
    void look_at_outage(const PoolLines& lines, Bytes staging, Duration from, Duration until);

    std::optional<WatchedTime> watched_;
    std::vector<Duration> year_ends_;
    std::vector<LatencyMeter> years_;
    PoolSight sight_;
    std::uint64_t arrived_ = 0;
    /// Likewise to now, whoever is still to arrive.
    Duration fetch_line_empty_{};
    Duration upload_line_empty_{};
    /// The watched outage of the service is over, and so are the uploads that it held up.
    bool no_archive_is_held_ = false;
    /// When the fetches end that an outage of the store has held up, ascending.
    std::vector<Duration> held_until_;
};

}  // namespace firn::service
