#pragma once

#include "core/backup/fetched_files.hpp"
#include "core/backup/intake.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/shared_replays.hpp"
#include "core/sim/task_team.hpp"
#include "core/workload/file_source.hpp"

#include <span>
#include <vector>

namespace firn::backup {

/// One pass over the files for any number of bundle policies.
///
/// Files are drawn and fetched once; no policy changes when a fetch ends. From there on each policy goes
/// its own way, on any thread, round after round, while the caller's thread fetches the next round.
class Sweep {
  public:
    Sweep(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
          const ReplayOptions& options, workload::FileSource& source,
          std::span<const SentArchiveCallback> on_sent = {});

    [[nodiscard]] Result<std::vector<ReplayResult>> run(const ReplayProgressCallback& progress);

  private:
    void work_on_round();
    void work_on_last_round();
    void limit_exactness();
    void forget_what_is_settled();
    [[nodiscard]] std::vector<ReplayResult> results();

    Quantiles quantiles_;
    LatencyStore store_;
    Intake intake_;
    FetchedFiles files_;
    std::size_t policies_;
    SharedReplays replays_;
    sim::TaskTeam team_;
};

}  // namespace firn::backup
