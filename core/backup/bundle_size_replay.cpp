#include "core/backup/bundle_size_replay.hpp"

#include "core/backup/pipeline_settings.hpp"
#include "core/random/splitmix.hpp"

#include <algorithm>

namespace firn::backup {
namespace {

std::uint64_t to_count(Duration duration) { return static_cast<std::uint64_t>(duration.count()); }
std::uint64_t to_count(Bytes bytes) { return static_cast<std::uint64_t>(bytes.count()); }

std::uint64_t fingerprint_of(const ClosedBundle& bundle, const Upload& upload) {
    using random::mix;
    return mix(mix(mix(to_count(bundle.closed)) + to_count(upload.done)) + to_count(bundle.archive));
}

}  // namespace

BundleSizeReplay::BundleSizeReplay(const PipelineSettings& settings, const ReplayOptions& options,
                                   LatencyStore store, Duration latest)
    : bundler_{settings},
      uploads_{settings, latest},
      usage_{options},
      hours_{options.start},
      latencies_{store, sim::kernels_of(options.instructions), options.late_after.value_or(Duration{})},
      packing_{settings.packing} {
    totals_.bundle_size = settings.bundle_size;
    totals_.max_age = settings.max_age;
}

void BundleSizeReplay::take(const FetchedFiles& files) {
    bundler_.cut(files.ordered, closed_);
    send_closed(files);
    at_risk_.advance(files.arrived, files.settled_until);
}

void BundleSizeReplay::finish(const FetchedFiles& files) {
    bundler_.finish(closed_);
    send_closed(files);
    at_risk_.advance(files.arrived, Duration::max());
}

bool BundleSizeReplay::would_be_filled(const FetchedFiles& files) const {
    Bundler bundler = bundler_;
    std::vector<ClosedBundle> closed;
    bundler.cut(files.ordered, closed);
    return std::any_of(closed.begin(), closed.end(),
                       [](const ClosedBundle& bundle) { return !bundle.by_age; });
}

void BundleSizeReplay::set_bundle_size(Bytes size) {
    bundler_.set_bundle_size(size);
    totals_.bundle_size = size;
}

void BundleSizeReplay::send_closed(const FetchedFiles& files) {
    for (const ClosedBundle& bundle : closed_) {
        const Upload upload = uploads_.upload(bundle);
        if (uploads_.trouble()) break;
        if (on_sent_) tell_of(bundle, upload, files);
        count(bundle, upload);
        usage_.add(bundle, upload);
        hours_.add(bundle);
        at_risk_.confirm(upload.done, bundle.raw);
        latencies_.add(bundle, upload.done, files.arrivals);
    }
    closed_.clear();
}

void BundleSizeReplay::tell_of(const ClosedBundle& bundle, const Upload& upload,
                               const FetchedFiles& files) const {
    const bool is_alone = packing_ == Packing::each_alone;
    on_sent_({.number = totals_.archives,
              .closed = bundle.closed,
              .done = upload.done,
              .raw = bundle.raw,
              .archive = bundle.archive,
              .files = bundle.files(),
              .first = bundle.first,
              .places = is_alone ? nullptr : &*files.places});
}

void BundleSizeReplay::count(const ClosedBundle& bundle, const Upload& upload) {
    const std::uint64_t files = bundle.files();
    totals_.files += files;
    totals_.archives += 1;
    totals_.closed_by_age += bundle.by_age ? 1 : 0;
    totals_.raw_bytes += bundle.raw;
    totals_.archive_bytes += bundle.archive;
    totals_.upload_requests += upload.calls;
    totals_.makespan = std::max(totals_.makespan, upload.done);
    totals_.fingerprint += fingerprint_of(bundle, upload);
    totals_.restore_read += static_cast<UInt128>(to_count(bundle.archive)) * files;
    totals_.latency.sum += static_cast<UInt128>(to_count(upload.done)) * files;
    byte_confirmations_ += static_cast<UInt128>(to_count(upload.done)) * to_count(bundle.raw);
}

ReplayResult BundleSizeReplay::result(const FetchedFiles& files) const {
    ReplayResult result = totals_;
    result.billed_bytes = result.archive_bytes + kBilledOverhead * static_cast<std::int64_t>(result.archives);
    result.at_risk.integral = ByteTime{byte_confirmations_};
    result.at_risk.maximum = at_risk_.maximum();
    result.hours = hours_.hours();
    result.months = usage_.months();
    result.archives_past_horizon = usage_.archives_past_horizon();
    latencies_.summarise(result.latency, files.arrivals);
    return result;
}

}  // namespace firn::backup
