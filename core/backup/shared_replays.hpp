#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/backup/bundle_size_replay.hpp"
#include "core/backup/fetched_files.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace firn::backup {

/// The replays of a sweep's policies, as few as there are different ones so far.
///
/// As long as every directory was closed by its age, before it held the bundle size, every larger bundle size
/// has had the same archives. So one replay, that of the smallest size, stands for them all; when a directory
/// is filled, it goes on alone and leaves a copy to the others. Policies that tell somebody of their archives
/// are never shared.
class SharedReplays {
  public:
    /// `on_sent`: empty, or one for each policy.
    SharedReplays(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
                  const ReplayOptions& options, LatencyStore store,
                  std::span<const SentArchiveCallback> on_sent);

    /// The replays there are, slowest first; tasks of different ones may run at once.
    [[nodiscard]] std::vector<std::size_t> slowest_first() const;
    /// What comes of the files for this replay, and for those that part from it on them.
    void take(std::size_t replay, const FetchedFiles& files);
    /// After the last files.
    void finish(std::size_t replay, const FetchedFiles& files) { replays_[replay]->finish(files); }

    /// From now on the quantiles come from a sketch.
    void start_sketch();

    /// Of the first policy that has one.
    [[nodiscard]] std::optional<Trouble> first_trouble() const;
    /// The earliest file that is not in an archive yet with every policy.
    [[nodiscard]] std::uint64_t first_open_file() const;
    /// As BundleSizeReplay::result, for each policy.
    [[nodiscard]] ReplayResult result(std::size_t policy, const FetchedFiles& files) const;

  private:
    [[nodiscard]] static bool may_share(const BundlePolicy& smaller, const BundlePolicy& larger);
    void part(std::size_t replay);
    [[nodiscard]] std::size_t replay_of(std::size_t policy) const;

    std::vector<BundlePolicy> policies_;
    /// The policies, those that may share beside each other with sizes that ascend.
    std::vector<std::size_t> order_;
    /// Where in that order a policy stands.
    std::vector<std::size_t> places_;
    /// By place: a replay stands for its place and those behind it that have none.
    std::vector<std::optional<BundleSizeReplay>> replays_;
};

}  // namespace firn::backup
