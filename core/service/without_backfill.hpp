#pragma once

#include "core/backup/replay.hpp"
#include "core/backup/replay_result.hpp"
#include "core/service/service_loop.hpp"
#include "core/service/service_run.hpp"
#include "core/workload/file_source.hpp"

#include <optional>

namespace firn::service {

/// The same run without its backfill, at its side: how long its live files would have waited. Files and
/// live archives keep their numbers and with them their draws, so that what differs is what the backfill did.
class WithoutBackfill {
  public:
    /// `live`: the files of the run, another time.
    WithoutBackfill(const ServiceSettings& settings, const backup::ReplayOptions& options,
                    workload::FileSource live);

    /// The run with the backfill has come so far.
    void follow(const ServiceLoop& run);

    /// After the run's last event: latencies of the live files that arrived before its backfill was done.
    /// nullopt: without the backfill it would not have come so far.
    [[nodiscard]] std::optional<backup::LatencySummary> latency(const ServiceLoop& run);

  private:
    void advance_until(EventKey key);
    void follow_to_end_of(Duration backfill);

    ServiceSettings settings_;
    backup::ReplayOptions options_;
    /// Until all that is asked for is known.
    std::optional<ServiceLoop> loop_;
    std::optional<backup::LatencySummary> latency_;
};

}  // namespace firn::service
