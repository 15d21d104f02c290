#pragma once

#include "core/backup/hour_meter.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/upload_stage.hpp"
#include "core/backup/usage_meter.hpp"
#include "core/service/bundle.hpp"
#include "core/service/file.hpp"
#include "core/service/latency_meter.hpp"
#include "core/service/latency_split.hpp"
#include "core/service/service_result.hpp"

#include <cstdint>
#include <optional>

namespace firn::service {

/// Counts what becomes of files and archives, live and of the backfill.
class PipelineMeter {
  public:
    /// `splits_latencies`: also without a backfill.
    PipelineMeter(const backup::ReplayOptions& options, const backup::BundlePolicy& policy, bool has_backfill,
                  bool splits_latencies);

    void arrived(const File& file);
    /// A file of the backfill has left the old place.
    void taken(const File& file);
    /// The first attempt of a file begins.
    void begun(const File& file, Duration now) {
        if (!file.from_backfill()) fetch_wait_ += static_cast<std::uint64_t>((now - file.arrival).count());
    }
    /// Its last attempt failed.
    void failed(const File& file, Duration now);
    /// Nobody found it when it was fetched.
    void vanished(const File& file, Duration now);
    /// Its retention ended before anybody fetched it; it counts as vanished.
    void deleted(const File& file, Duration now);
    void archive_failed(const Bundle& bundle, Duration now);
    void closed(const Bundle& bundle);
    void called(std::uint64_t calls) { replay_.upload_requests += calls; }
    void stored(const Bundle& bundle, const backup::Upload& upload);
    /// The backfill is done, or would be: whoever arrives from now on comes afterwards.
    void split_latencies(Duration now);

    [[nodiscard]] const FileStates& files() const { return files_; }
    [[nodiscard]] const FileStates& backfill_files() const { return backfill_files_; }
    [[nodiscard]] Bytes at_risk() const { return bytes_.waiting; }
    /// nullptr: they are not split.
    [[nodiscard]] const LatencySplit* split() const { return split_ ? &*split_ : nullptr; }
    /// All but what pools, staging and chance know.
    [[nodiscard]] PipelineOutcome outcome() const;

  private:
    void leave(const File& file, Duration now);
    void go_on_to(Duration now);
    [[nodiscard]] FileStates& files_of(bool backfill) { return backfill ? backfill_files_ : files_; }
    [[nodiscard]] ByteStates& bytes_of(bool backfill) { return backfill ? backfill_bytes_ : bytes_; }

    backup::ReplayResult replay_;
    backup::UsageMeter usage_;
    backup::HourMeter hours_;
    LatencyMeter latency_;
    FileStates files_;
    ByteStates bytes_;
    UInt128 fetch_wait_ = 0;
    UInt128 at_risk_integral_ = 0;
    /// At the end of any instant before that of the last change.
    Bytes at_risk_most_{};
    Duration instant_{};
    Duration oldest_{};
    /// All but attempts.
    FaultCounts faults_;

    bool has_backfill_;
    FileStates backfill_files_;
    ByteStates backfill_bytes_;
    std::uint64_t backfill_archives_ = 0;
    std::optional<LatencySplit> split_;
};

}  // namespace firn::service
