#include "core/backup/latency_recorder.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace firn::backup {

LatencyRecorder::LatencyRecorder(LatencyStore store, const sim::Kernels& kernels, Duration late_after)
    : sketch_{kernels} {
    switch (store) {
        case LatencyStore::values:
            kept_.emplace<sim::StoredDurations>();
            break;
        case LatencyStore::archives:
            kept_.emplace<ConfirmedArchives>();
            break;
        case LatencyStore::sketch:
            break;
        case LatencyStore::late:
            kept_.emplace<LateFiles>().after = late_after;
            break;
    }
}

void LatencyRecorder::LateFiles::add(Duration done, std::span<const Duration> arrivals) {
    const Duration took = done - *std::min_element(arrivals.begin(), arrivals.end());
    longest = std::max(longest, took);
    if (took <= after) return;
    files += static_cast<std::uint64_t>(std::count_if(
        arrivals.begin(), arrivals.end(), [&](Duration arrival) { return done - arrival > after; }));
}

void LatencyRecorder::add(const ClosedBundle& bundle, Duration done, const ArrivalHistory& history) {
    const std::span<const Duration> arrivals = history.of(bundle.first, bundle.end);
    if (auto* late = std::get_if<LateFiles>(&kept_)) return late->add(done, arrivals);
    const Duration longest = sketch_.add_until(done, arrivals);
    if (auto* stored = std::get_if<sim::StoredDurations>(&kept_)) {
        stored->add_until(done, arrivals, longest);
    } else if (auto* confirmed = std::get_if<ConfirmedArchives>(&kept_)) {
        confirmed->push_back({bundle.end, done});
    }
}

void LatencyRecorder::summarise(LatencySummary& summary, const ArrivalHistory& history) const {
    if (const auto* late = std::get_if<LateFiles>(&kept_)) {
        summary.max = late->longest;
        summary.late = late->files;
        return;
    }
    summary.quantiles_exact = !std::holds_alternative<std::monostate>(kept_);
    summary.max = sketch_.max();
    const std::uint64_t files = sketch_.count();
    if (files == 0) return;
    const std::array ranks{sim::rank_of({500}, files), sim::rank_of({950}, files),
                           sim::rank_of({990}, files)};
    const std::vector<Duration> quantiles = at_ranks(ranks, history);
    summary.p50 = quantiles[0];
    summary.p95 = quantiles[1];
    summary.p99 = quantiles[2];
}

std::vector<Duration> LatencyRecorder::at_ranks(std::span<const std::uint64_t> ranks,
                                                const ArrivalHistory& history) const {
    if (std::holds_alternative<std::monostate>(kept_)) {
        std::vector<Duration> values;
        std::transform(ranks.begin(), ranks.end(), std::back_inserter(values),
                       [this](std::uint64_t rank) { return sketch_.value_at(rank); });
        return values;
    }
    sim::RankSelection selection{sketch_, ranks};
    if (const auto* stored = std::get_if<sim::StoredDurations>(&kept_)) stored->show(selection);
    if (const auto* confirmed = std::get_if<ConfirmedArchives>(&kept_)) keep(selection, *confirmed, history);
    return selection.values();
}

void LatencyRecorder::keep(sim::RankSelection& selection, const ConfirmedArchives& confirmed,
                           const ArrivalHistory& history) {
    std::uint64_t first = 0;
    for (const auto& [end, done] : confirmed) {
        history.for_each_page(
            first, end,
            [&, until = done](std::span<const Duration> arrivals, Duration earliest, Duration latest) {
                if (!selection.may_hold(until - latest, until - earliest)) return;
                selection.keep(arrivals.size(), [&](std::size_t i) {
                    return static_cast<std::uint64_t>((until - arrivals[i]).count());
                });
            });
        first = end;
    }
}

}  // namespace firn::backup
