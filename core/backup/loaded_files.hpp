#pragma once

#include "core/backup/arrival_sums.hpp"
#include "core/backup/bundle_policy.hpp"
#include "core/backup/fetched_files.hpp"
#include "core/backup/latency_recorder.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>

namespace firn::backup {

/// A workload that is fetched once and kept, for whoever asks for one bundle size after the other: what
/// follows the fetchers takes a few nanoseconds a file.
///
/// Memory: 48 bytes a file.
class LoadedFiles {
  public:
    /// Reads and fetches all files. Quantiles and late files as in a sweep of many sizes: `automatic` is
    /// exact up to kExactQuantileFiles files. Errors: those of replay().
    [[nodiscard]] static Result<LoadedFiles> load(const PipelineSettings& settings,
                                                  const ReplayOptions& options, workload::FileSource& source,
                                                  const ReplayProgressCallback& progress = {});

    /// As replay() with that policy in the settings. Errors: those of the uploads.
    [[nodiscard]] Result<ReplayResult> replay(const BundlePolicy& policy) const;

    [[nodiscard]] std::uint64_t files() const { return files_.ordered.files; }

  private:
    LoadedFiles(const PipelineSettings& settings, const ReplayOptions& options, const ArrivalSums& sums)
        : settings_{settings}, options_{options}, sums_{sums} {}

    [[nodiscard]] LatencyStore store() const;

    PipelineSettings settings_;
    ReplayOptions options_;
    FetchedFiles files_;
    ArrivalSums sums_;
    UInt128 fetch_wait_sum_ = 0;
};

}  // namespace firn::backup
