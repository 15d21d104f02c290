#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/trouble.hpp"
#include "core/diag/result.hpp"
#include "core/service/directories.hpp"
#include "core/service/event_key.hpp"
#include "core/service/failure.hpp"
#include "core/service/fetches.hpp"
#include "core/service/file_lines.hpp"
#include "core/service/file_stream.hpp"
#include "core/service/link_traffic.hpp"
#include "core/service/pipeline_meter.hpp"
#include "core/service/pipeline_news.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/service_result.hpp"
#include "core/service/staging_disk.hpp"
#include "core/service/uploads.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/sim/worker_schedule.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// What goes into a pipeline, and what it shares with others. Everything pointed to outlives it.
struct PipelineInput {
    const backup::PipelineSettings& settings;
    const Place& place;
    const FileTraits& traits;
    const backup::ReplayOptions& options;
    std::uint64_t seed = 1;
    workload::FileSource live{};
    workload::FileSource backfill{};  ///< empty: none
    bool splits_latencies = false;    ///< also without a backfill
    /// Of network and service.
    sim::OutageCalendar* outages = nullptr;
    LinkTraffic* link = nullptr;  ///< nullptr: transfers do not meet
    KeptOfFiles kept{};
    PipelineListeners listeners{};
    backup::ReplayProgressCallback progress{};
};

/// The pipeline from event to event: what docs/backup-service.md says of files until they are stored.
class ServicePipeline {
  public:
    explicit ServicePipeline(PipelineInput input);

    /// The key of the next event that is the pipeline's own; kNever when nothing is left to do.
    [[nodiscard]] EventKey next() const { return std::min({arrival_key_, fetch_key_, rare_key_}); }
    /// Handles it.
    void step();
    /// Handles all events before that key, but returns after one that others learn of: an archive was stored,
    /// a transfer began on the link, the backfill is done.
    void run_until(EventKey key);

    /// Whoever arrives from now on is counted apart; as when the backfill is done.
    void split_latencies(Duration now) { meter_.split_latencies(now); }

    /// The link has carried the upload with this id.
    void end_transfer(std::uint64_t id, Duration now);

    /// Why it cannot go on, if it cannot.
    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }
    [[nodiscard]] PipelineOutcome outcome() const;

    // What can be watched between events.
    [[nodiscard]] const PipelineMeter& meter() const { return meter_; }
    /// Live files that have arrived, and those that are known already to come.
    [[nodiscard]] std::uint64_t files_read() const { return lines_.live().files_read(); }
    [[nodiscard]] std::uint64_t waiting_for_fetch() const { return lines_.live().size(); }
    [[nodiscard]] const Fetches& fetches() const { return fetches_; }
    [[nodiscard]] const Uploads& uploads() const { return uploads_; }
    [[nodiscard]] const StagingDisk& staging() const { return staging_; }

  private:
    void handle(EventKey key);
    void arrive();
    void arrive_until(EventKey key);
    void end_fetch(Duration now);
    void end_upload(Uploads::Ended ended);
    void end_pauses(Duration now);
    void change_workers(Duration now);

    void settle(Duration now);
    void begin_fetches(Duration now);
    void leave_line(const File& first);
    void begin_fetch(const File& file, Duration now);
    [[nodiscard]] bool is_too_late(const File& file, Duration now) const;
    void send_closed(Duration now);
    [[nodiscard]] bool has_room(const File& file) const;
    void make_room(Duration now);
    void close_what_is_complete(Duration now);
    void store(const Uploads::Ended& ended);
    void give_up(const Uploads::Ended& ended);
    void leave(const File& file, Failure::Kind kind, Duration now);
    void check_backfill(Duration now);
    [[nodiscard]] bool is_anything_left();
    void look_ahead(Duration now);
    void look_for_arrival();
    void note_arrival(const File& file);
    void look_for_trouble();

    const backup::PipelineSettings& settings_;
    const Place& place_;
    /// How long files live after their arrival, by Deletions.
    std::vector<Duration> keeps_;
    PipelineNews news_;
    backup::ReplayProgressCallback progress_;

    PipelineMeter meter_;
    bool backfill_is_done_;
    FileLines lines_;
    StagingDisk staging_;
    Fetches fetches_;
    Directories directories_;
    Uploads uploads_;
    sim::WorkerSchedule fetcher_schedule_;
    sim::WorkerSchedule uploader_schedule_;
    std::uint64_t closed_for_room_ = 0;

    /// Live files, and files of the backfill, between a line and a directory.
    std::uint64_t live_underway_ = 0;
    std::uint64_t backfill_underway_ = 0;
    /// An archive was stored, a transfer began or the backfill is done: whoever shares with the pipeline may
    /// have new events.
    bool told_others_ = false;

    EventKey arrival_key_ = kNever;
    EventKey fetch_key_ = kNever;
    /// Of all other kinds.
    EventKey rare_key_ = kNever;
    Duration next_change_{};
    /// Of the directories, when rare_key_ was found.
    Duration known_age_out_ = Duration::max();
    std::optional<Diagnostics> error_;
};

}  // namespace firn::service
