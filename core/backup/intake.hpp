#pragma once

#include "core/backup/arrival_sums.hpp"
#include "core/backup/fetch_stage.hpp"
#include "core/backup/fetched_files.hpp"
#include "core/backup/replay.hpp"
#include "core/workload/file_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace firn::backup {

/// The part of a replay that no bundle policy changes: files are read and fetched, round after round.
///
/// While the policies work on one round, the next one can be fetched: it becomes theirs with hand_over().
class Intake {
  public:
    /// `policies`: how many will work on each round.
    Intake(const PipelineSettings& settings, const ReplayOptions& options, Duration latest,
           std::size_t policies, workload::FileSource& source);

    /// Reads and fetches the files of the next round; when there are none, those still in flight, as the last
    /// round.
    void fetch_next();
    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }
    [[nodiscard]] bool at_end() const { return at_end_; }

    /// Puts the round that was fetched in place of the one before.
    void hand_over(FetchedFiles& files);

    [[nodiscard]] ReplayProgress progress() const { return {sums_.files(), last_arrival_}; }
    [[nodiscard]] const ArrivalSums& sums() const { return sums_; }
    [[nodiscard]] UInt128 fetch_wait_sum() const { return fetch_.wait_sum(); }

  private:
    [[nodiscard]] Result<bool> read();
    [[nodiscard]] std::optional<Trouble> fetch();

    workload::FileSource& source_;
    std::size_t files_per_round_;
    bool many_policies_;
    FetchStage fetch_;
    ArrivalSums sums_;
    workload::FileBlock block_;
    workload::FileBlock piece_;
    OrderedFiles ordered_;
    Duration last_arrival_{};
    Duration last_completion_{};
    bool at_end_ = false;
    std::optional<Diagnostics> error_;
};

}  // namespace firn::backup
