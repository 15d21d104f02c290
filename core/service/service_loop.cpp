#include "core/service/service_loop.hpp"

#include "core/backup/latest_time.hpp"
#include "core/backup/trouble.hpp"
#include "core/service/horizon.hpp"
#include "core/service/outages.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

ServiceLoop::ServiceLoop(const ServiceSettings& settings, const backup::ReplayOptions& options,
                         ServiceStreams streams, bool splits_latencies)
    : latest_{backup::latest_time(options.start)},
      horizon_{horizon_of(options)},
      upload_outages_{vault_outages(settings)},
      life_outages_{vault_outages(settings)},
      life_{settings.life, options.start,     horizon_of(options),
            settings.seed, settings.standing, settings.pipeline.bundle_size},
      progress_{std::move(streams.progress)},
      is_cancelled_{std::move(streams.is_cancelled)},
      archive_sizes_{streams.archive_sizes},
      series_{streams.series},
      pools_{streams.pools} {
    life_.set_outages([this](Duration t) { return life_outages_.resume(t); },
                      [this](Duration t, Duration length) { return life_outages_.end_of(t, length); });
    if (series_ != nullptr)
        life_.when_retrieved([this](Bytes bytes, Duration now) { series_->retrieved(bytes, now); });
    if (settings.place.link) {
        link_.emplace(*settings.place.link, settings.pipeline.upload_rate,
                      settings.life.retrieval.download_rate, vault_outages(settings));
        life_.set_link(&*link_);
    }
    pipeline_.emplace(PipelineInput{
        .settings = settings.pipeline,
        .place = settings.place,
        .traits = settings.traits,
        .options = options,
        .seed = settings.seed,
        .live = std::move(streams.live),
        .backfill = std::move(streams.backfill),
        .splits_latencies = splits_latencies,
        .outages = &upload_outages_,
        .link = link_ ? &*link_ : nullptr,
        .kept = {.sizes = asks_for_files(settings.life), .numbers = series_ != nullptr || streams.on_failure},
        .listeners = {.on_arrival = on_arrival(),
                      .on_stored = [this](const StoredArchive& archive) { store(archive); },
                      .on_failure = on_failure(std::move(streams.on_failure))},
        .progress = on_progress(),
    });
}

/// The calendar of who sends to the vault or asks something of it. Each has one of its own, because each asks
/// it by times of its own that must not decrease.
sim::OutageCalendar ServiceLoop::vault_outages(const ServiceSettings& settings) const {
    return outages_of(settings.place, {Resource::network, Resource::service}, settings.seed, latest_);
}

std::function<void(const File&)> ServiceLoop::on_arrival() {
    if (series_ == nullptr) return {};
    return [this](const File& file) { series_->arrived(file); };
}

std::function<void(const Failure&)> ServiceLoop::on_failure(std::function<void(const Failure&)> tell) {
    if (series_ == nullptr) return tell;
    return [this, tell = std::move(tell)](const Failure& failure) {
        series_->failed(failure);
        if (tell) tell(failure);
    };
}

backup::ReplayProgressCallback ServiceLoop::on_progress() {
    if (!progress_) return {};
    return [this](const backup::ReplayProgress& progress) { tell(progress); };
}

/// The pipeline tells the arrival of a file that is still to come: life may be at an earlier instant.
void ServiceLoop::tell(const backup::ReplayProgress& progress) {
    reached_ = std::max(reached_, progress.reached);
    progress_({progress.files, reached_});
}

bool ServiceLoop::advance(EventKey until) {
    if (pipeline_->error()) error_ = pipeline_->error();
    if (link_ && link_->never_ends())
        error_ = failure(backup::diagnostic_of({backup::Trouble::Kind::time_out_of_range, {}}));
    if (error_) return false;
    const EventKey others = std::min(key_of(life_.next(), Rank::life), link_key());
    const EventKey next = std::min(pipeline_->next(), others);
    if (next >= until) return false;
    if (pools_ != nullptr) pools_->observe(*pipeline_, last_, time_of(next));
    last_ = time_of(next);
    if (next < others) {
        advance_pipeline(std::min(others, until));
    } else if (rank_of(others) == Rank::life) {
        step_life();
    } else {
        advance_link(last_);
    }
    if (series_ != nullptr) series_->observe(*pipeline_, life_, last_);
    return true;
}

ServiceOutcome ServiceLoop::finish() {
    if (pools_ != nullptr) pools_->observe(*pipeline_, last_, Duration::max());
    if (series_ != nullptr) series_->finish(last_);
    LifeResult life = life_.result();
    if (archive_sizes_ != nullptr && life_.archives() <= kMostArchiveSizes) *archive_sizes_ = life_.sizes();
    return {pipeline_->outcome(), std::move(life)};
}

void ServiceLoop::store(const StoredArchive& archive) {
    life_.store(archive);
    if (series_ != nullptr) series_->stored(archive);
    if (pools_ != nullptr) pools_->stored(archive);
}

void ServiceLoop::advance_pipeline(EventKey until) {
    if (series_ == nullptr && pools_ == nullptr) {
        pipeline_->run_until(until);
    } else {
        pipeline_->step();
    }
}

/// Downloads past the horizon count for nothing, once nothing is uploaded any more.
EventKey ServiceLoop::link_key() const {
    if (!link_) return kNever;
    const bool uploads = link_->uploads() > 0 || pipeline_->next() != kNever;
    return uploads || link_->next() < horizon_ ? key_of(link_->next(), Rank::transfer) : kNever;
}

/// Years of audits may come after the last arrival, of which the pipeline says how far it is.
void ServiceLoop::step_life() {
    constexpr std::uint64_t kStepsAtOnce = std::uint64_t{1} << 16U;
    life_.step();
    if (++life_steps_ % kStepsAtOnce != 0) return;
    if (progress_) tell({pipeline_->files_read(), last_});
    if (is_cancelled_ && is_cancelled_()) error_.emplace();
}

void ServiceLoop::advance_link(Duration now) {
    const auto ended = link_->advance(now);
    if (!ended) return;
    if (ended->flow_class == sim::FlowClass::upload) {
        pipeline_->end_transfer(ended->id, now);
    } else {
        life_.download_ended(ended->id, now);
    }
}

}  // namespace firn::service
