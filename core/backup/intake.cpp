#include "core/backup/intake.hpp"

#include <algorithm>
#include <utility>

namespace firn::backup {
namespace {

/// Files that several policies take at once: enough that starting a round costs little beside it.
constexpr std::size_t kFilesForMany = 4 * workload::kFilesPerBlock;

/// One policy takes the blocks as they come, so that they stay in the nearest caches; but a round takes some
/// steps for each fetcher, which many files should share.
std::size_t files_per_round(std::size_t policies, std::size_t fetchers) {
    const std::size_t usual = policies > 1 ? kFilesForMany : 1;
    return fetchers > workload::kFilesPerBlock ? std::max(usual, fetchers) : usual;
}

void append(workload::FileBlock& block, const workload::FileBlock& more) {
    block.arrivals.insert(block.arrivals.end(), more.arrivals.begin(), more.arrivals.end());
    block.sizes.insert(block.sizes.end(), more.sizes.begin(), more.sizes.end());
}

}  // namespace

Intake::Intake(const PipelineSettings& settings, const ReplayOptions& options, Duration latest,
               std::size_t policies, workload::FileSource& source)
    : source_{source},
      files_per_round_{files_per_round(policies, settings.fetchers)},
      many_policies_{policies > 1},
      fetch_{settings, latest, sim::kernels_of(options.instructions)},
      sums_{sim::kernels_of(options.instructions)} {}

void Intake::fetch_next() {
    const Result<bool> more = read();
    if (!more) {
        error_ = more.error();
        return;
    }
    at_end_ = !*more;
    if (const auto trouble = fetch()) error_ = failure(diagnostic_of(*trouble));
}

Result<bool> Intake::read() {
    Result<bool> more = source_(block_);
    while (more && *more && block_.files() < files_per_round_) {
        more = source_(piece_);
        if (more && *more) append(block_, piece_);
    }
    if (!more) return more;
    return block_.files() > 0;
}

std::optional<Trouble> Intake::fetch() {
    if (at_end_) return fetch_.finish(ordered_);
    if (auto trouble = sums_.add(block_)) return trouble;
    last_arrival_ = block_.arrivals.back();
    return fetch_.fetch(block_, ordered_);
}

void Intake::hand_over(FetchedFiles& files) {
    std::swap(files.ordered, ordered_);
    files.arrivals.append(files.ordered);
    if (files.places) files.places->append(files.ordered);
    if (files.ordered.files > 0) last_completion_ = files.ordered.completions[files.ordered.files - 1];
    if (at_end_) return;
    files.arrived.append(block_);
    if (many_policies_) files.arrived.draw_grid();
    files.settled_until = std::min(last_arrival_, last_completion_);
}

}  // namespace firn::backup
