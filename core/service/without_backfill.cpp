#include "core/service/without_backfill.hpp"

#include <utility>

namespace firn::service {

namespace {

/// What happens to stored archives holds the pipeline up only where downloads share its link. Its deletions
/// are those that the files know.
ServiceSettings of_pipeline(ServiceSettings settings) {
    if (settings.place.link) return settings;
    settings.life = {.retrieval = settings.life.retrieval, .deletions = std::move(settings.life.deletions)};
    settings.standing.clear();
    return settings;
}

backup::ReplayOptions with_sketch(backup::ReplayOptions options) {
    options.quantiles = backup::Quantiles::sketch;
    return options;
}

}  // namespace

WithoutBackfill::WithoutBackfill(const ServiceSettings& settings, const backup::ReplayOptions& options,
                                 workload::FileSource live)
    : settings_{of_pipeline(settings)}, options_{with_sketch(options)} {
    loop_.emplace(settings_, options_, ServiceStreams{.live = std::move(live)}, true);
}

void WithoutBackfill::follow(const ServiceLoop& run) {
    if (!loop_) return;
    if (const auto& done = run.pipeline().meter().split()->at()) return follow_to_end_of(*done);
    advance_until(key_of(run.last(), Rank::workers_change));
}

std::optional<backup::LatencySummary> WithoutBackfill::latency(const ServiceLoop& run) {
    follow(run);
    // A backfill that is never done lasts as long as there are live files.
    if (loop_) follow_to_end_of(Duration::max());
    return latency_;
}

void WithoutBackfill::advance_until(EventKey key) {
    while (loop_->advance(key)) {
    }
}

/// Whoever arrived before it is followed until stored.
void WithoutBackfill::follow_to_end_of(Duration backfill) {
    const LatencySplit& split = *loop_->pipeline().meter().split();
    advance_until(key_of(backfill, Rank::arrival));
    if (backfill != Duration::max()) {
        loop_->pipeline().split_latencies(backfill);
        while (split.early_waiting() > 0 && loop_->advance()) {
        }
    }
    if (!loop_->error()) latency_ = split.early();
    loop_.reset();
}

}  // namespace firn::service
