#pragma once

#include "core/backup/at_risk_meter.hpp"
#include "core/backup/bundler.hpp"
#include "core/backup/fetched_files.hpp"
#include "core/backup/hour_meter.hpp"
#include "core/backup/latency_recorder.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/sent_archive.hpp"
#include "core/backup/trouble.hpp"
#include "core/backup/upload_stage.hpp"
#include "core/backup/usage_meter.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace firn::backup {

/// What becomes of fetched files with one bundle size: bundles, uploads, and all that is counted of them. Its
/// work is per archive, but for the latencies.
class BundleSizeReplay {
  public:
    BundleSizeReplay(const PipelineSettings& settings, const ReplayOptions& options, LatencyStore store,
                     Duration latest);

    void take(const FetchedFiles& files);
    /// After the last files: closes the last directory.
    void finish(const FetchedFiles& files);

    /// Whether one of these files would fill a directory, in place of its age closing it.
    [[nodiscard]] bool would_be_filled(const FetchedFiles& files) const;
    /// Goes on with another size, which no directory has held yet.
    void set_bundle_size(Bytes size);

    /// To be told of each archive; before the first files.
    void tell(SentArchiveCallback on_sent) { on_sent_ = std::move(on_sent); }

    /// From now on the quantiles come from a sketch.
    void start_sketch() { latencies_.forget_exact_values(); }

    [[nodiscard]] const std::optional<Trouble>& trouble() const { return uploads_.trouble(); }
    [[nodiscard]] std::uint64_t archives() const { return totals_.archives; }
    [[nodiscard]] std::uint64_t first_open_file() const { return bundler_.first_open_file(); }

    /// All fields but those that only the fetch stage knows; sums over files are of confirmation times alone,
    /// from which the arrivals are yet to be taken away.
    [[nodiscard]] ReplayResult result(const FetchedFiles& files) const;

  private:
    void send_closed(const FetchedFiles& files);
    void count(const ClosedBundle& bundle, const Upload& upload);
    void tell_of(const ClosedBundle& bundle, const Upload& upload, const FetchedFiles& files) const;

    Bundler bundler_;
    UploadStage uploads_;
    UsageMeter usage_;
    HourMeter hours_;
    AtRiskMeter at_risk_;
    LatencyRecorder latencies_;
    ReplayResult totals_;
    UInt128 byte_confirmations_ = 0;
    std::vector<ClosedBundle> closed_;
    Packing packing_;
    SentArchiveCallback on_sent_;
};

}  // namespace firn::backup
