#include "core/service/pipeline_meter.hpp"

#include "core/random/splitmix.hpp"

#include <algorithm>

namespace firn::service {

namespace {

std::uint64_t to_count(Duration duration) { return static_cast<std::uint64_t>(duration.count()); }
std::uint64_t to_count(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

std::uint64_t fingerprint_of(const Bundle& bundle, Duration done) {
    using random::mix;
    return mix(mix(mix(to_count(bundle.closed)) + to_count(done)) + to_count(bundle.archive));
}

}  // namespace

PipelineMeter::PipelineMeter(const backup::ReplayOptions& options, const backup::BundlePolicy& policy,
                             bool has_backfill, bool splits_latencies)
    : usage_{options},
      hours_{options.start},
      latency_{options.quantiles, sim::kernels_of(options.instructions)},
      has_backfill_{has_backfill} {
    replay_.bundle_size = policy.size;
    replay_.max_age = policy.max_age;
    if (has_backfill || splits_latencies) split_.emplace(sim::kernels_of(options.instructions));
}

/// What changes within one instant has no duration: at risk is what is left at its end.
void PipelineMeter::go_on_to(Duration now) {
    if (now == instant_) return;
    at_risk_most_ = std::max(at_risk_most_, bytes_.waiting);
    instant_ = now;
}

void PipelineMeter::arrived(const File& file) {
    go_on_to(file.arrival);
    ++files_.arrived;
    ++files_.waiting;
    bytes_.arrived += file.size;
    bytes_.waiting += file.size;
    at_risk_integral_ -= static_cast<UInt128>(to_count(file.arrival)) * to_count(file.size);
}

void PipelineMeter::taken(const File& file) {
    ++backfill_files_.arrived;
    ++backfill_files_.waiting;
    backfill_bytes_.arrived += file.size;
    backfill_bytes_.waiting += file.size;
}

void PipelineMeter::leave(const File& file, Duration now) {
    go_on_to(now);
    FileStates& files = files_of(file.from_backfill());
    ByteStates& bytes = bytes_of(file.from_backfill());
    --files.waiting;
    bytes.waiting -= file.size;
    if (file.from_backfill()) return;
    if (split_) split_->lost({&file.arrival, 1});
    at_risk_integral_ += static_cast<UInt128>(to_count(now)) * to_count(file.size);
    oldest_ = std::max(oldest_, now - file.arrival);
}

void PipelineMeter::failed(const File& file, Duration now) {
    leave(file, now);
    ++files_of(file.from_backfill()).failed;
    bytes_of(file.from_backfill()).failed += file.size;
    ++faults_.files_given_up;
}

void PipelineMeter::vanished(const File& file, Duration now) {
    leave(file, now);
    ++files_of(file.from_backfill()).vanished;
    bytes_of(file.from_backfill()).vanished += file.size;
    ++faults_.files_vanished;
}

void PipelineMeter::deleted(const File& file, Duration now) {
    vanished(file, now);
    ++faults_.deleted_before_fetch;
}

void PipelineMeter::archive_failed(const Bundle& bundle, Duration now) {
    go_on_to(now);
    FileStates& files = files_of(bundle.from_backfill);
    ByteStates& bytes = bytes_of(bundle.from_backfill);
    files.waiting -= bundle.files();
    files.failed += bundle.files();
    bytes.waiting -= bundle.raw;
    bytes.failed += bundle.raw;
    ++faults_.archives_given_up;
    faults_.files_in_archives_given_up += bundle.files();
    if (bundle.from_backfill) return;
    if (split_) split_->lost(bundle.arrivals);
    at_risk_integral_ += static_cast<UInt128>(to_count(now)) * to_count(bundle.raw);
    oldest_ = std::max(oldest_, now - *std::min_element(bundle.arrivals.begin(), bundle.arrivals.end()));
}

void PipelineMeter::closed(const Bundle& bundle) {
    hours_.add({.closed = bundle.closed, .raw = bundle.raw, .archive = {}, .by_age = bundle.by_age});
}

void PipelineMeter::stored(const Bundle& bundle, const backup::Upload& upload) {
    go_on_to(upload.done);
    const std::uint64_t count = bundle.files();
    FileStates& files = files_of(bundle.from_backfill);
    ByteStates& bytes = bytes_of(bundle.from_backfill);
    files.waiting -= count;
    files.stored += count;
    bytes.waiting -= bundle.raw;
    bytes.stored += bundle.raw;
    replay_.files += count;
    replay_.archives += 1;
    replay_.closed_by_age += bundle.by_age ? 1 : 0;
    replay_.raw_bytes += bundle.raw;
    replay_.archive_bytes += bundle.archive;
    replay_.makespan = std::max(replay_.makespan, upload.done);
    replay_.fingerprint += fingerprint_of(bundle, upload.done);
    replay_.restore_read += static_cast<UInt128>(to_count(bundle.archive)) * count;
    usage_.add({.closed = bundle.closed, .end = count, .raw = bundle.raw, .archive = bundle.archive}, upload);
    if (bundle.from_backfill) {
        ++backfill_archives_;
    } else {
        at_risk_integral_ += static_cast<UInt128>(to_count(upload.done)) * to_count(bundle.raw);
        latency_.add(bundle.arrivals, upload.done);
        if (split_) split_->stored(bundle.arrivals, upload.done);
    }
}

void PipelineMeter::split_latencies(Duration now) {
    if (split_) split_->split(now, files_.waiting);
}

PipelineOutcome PipelineMeter::outcome() const {
    PipelineOutcome outcome;
    backup::ReplayResult& replay = outcome.replay;
    replay = replay_;
    outcome.faults = faults_;
    replay.billed_bytes =
        replay.archive_bytes + backup::kBilledOverhead * static_cast<std::int64_t>(replay.archives);
    replay.fetch_wait_sum = fetch_wait_;
    replay.latency = latency_.summary();
    replay.at_risk = {.integral = ByteTime{at_risk_integral_},
                      .maximum = std::max(at_risk_most_, bytes_.waiting)};
    replay.hours = hours_.hours();
    replay.months = usage_.months();
    replay.archives_past_horizon = usage_.archives_past_horizon();
    outcome.files = files_;
    outcome.bytes = bytes_;
    outcome.oldest_unprotected = std::max(oldest_, replay.latency.max);
    if (!has_backfill_) return outcome;
    outcome.backfill = BackfillOutcome{.files = backfill_files_,
                                       .bytes = backfill_bytes_,
                                       .archives = backfill_archives_,
                                       .done = split_->at(),
                                       .live_meanwhile = split_->early(),
                                       .live_afterwards = split_->late()};
    return outcome;
}

}  // namespace firn::service
