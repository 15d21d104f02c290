#pragma once

#include "core/backup/arrival_sums.hpp"
#include "core/backup/bundle_policy.hpp"
#include "core/backup/bundle_size_replay.hpp"
#include "core/backup/fetch_stage.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/trouble.hpp"
#include "core/sim/task_team.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace firn::backup {

/// One pass over the files for any number of bundle sizes and largest ages.
///
/// Files are drawn and fetched once; no policy changes when a fetch ends. From there on each policy goes
/// its own way, on any thread, block after block.
class Sweep {
  public:
    Sweep(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
          const ReplayOptions& options);

    [[nodiscard]] Result<std::vector<ReplayResult>> run(workload::FileSource& source,
                                                        const ReplayProgressCallback& progress);

  private:
    [[nodiscard]] Result<bool> read(workload::FileSource& source, workload::FileBlock& block);
    [[nodiscard]] std::optional<Trouble> take(const workload::FileBlock& block);
    [[nodiscard]] std::optional<Trouble> finish();
    [[nodiscard]] std::optional<Trouble> pass_on();
    [[nodiscard]] std::optional<Trouble> first_trouble() const;
    void limit_exactness();
    void forget_what_is_settled();
    [[nodiscard]] std::vector<ReplayResult> results();

    Duration latest_;
    Quantiles quantiles_;
    LatencyStore store_;
    FetchStage fetch_;
    ArrivalSums sums_;
    FetchedFiles files_;
    Duration last_completion_{};
    std::vector<BundleSizeReplay> sizes_;
    sim::TaskTeam team_;
    bool at_end_ = false;
};

}  // namespace firn::backup
