#include "core/backup/loaded_files.hpp"

#include "core/backup/bundle_size_replay.hpp"
#include "core/backup/intake.hpp"
#include "core/backup/latest_time.hpp"
#include "core/backup/trouble.hpp"
#include "core/backup/with_policy.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace firn::backup {

namespace {

/// The entries that count, in front of which others lie already. Sums begin with that of no file.
template <class T>
void append(std::vector<T>& all, const std::vector<T>& round, std::size_t first, std::size_t count) {
    const auto begin = round.begin() + static_cast<std::ptrdiff_t>(first);
    all.insert(all.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
}

/// Arrivals are in the history.
void append(OrderedFiles& all, const OrderedFiles& round) {
    append(all.completions, round.completions, 0, round.files);
    append(all.raw_before, round.raw_before, 1, round.files);
    append(all.tar_before, round.tar_before, 1, round.files);
    all.files += round.files;
}

}  // namespace

Result<LoadedFiles> LoadedFiles::load(const PipelineSettings& settings, const ReplayOptions& options,
                                      workload::FileSource& source, const ReplayProgressCallback& progress) {
    constexpr std::size_t kOnePolicy = 1;  // small rounds, which are gone as soon as they are kept
    Intake intake{settings, options, latest_time(options.start), kOnePolicy, source};
    OrderedFiles all;
    FetchedFiles files;
    while (!intake.at_end()) {
        intake.fetch_next();
        if (intake.error()) return *intake.error();
        intake.hand_over(files);
        append(all, files.ordered);
        if (progress && !intake.at_end()) progress(intake.progress());
    }
    LoadedFiles loaded{settings, options, intake.sums()};
    loaded.files_ = std::move(files);
    loaded.files_.ordered = std::move(all);
    loaded.files_.arrived.draw_grid();
    loaded.fetch_wait_sum_ = intake.fetch_wait_sum();
    if (loaded.store() == LatencyStore::archives) loaded.files_.arrivals.note_pages();
    return loaded;
}

LatencyStore LoadedFiles::store() const {
    if (options_.late_after) return LatencyStore::late;
    const bool is_small = options_.quantiles == Quantiles::automatic && files() <= kExactQuantileFiles;
    return is_small || options_.quantiles == Quantiles::exact ? LatencyStore::archives : LatencyStore::sketch;
}

Result<ReplayResult> LoadedFiles::replay(const BundlePolicy& policy) const {
    BundleSizeReplay size{with_policy(settings_, policy), options_, store(), latest_time(options_.start)};
    size.take(files_);
    size.finish(files_);
    if (size.trouble()) return failure(diagnostic_of(*size.trouble()));
    ReplayResult result = size.result(files_);
    sums_.take_from(result);
    result.fetch_wait_sum = fetch_wait_sum_;
    return result;
}

}  // namespace firn::backup
