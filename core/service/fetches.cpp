#include "core/service/fetches.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::service {

Fetches::Fetches(const backup::PipelineSettings& settings, const Place& place, std::uint64_t seed,
                 Duration horizon, sim::OutageCalendar store_outages, Duration latest)
    : workers_{settings.fetchers, place.backfill_share},
      latency_{settings.fetch_latency},
      transfer_{settings.fetch_rate},
      retries_{place.faults.retry, place.faults.fetch_failure, seed, "fetch"},
      outages_{std::move(store_outages)},
      latest_{latest},
      use_{horizon} {}

void Fetches::begin(const File& file, Duration now) {
    ++attempts_;
    workers_.begin(file.from_backfill());
    const Duration length = file.vanished ? latency_ : latency_ + transfer_.of(file.size);
    const Duration end = std::min(outages_.end_of(now, length), latest_);
    reached_latest_ = reached_latest_ || end == latest_;
    use_.add(std::max(now, end - length), end);
    const std::uint32_t slot = free_slot();
    running_.set(slot, key_of(end, file.number, slot));
    files_[slot] = file;
}

std::uint32_t Fetches::free_slot() {
    if (vacant_ != kNoSlot) return std::exchange(vacant_, kNoSlot);
    if (free_.empty()) {
        files_.emplace_back();
        running_.reserve(files_.size());
        return static_cast<std::uint32_t>(files_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
}

void Fetches::vacate() {
    running_.clear(vacant_);
    free_.push_back(vacant_);
    vacant_ = kNoSlot;
}

std::vector<Duration> Fetches::ends() const {
    const auto keys = running_.keys();
    std::vector<Duration> ends;
    for (std::size_t slot = 0; slot < keys.size(); ++slot) {
        if (keys[slot] != sim::kNobody<Key> && slot != vacant_) ends.push_back(end_of(keys[slot]));
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

Fetches::Outcome Fetches::outcome_of(const File& file) const {
    if (file.vanished) return Outcome::vanished;
    const bool fails = file.failed_attempts == 0 ? file.first_attempt_fails
                                                 : retries_.fails(file.number, file.failed_attempts + 1U);
    if (!fails) return Outcome::fetched;
    return retries_.gives_up_after(file.failed_attempts + 1U) ? Outcome::given_up : Outcome::failed;
}

Fetches::Ended Fetches::end_next() {
    const Key next = running_.least();
    const std::uint32_t slot = slot_of(next);
    vacant_ = slot;
    File& file = files_[slot];
    const Outcome outcome = outcome_of(file);
    workers_.end(file.from_backfill());
    if (outcome == Outcome::failed || outcome == Outcome::given_up) {
        ++attempts_failed_;
        ++file.failed_attempts;
    }
    if (outcome == Outcome::failed) {
        const Duration pause = retries_.pause(file.number, file.failed_attempts);
        pausing_.push(std::min(end_of(next) + pause, latest_), file.number, file);
    }
    return {file, outcome};
}

}  // namespace firn::service
