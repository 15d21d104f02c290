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

void PoolWatch::observe(const ServicePipeline& pipeline, Duration now) {
    const Lines lines{pipeline.waiting_for_fetch(), pipeline.uploads().waiting()};
    if (lines.files == 0) fetch_line_empty_ = now;
    if (lines.archives == 0) upload_line_empty_ = now;
    if (pipeline.meter().files().arrived != arrived_) {
        arrived_ = pipeline.meter().files().arrived;
        sight_.last_arrival = now;
        sight_.fetch_line_empty = fetch_line_empty_;
        sight_.upload_line_empty = upload_line_empty_;
    }
    if (watched_ && now >= watched_->begin && !sight_.drained) look_at_outage(pipeline, lines, now);
}

void PoolWatch::look_at_outage(const ServicePipeline& pipeline, const Lines& lines, Duration now) {
    sight_.longest_fetch_line = std::max(sight_.longest_fetch_line, lines.files);
    sight_.longest_upload_line = std::max(sight_.longest_upload_line, lines.archives);
    sight_.staging_most = std::max(sight_.staging_most, pipeline.staging().used());
    if (now >= watched_->end && lines.files == 0 && lines.archives == 0) sight_.drained = now;
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
