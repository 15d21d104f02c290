#include "core/backup/replay.hpp"

#include "core/backup/sweep.hpp"

#include <utility>

namespace firn::backup {

Result<ReplayResult> replay(const PipelineSettings& settings, const ReplayOptions& options,
                            workload::FileSource& source, const ReplayProgressCallback& progress) {
    const BundlePolicy policy{settings.bundle_size, settings.max_age, settings.packing};
    auto results = replay_sweep(settings, std::span{&policy, 1}, options, source, progress);
    if (!results) return results.error();
    return std::move(results->front());
}

Result<std::vector<ReplayResult>> replay_sweep(const PipelineSettings& settings,
                                               std::span<const BundlePolicy> policies,
                                               const ReplayOptions& options, workload::FileSource& source,
                                               const ReplayProgressCallback& progress,
                                               std::span<const SentArchiveCallback> on_sent) {
    return Sweep{settings, policies, options, source, on_sent}.run(progress);
}

}  // namespace firn::backup
