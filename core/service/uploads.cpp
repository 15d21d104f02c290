#include "core/service/uploads.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

Uploads::Uploads(const backup::PipelineSettings& settings, const Place& place, std::uint64_t seed,
                 Duration horizon, sim::OutageCalendar& outages, LinkTraffic* link, Duration latest)
    : workers_{settings.uploaders, place.backfill_share},
      latency_{settings.upload_latency},
      transfer_{settings.upload_rate},
      calls_{settings},
      retries_{place.faults.retry, place.faults.upload_failure, seed, "upload"},
      outages_{outages},
      link_{link},
      latest_{latest},
      use_{horizon} {}

void Uploads::join(Bundle bundle) {
    (bundle.from_backfill ? backfill_line_ : live_line_).push_back(std::move(bundle));
}

void Uploads::begin_all(Duration now) {
    while (!live_line_.empty() && workers_.any_free()) {
        begin(live_line_, now);
    }
    while (live_line_.empty() && !backfill_line_.empty() && workers_.free_for_backfill()) {
        begin(backfill_line_, now);
    }
    longest_line_ = std::max(longest_line_, waiting());
}

void Uploads::begin(sim::Ring<Bundle>& line, Duration now) {
    Attempt attempt{.bundle = std::move(line.front()), .begun = now};
    line.pop_front();
    const auto billed = calls_.billed(attempt.bundle.archive);
    if (!billed) too_large_ = attempt.bundle.archive;
    attempt.billed = billed.value_or(1);
    attempt.calls = calls_.waited_for(attempt.bundle.archive, attempt.billed);
    ++attempts_;
    calls_made_ += attempt.calls;
    workers_.begin(attempt.bundle.from_backfill);
    const Duration waits = waiting_of(attempt);
    const Duration sends = transfer_.of(attempt.bundle.archive);
    const std::uint64_t number = attempt.bundle.number;
    const Duration length = link_ != nullptr ? waits : std::min(waits + sends, latest_);
    const Duration end = end_of(now, length);
    attempt.works_from = std::max(now, end - length);
    (link_ != nullptr ? calling_ : running_).push(end, number, keep(std::move(attempt)));
}

/// What the calls of an attempt take beside its bytes.
Duration Uploads::waiting_of(const Attempt& attempt) const {
    const UInt128 waits = static_cast<UInt128>(latency_.count()) * attempt.calls;
    const auto latest = static_cast<UInt128>(latest_.count());
    return Duration{static_cast<std::int64_t>(std::min(waits, latest))};
}

Duration Uploads::end_of(Duration begin, Duration length) {
    const Duration end = std::min(outages_.end_of(begin, length), latest_);
    reached_latest_ = reached_latest_ || end == latest_;
    return end;
}

std::uint32_t Uploads::keep(Attempt attempt) {
    if (free_.empty()) {
        attempts_at_work_.push_back(std::move(attempt));
        return static_cast<std::uint32_t>(attempts_at_work_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    attempts_at_work_[slot] = std::move(attempt);
    return slot;
}

Bundle Uploads::take(std::uint32_t slot) {
    free_.push_back(slot);
    return std::move(attempts_at_work_[slot].bundle);
}

void Uploads::begin_transfer() {
    const Duration now = calling_.next_at();
    const std::uint32_t slot = calling_.pop();
    Attempt& attempt = attempts_at_work_[slot];
    use_.add(attempt.works_from, now);
    attempt.works_from = now;
    link_->begin_upload(slot, attempt.bundle.archive, now);
}

std::uint64_t Uploads::begun_before(Duration t) const {
    return static_cast<std::uint64_t>(std::count_if(attempts_at_work_.begin(), attempts_at_work_.end(),
                                                    [t](const Attempt& a) { return a.begun < t; }));
}

Uploads::Ended Uploads::end_next() {
    const Duration now = running_.next_at();
    return end(running_.pop(), now);
}

Uploads::Ended Uploads::end_transfer(std::uint64_t id, Duration now) {
    const auto slot = static_cast<std::uint32_t>(id);
    Attempt& attempt = attempts_at_work_[slot];
    attempt.works_from = std::max(attempt.works_from, link_->resumed());
    return end(slot, now);
}

Uploads::Ended Uploads::end(std::uint32_t slot, Duration now) {
    Attempt& attempt = attempts_at_work_[slot];
    Bundle& bundle = attempt.bundle;
    workers_.end(bundle.from_backfill);
    use_.add(attempt.works_from, now);
    attempt.begun = Duration::max();
    Ended ended;
    ended.upload = {now, attempt.calls, attempt.billed};
    if (!retries_.fails(bundle.number, bundle.failed_attempts + 1U)) {
        ended.bundle = take(slot);
        return ended;
    }
    ++attempts_failed_;
    ++bundle.failed_attempts;
    if (retries_.gives_up_after(bundle.failed_attempts)) {
        ended.outcome = Ended::Outcome::given_up;
        ended.bundle = take(slot);
        return ended;
    }
    ended.outcome = Ended::Outcome::failed;
    ended.bundle.number = bundle.number;
    ended.bundle.raw = bundle.raw;
    ended.bundle.from_backfill = bundle.from_backfill;
    ended.bundle.failed_attempts = bundle.failed_attempts;
    const Duration pause = retries_.pause(bundle.number, bundle.failed_attempts);
    pausing_.push(std::min(now + pause, latest_), bundle.number, slot);
    return ended;
}

}  // namespace firn::service
