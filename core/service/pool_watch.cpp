#include "core/service/pool_watch.hpp"

#include "core/service/service_pipeline.hpp"
#include "core/sim/kernels.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::service {

PoolWatch::PoolWatch(std::optional<WatchedTime> watched, std::vector<Duration> year_ends,
                     backup::Quantiles quantiles, sim::InstructionSet instructions)
    : watched_{watched}, year_ends_{std::move(year_ends)} {
    for (std::size_t i = 0; i < year_ends_.size(); ++i)
        years_.emplace_back(quantiles, sim::kernels_of(instructions));
}

void PoolWatch::observe(const ServicePipeline& pipeline, Duration from, Duration until) {
    if (from == until) return;
    const PoolLines lines = lines_of(pipeline, from, until);
    if (lines.files == 0) fetch_line_empty_ = until;
    if (lines.archives == 0) upload_line_empty_ = until;
    if (pipeline.meter().files().arrived != arrived_) {
        arrived_ = pipeline.meter().files().arrived;
        sight_.last_arrival = from;
        sight_.at_last_arrival = lines;
        sight_.fetch_line_empty = std::min(fetch_line_empty_, from);
        sight_.upload_line_empty = std::min(upload_line_empty_, from);
    }
    if (watched_ && until > watched_->begin && !sight_.drained)
        look_at_outage(lines, pipeline.staging().used(), from, until);
}

PoolLines PoolWatch::lines_of(const ServicePipeline& pipeline, Duration from, Duration until) {
    PoolLines lines{.files = pipeline.waiting_for_fetch(),
                    .archives = pipeline.uploads().waiting(),
                    .fetching = pipeline.fetches().workers().busy(),
                    .uploading = pipeline.uploads().workers().busy()};
    if (!watched_ || until <= watched_->begin || sight_.drained) return lines;
    if (watched_->resource == Resource::store) {
        if (from < watched_->end && until >= watched_->end) held_until_ = pipeline.fetches().ends();
        lines.held_files = held_files(pipeline, from);
    } else {
        lines.held_archives = held_archives(pipeline, from);
    }
    return lines;
}

/// While the store is out nobody ends, so that all at work are held up.
std::uint64_t PoolWatch::held_files(const ServicePipeline& pipeline, Duration from) const {
    if (from < watched_->end) return pipeline.fetches().workers().busy();
    const auto running = std::upper_bound(held_until_.begin(), held_until_.end(), from);
    return static_cast<std::uint64_t>(held_until_.end() - running);
}

/// After the outage nobody comes to those that it held up.
std::uint64_t PoolWatch::held_archives(const ServicePipeline& pipeline, Duration from) {
    if (from < watched_->end) return pipeline.uploads().workers().busy();
    if (no_archive_is_held_) return 0;
    const std::uint64_t held = pipeline.uploads().begun_before(watched_->end);
    no_archive_is_held_ = held == 0;
    return held;
}

void PoolWatch::look_at_outage(const PoolLines& lines, Bytes staging, Duration from, Duration until) {
    sight_.most_files = std::max(sight_.most_files, lines.files + lines.held_files);
    sight_.most_archives = std::max(sight_.most_archives, lines.archives + lines.held_archives);
    sight_.staging_most = std::max(sight_.staging_most, staging);
    if (from < watched_->end && until >= watched_->end) sight_.at_outage_end = lines;
    if (until > watched_->end && lines.is_clear()) sight_.drained = std::max(from, watched_->end);
}

void PoolWatch::stored(const StoredArchive& archive) {
    if (archive.from_backfill) return;
    const auto year = std::upper_bound(year_ends_.begin(), year_ends_.end(), archive.stored);
    const auto index = static_cast<std::size_t>(year - year_ends_.begin());
    years_[std::min(index, years_.size() - 1)].add(archive.arrivals, archive.stored);
}

PoolSight PoolWatch::sight() const {
    PoolSight sight = sight_;
    for (const LatencyMeter& year : years_) {
        sight.latency_by_year.push_back(year.summary());
        sight.files_by_year.push_back(year.count());
    }
    return sight;
}

}  // namespace firn::service
