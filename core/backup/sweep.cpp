#include "core/backup/sweep.hpp"

#include "core/backup/latest_time.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>

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
      policies_{policies.size()},
      replays_{settings, policies, options, store_, on_sent},
      team_{threads_for(options.threads, policies.size())} {
    if (!on_sent.empty()) files_.places.emplace();
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
        if (const auto trouble = replays_.first_trouble()) return failure(diagnostic_of(*trouble));
        if (progress && !last) progress(reached);
    }
    return results();
}

/// The next round is fetched by the caller's thread, because the source is the caller's: beside the others if
/// there are any, else after this round, whose files are then still near.
void Sweep::work_on_round() {
    const bool beside = team_.threads() > 1;
    const std::size_t first = beside ? 1 : 0;
    // Who begins with the most work leaves little to wait for at the end of a round.
    const std::vector<std::size_t> replays = replays_.slowest_first();
    team_.run(first + replays.size(), [&](std::size_t i) {
        if (i < first) {
            intake_.fetch_next();
        } else {
            replays_.take(replays[i - first], files_);
        }
    });
    forget_what_is_settled();
    if (!beside) intake_.fetch_next();
}

void Sweep::work_on_last_round() {
    const std::vector<std::size_t> takers = replays_.slowest_first();
    team_.run(takers.size(), [&](std::size_t i) { replays_.take(takers[i], files_); });
    const std::vector<std::size_t> all = replays_.slowest_first();
    team_.run(all.size(), [&](std::size_t i) { replays_.finish(all[i], files_); });
}

void Sweep::limit_exactness() {
    if (store_ == LatencyStore::late || quantiles_ != Quantiles::automatic ||
        intake_.sums().files() <= kExactQuantileFiles)
        return;
    quantiles_ = Quantiles::sketch;
    store_ = LatencyStore::sketch;
    replays_.start_sketch();
}

void Sweep::forget_what_is_settled() {
    files_.arrived.forget_before(files_.settled_until);
    if (store_ == LatencyStore::archives && !files_.places) return;
    const std::uint64_t seen = files_.ordered.before + files_.ordered.files;
    const std::uint64_t needed = std::min(seen, replays_.first_open_file());
    if (files_.places) files_.places->forget_before(needed);
    if (store_ != LatencyStore::archives) files_.arrivals.forget_before(needed);
}

std::vector<ReplayResult> Sweep::results() {
    std::vector<ReplayResult> results(policies_);
    if (store_ == LatencyStore::archives) files_.arrivals.note_pages();
    team_.run(policies_, [&](std::size_t i) {
        ReplayResult& result = results[i];
        result = replays_.result(i, files_);
        assert(result.files == intake_.sums().files());
        intake_.sums().take_from(result);
        result.fetch_wait_sum = intake_.fetch_wait_sum();
    });
    return results;
}

}  // namespace firn::backup
