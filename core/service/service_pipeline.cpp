#include "core/service/service_pipeline.hpp"

#include "core/backup/latest_time.hpp"
#include "core/service/horizon.hpp"
#include "core/service/outages.hpp"
#include "core/service/schedules.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

namespace {

backup::BundlePolicy policy_of(const backup::PipelineSettings& settings) {
    return {.size = settings.bundle_size, .max_age = settings.max_age, .packing = settings.packing};
}

std::optional<BackfillLine> backfill_of(PipelineInput& input) {
    if (!input.backfill) return std::nullopt;
    return BackfillLine{FileCursor{FileStream{std::move(input.backfill), input.traits, input.place.faults,
                                              input.seed, kFirstBackfillFile}},
                        input.place.drives, input.seed};
}

/// By entry of Life::deletions; of entries without a retention, and of what lives on, for ever.
std::vector<Duration> keeps_of(const FileTraits& traits) {
    constexpr Duration kForEver{std::int64_t{1} << 61U};
    std::vector<Duration> keeps(std::size_t{kLivesOn} + 1, kForEver);
    for (std::size_t entry = 0; entry < traits.deletions.size(); ++entry)
        keeps[entry] = traits.deletions[entry].keep.value_or(kForEver);
    return keeps;
}

}  // namespace

ServicePipeline::ServicePipeline(PipelineInput input)
    : settings_{input.settings},
      place_{input.place},
      keeps_{keeps_of(input.traits)},
      news_{std::move(input.listeners), input.place.bundling, input.seed},
      progress_{std::move(input.progress)},
      meter_{input.options, policy_of(input.settings), static_cast<bool>(input.backfill),
             input.splits_latencies},
      backfill_is_done_{!input.backfill},
      lines_{FileStream{std::move(input.live), input.traits, input.place.faults, input.seed, 0},
             backfill_of(input)},
      staging_{input.place.staging},
      fetches_{
          input.settings,
          input.place,
          input.seed,
          horizon_of(input.options),
          outages_of(input.place, {Resource::store}, input.seed, backup::latest_time(input.options.start)),
          backup::latest_time(input.options.start)},
      directories_{policy_of(input.settings), input.place.bundling, input.kept,
                   input.traits.deletions.size()},
      uploads_{input.settings,
               input.place,
               input.seed,
               horizon_of(input.options),
               *input.outages,
               input.link,
               backup::latest_time(input.options.start)},
      fetcher_schedule_{fetcher_schedule(input.settings.fetchers, input.place.schedule)},
      uploader_schedule_{uploader_schedule(input.settings.uploaders, input.place.schedule)} {
    change_workers(Duration{0});
    look_for_arrival();
    settle(Duration{0});
    check_backfill(Duration{0});
    look_ahead(Duration{0});
}

void ServicePipeline::run_until(EventKey key) {
    told_others_ = false;
    while (next() < key && !told_others_ && !error_) {
        if (next() == arrival_key_ && !fetches_.workers().any_free()) {
            arrive_until(std::min({key, fetch_key_, rare_key_}));
        } else {
            step();
        }
    }
}

void ServicePipeline::step() {
    const EventKey key = next();
    const Duration now = time_of(key);
    if (key == arrival_key_) {
        arrive();
        return;
    }
    if (key == fetch_key_) {
        end_fetch(now);
        return;
    }
    handle(key);
    look_ahead(now);
}

/// The events that are rare beside arrivals and fetches.
void ServicePipeline::handle(EventKey key) {
    const Duration now = time_of(key);
    switch (rank_of(key)) {
        case Rank::workers_change:
            change_workers(now);
            break;
        case Rank::upload_ends:
            end_upload(uploads_.end_next());
            return;
        case Rank::transfer:
            uploads_.begin_transfer();
            told_others_ = true;
            return;
        case Rank::age_out:
            directories_.age_out();
            break;
        case Rank::pause_ends:
            end_pauses(now);
            break;
        case Rank::fetch_ends:
        case Rank::arrival:
        case Rank::life:
            break;
    }
    settle(now);
}

void ServicePipeline::change_workers(Duration now) {
    fetches_.workers().set(fetcher_schedule_.at(now));
    uploads_.workers().set(uploader_schedule_.at(now));
    next_change_ = std::min(fetcher_schedule_.next_change(now), uploader_schedule_.next_change(now));
}

/// After an event: whoever can begins, and what is complete is sent.
void ServicePipeline::settle(Duration now) {
    begin_fetches(now);
    lines_.note_length();
    close_what_is_complete(now);
    send_closed(now);
}

void ServicePipeline::check_backfill(Duration now) {
    if (backfill_is_done_ || meter_.backfill_files().waiting > 0 || !lines_.no_backfill()) return;
    backfill_is_done_ = true;
    meter_.split_latencies(now);
    told_others_ = true;
}

/// Whether workers will be needed again: a daily schedule changes them for ever.
bool ServicePipeline::is_anything_left() {
    if (arrival_key_ != kNever || meter_.files().waiting > 0) return true;
    return meter_.backfill_files().waiting > 0 || !lines_.no_backfill();
}

/// Finds the next event of each kind but arrivals anew.
void ServicePipeline::look_ahead(Duration now) {
    fetch_key_ = key_of(fetches_.next_end(), Rank::fetch_ends);
    const Duration pause_end = std::min(fetches_.next_pause_end(), uploads_.next_pause_end());
    const Duration change =
        std::min(is_anything_left() ? next_change_ : Duration::max(), lines_.next_mounted(now));
    known_age_out_ = directories_.next_age_out();
    rare_key_ =
        std::min({key_of(change, Rank::workers_change), key_of(uploads_.next_end(), Rank::upload_ends),
                  key_of(uploads_.next_transfer(), Rank::transfer), key_of(known_age_out_, Rank::age_out),
                  key_of(pause_end, Rank::pause_ends)});
    look_for_trouble();
}

void ServicePipeline::look_for_trouble() {
    if (lines_.backfill() != nullptr && lines_.backfill()->error()) {
        error_ = lines_.backfill()->error();
    } else if (uploads_.too_large()) {
        error_ =
            failure(backup::diagnostic_of({backup::Trouble::Kind::archive_too_large, *uploads_.too_large()}));
    } else if (fetches_.reached_latest() || uploads_.reached_latest()) {
        error_ = failure(backup::diagnostic_of({backup::Trouble::Kind::time_out_of_range, {}}));
    }
}

PipelineOutcome ServicePipeline::outcome() const {
    PipelineOutcome outcome = meter_.outcome();
    outcome.replay.upload_requests = uploads_.calls();
    outcome.faults.fetch_attempts = fetches_.attempts();
    outcome.faults.fetch_attempts_failed = fetches_.attempts_failed();
    outcome.faults.upload_attempts = uploads_.attempts();
    outcome.faults.upload_attempts_failed = uploads_.attempts_failed();
    outcome.fetchers = {fetcher_schedule_.at(Duration{0}), fetches_.use().by_hour(), lines_.longest()};
    outcome.uploaders = {uploader_schedule_.at(Duration{0}), uploads_.use().by_hour(),
                         uploads_.longest_line()};
    outcome.staging_most = staging_.most();
    outcome.closed_for_room = closed_for_room_;
    if (const BackfillLine* line = lines_.backfill(); line != nullptr && outcome.backfill) {
        outcome.backfill->dead_drives = line->dead_drives();
        outcome.backfill->files_on_dead_drives = line->lost_files();
        outcome.backfill->bytes_on_dead_drives = line->lost_bytes();
    }
    return outcome;
}

}  // namespace firn::service
