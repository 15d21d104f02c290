#include "core/backup/sweep.hpp"

#include "core/units/billing_period.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace firn::backup {
namespace {

/// Files that several bundle sizes take at once: enough that starting a round costs little beside it.
constexpr std::size_t kFilesPerRound = 4 * workload::kFilesPerBlock;

/// The end of the year 9999, from the scenario's start.
Duration latest_time(Instant start) { return BillingPeriod{std::chrono::year{9999} / 12}.end() - start; }

LatencyStore store_for(Quantiles quantiles, std::size_t sizes) {
    if (quantiles == Quantiles::sketch) return LatencyStore::sketch;
    return sizes == 1 ? LatencyStore::values : LatencyStore::archives;
}

unsigned threads_for(unsigned threads, std::size_t sizes) {
    return static_cast<unsigned>(std::clamp<std::size_t>(sizes, 1, std::max(1U, threads)));
}

void append(workload::FileBlock& block, const workload::FileBlock& more) {
    block.arrivals.insert(block.arrivals.end(), more.arrivals.begin(), more.arrivals.end());
    block.sizes.insert(block.sizes.end(), more.sizes.begin(), more.sizes.end());
}

}  // namespace

Sweep::Sweep(const PipelineSettings& settings, std::span<const BundlePolicy> policies,
             const ReplayOptions& options)
    : latest_{latest_time(options.start)},
      quantiles_{options.quantiles},
      store_{store_for(options.quantiles, policies.size())},
      fetch_{settings, latest_, sim::kernels_of(options.instructions)},
      team_{threads_for(options.threads, policies.size())} {
    PipelineSettings sized = settings;
    for (const BundlePolicy& policy : policies) {
        sized.bundle_size = policy.size;
        sized.max_age = policy.max_age;
        sizes_.emplace_back(sized, options, store_, latest_);
    }
}

Result<std::vector<ReplayResult>> Sweep::run(workload::FileSource& source,
                                             const ReplayProgressCallback& progress) {
    workload::FileBlock block;
    while (true) {
        const Result<bool> more = read(source, block);
        if (!more) return more.error();
        if (!*more) break;
        if (const auto trouble = take(block)) return failure(diagnostic_of(*trouble));
        if (progress) progress({sums_.files(), block.arrivals.back()});
    }
    if (const auto trouble = finish()) return failure(diagnostic_of(*trouble));
    return results();
}

/// One size takes the blocks as they come, so that they stay in the nearest caches.
Result<bool> Sweep::read(workload::FileSource& source, workload::FileBlock& block) {
    if (sizes_.size() <= 1) return source(block);
    block.clear();
    workload::FileBlock piece;
    while (!at_end_ && block.files() < kFilesPerRound) {
        Result<bool> more = source(piece);
        if (!more) return more;
        at_end_ = !*more;
        append(block, piece);
    }
    return block.files() > 0;
}

std::optional<Trouble> Sweep::take(const workload::FileBlock& block) {
    if (block.files() == 0) return std::nullopt;
    if (auto trouble = sums_.add(block)) return trouble;
    limit_exactness();
    files_.arrived.append(block);
    if (auto trouble = fetch_.fetch(block, files_.ordered)) return trouble;
    const OrderedFiles& ordered = files_.ordered;
    if (ordered.files > 0) last_completion_ = ordered.completions[ordered.files - 1];
    files_.settled_until = std::min(block.arrivals.back(), last_completion_);
    return pass_on();
}

std::optional<Trouble> Sweep::finish() {
    if (auto trouble = fetch_.finish(files_.ordered)) return trouble;
    if (auto trouble = pass_on()) return trouble;
    team_.run(sizes_.size(), [&](std::size_t i) { sizes_[i].finish(files_); });
    return first_trouble();
}

std::optional<Trouble> Sweep::pass_on() {
    files_.arrivals.append(files_.ordered);
    team_.run(sizes_.size(), [&](std::size_t i) { sizes_[i].take(files_); });
    forget_what_is_settled();
    return first_trouble();
}

std::optional<Trouble> Sweep::first_trouble() const {
    const auto found = std::find_if(sizes_.begin(), sizes_.end(),
                                    [](const BundleSizeReplay& size) { return size.trouble().has_value(); });
    return found == sizes_.end() ? std::nullopt : found->trouble();
}

void Sweep::limit_exactness() {
    if (quantiles_ != Quantiles::automatic || sums_.files() <= kExactQuantileFiles) return;
    quantiles_ = Quantiles::sketch;
    store_ = LatencyStore::sketch;
    team_.run(sizes_.size(), [&](std::size_t i) { sizes_[i].start_sketch(files_); });
}

void Sweep::forget_what_is_settled() {
    files_.arrived.forget_before(files_.settled_until);
    if (store_ == LatencyStore::archives) return;
    std::uint64_t needed = files_.ordered.before + files_.ordered.files;
    for (const BundleSizeReplay& size : sizes_) {
        needed = std::min(needed, size.first_open_file());
    }
    files_.arrivals.forget_before(needed);
}

std::vector<ReplayResult> Sweep::results() {
    std::vector<ReplayResult> results(sizes_.size());
    team_.run(sizes_.size(), [&](std::size_t i) {
        ReplayResult& result = results[i];
        result = sizes_[i].result(files_);
        assert(result.files == sums_.files());
        sums_.take_from(result);
        result.fetch_wait_sum = fetch_.wait_sum();
    });
    return results;
}

}  // namespace firn::backup
