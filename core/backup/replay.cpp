#include "core/backup/replay.hpp"

#include "core/backup/sweep.hpp"

#include <utility>

namespace firn::backup {

Result<ReplayResult> replay(const PipelineSettings& settings, const ReplayOptions& options,
                            workload::FileSource& source, const ReplayProgressCallback& progress) {
    const Bytes size = settings.bundle_size;
    auto results = replay_sweep(settings, std::span{&size, 1}, options, source, progress);
    if (!results) return results.error();
    return std::move(results->front());
}

Result<std::vector<ReplayResult>> replay_sweep(const PipelineSettings& settings,
                                               std::span<const Bytes> bundle_sizes,
                                               const ReplayOptions& options, workload::FileSource& source,
                                               const ReplayProgressCallback& progress) {
    return Sweep{settings, bundle_sizes, options}.run(source, progress);
}

}  // namespace firn::backup
