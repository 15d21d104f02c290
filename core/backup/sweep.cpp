#include "core/backup/sweep.hpp"

#include "core/backup/latest_time.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace firn::backup {
namespace {

LatencyStore store_for(const ReplayOptions& options, std::size_t sizes) {
    if (options.late_after) return LatencyStore::late;
    if (options.quantiles == Quantiles::sketch) return LatencyStore::sketch;
    return sizes == 1 ? LatencyStore::values : LatencyStore::archives;
}

/// One policy alone is too little work beside the intake to wait for another thread in each round.
unsigned threads_for(unsigned threads, std::size_t policies) {
    if (policies <= 1) return 1;
    return static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, policies + 1));
}

}  // namespace

Sweep::Sweep(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
             const ReplayOptions& options, workload::FileSource& source,
             std::span<const SentArchiveCallback> on_sent)
    : quantiles_{options.quantiles},
      store_{store_for(options, policies.size())},
      intake_{settings, options, latest_time(options.start), policies.size(), source},
      team_{threads_for(options.threads, policies.size())} {
    PipelineSettings sized = settings;
    for (const BundlePolicy& policy : policies) {
        sized.packing = policy.packing;
        sized.bundle_size = policy.size;
        sized.max_age = policy.max_age;
        sizes_.emplace_back(sized, options, store_, latest_time(options.start));
    }
    for (std::size_t i = 0; i < on_sent.size(); ++i)
        sizes_[i].tell(on_sent[i]);
    if (!on_sent.empty()) files_.places.emplace();
    order_.resize(sizes_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
}

Result<std::vector<ReplayResult>> Sweep::run(const ReplayProgressCallback& progress) {
    bool last = false;
    intake_.fetch_next();
    while (!last) {
        if (intake_.error()) return *intake_.error();
        last = intake_.at_end();
        const ReplayProgress reached = intake_.progress();
        intake_.hand_over(files_);
        limit_exactness();
        last ? work_on_last_round() : work_on_round();
        if (const auto trouble = first_trouble()) return failure(diagnostic_of(*trouble));
        if (progress && !last) progress(reached);
    }
    return results();
}

/// The next round is fetched by the caller's thread, because the source is the caller's: beside the others if
/// there are any, else after this round, whose files are then still near.
void Sweep::work_on_round() {
    put_slowest_first();
    const bool beside = team_.threads() > 1;
    const std::size_t first = beside ? 1 : 0;
    team_.run(first + sizes_.size(), [&](std::size_t i) {
        if (i < first) {
            intake_.fetch_next();
        } else {
            sizes_[order_[i - first]].take(files_);
        }
    });
    forget_what_is_settled();
    if (!beside) intake_.fetch_next();
}

/// The work of a policy is mostly its archives. Who begins with the most of it leaves little to wait for at
/// the end of a round.
void Sweep::put_slowest_first() {
    if (team_.threads() == 1) return;
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return sizes_[a].archives() > sizes_[b].archives(); });
}

void Sweep::work_on_last_round() {
    team_.run(sizes_.size(), [&](std::size_t i) {
        sizes_[i].take(files_);
        sizes_[i].finish(files_);
    });
}

std::optional<Trouble> Sweep::first_trouble() const {
    const auto found = std::find_if(sizes_.begin(), sizes_.end(),
                                    [](const BundleSizeReplay& size) { return size.trouble().has_value(); });
    return found == sizes_.end() ? std::nullopt : found->trouble();
}

void Sweep::limit_exactness() {
    if (store_ == LatencyStore::late || quantiles_ != Quantiles::automatic ||
        intake_.sums().files() <= kExactQuantileFiles)
        return;
    quantiles_ = Quantiles::sketch;
    store_ = LatencyStore::sketch;
    for (BundleSizeReplay& size : sizes_) {
        size.start_sketch();
    }
}

void Sweep::forget_what_is_settled() {
    files_.arrived.forget_before(files_.settled_until);
    if (store_ == LatencyStore::archives && !files_.places) return;
    std::uint64_t needed = files_.ordered.before + files_.ordered.files;
    for (const BundleSizeReplay& size : sizes_) {
        needed = std::min(needed, size.first_open_file());
    }
    if (files_.places) files_.places->forget_before(needed);
    if (store_ != LatencyStore::archives) files_.arrivals.forget_before(needed);
}

std::vector<ReplayResult> Sweep::results() {
    std::vector<ReplayResult> results(sizes_.size());
    if (store_ == LatencyStore::archives) files_.arrivals.note_pages();
    team_.run(sizes_.size(), [&](std::size_t i) {
        ReplayResult& result = results[i];
        result = sizes_[i].result(files_);
        assert(result.files == intake_.sums().files());
        intake_.sums().take_from(result);
        result.fetch_wait_sum = intake_.fetch_wait_sum();
    });
    return results;
}

}  // namespace firn::backup
