#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/service/archive_life.hpp"
#include "core/service/event_key.hpp"
#include "core/service/link_traffic.hpp"
#include "core/service/service_pipeline.hpp"
#include "core/service/service_run.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace firn::service {

/// A pipeline, the life of its archives, and the link on which they meet, in the order of their events.
class ServiceLoop {
  public:
    /// What it is given outlives it. `splits_latencies`: also without a backfill.
    ServiceLoop(const ServiceSettings& settings, const backup::ReplayOptions& options, ServiceStreams streams,
                bool splits_latencies = false);
    ServiceLoop(const ServiceLoop&) = delete;
    ServiceLoop& operator=(const ServiceLoop&) = delete;
    ~ServiceLoop() = default;

    /// Handles the next event, and of the pipeline those that follow it, all before that key. False: there is
    /// none, or an error.
    [[nodiscard]] bool advance(EventKey until = kNever);

    /// When the last event came that advance() began with.
    [[nodiscard]] Duration last() const { return last_; }
    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }
    [[nodiscard]] ServicePipeline& pipeline() { return *pipeline_; }
    [[nodiscard]] const ServicePipeline& pipeline() const { return *pipeline_; }

    /// After the last event, once.
    [[nodiscard]] ServiceOutcome finish();

  private:
    [[nodiscard]] sim::OutageCalendar vault_outages(const ServiceSettings& settings) const;
    [[nodiscard]] std::function<void(const File&)> on_arrival();
    [[nodiscard]] std::function<void(const Failure&)> on_failure(std::function<void(const Failure&)> tell);
    [[nodiscard]] backup::ReplayProgressCallback on_progress();
    void tell(const backup::ReplayProgress& progress);
    void store(const StoredArchive& archive);
    void advance_pipeline(EventKey until);
    [[nodiscard]] EventKey link_key() const;
    void step_life();
    void advance_link(Duration now);

    Duration latest_;
    Duration horizon_;
    Duration last_{};
    sim::OutageCalendar upload_outages_;
    sim::OutageCalendar life_outages_;
    ArchiveLife life_;
    std::uint64_t life_steps_ = 0;
    backup::ReplayProgressCallback progress_;
    std::function<bool()> is_cancelled_;
    Duration reached_{};  ///< as was told
    std::vector<Bytes>* archive_sizes_;
    ServiceSeries* series_;
    PoolWatch* pools_;
    std::optional<LinkTraffic> link_;
    std::optional<ServicePipeline> pipeline_;
    std::optional<Diagnostics> error_;
};

}  // namespace firn::service
