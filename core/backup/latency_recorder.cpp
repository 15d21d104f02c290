#include "core/backup/latency_recorder.hpp"

#include "core/sim/rank_selection.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace firn::backup {
namespace {

std::array<std::uint64_t, 3> quantile_ranks(std::uint64_t files) {
    return {sim::rank_of({500}, files), sim::rank_of({950}, files), sim::rank_of({990}, files)};
}

template <class Values>
void set_quantiles(LatencySummary& summary, const Values& values) {
    summary.p50 = values[0];
    summary.p95 = values[1];
    summary.p99 = values[2];
}

Duration longest(Duration done, std::span<const Duration> arrivals) {
    return done - *std::min_element(arrivals.begin(), arrivals.end());
}

/// The latency of file i, computed from its arrival.
auto latency_until(Duration done, std::span<const Duration> arrivals) {
    return
        [done, arrivals](std::size_t i) { return static_cast<std::uint64_t>((done - arrivals[i]).count()); };
}

void add_to(sim::QuantileSketch& sketch, Duration done, std::span<const Duration> arrivals) {
    for (const Duration arrival : arrivals) {
        sketch.add(static_cast<std::uint64_t>((done - arrival).count()));
    }
}

}  // namespace

LatencyRecorder::LatencyRecorder(LatencyStore store) {
    switch (store) {
        case LatencyStore::values:
            latencies_.emplace<sim::StoredDurations>();
            break;
        case LatencyStore::archives:
            latencies_.emplace<ConfirmedArchives>();
            break;
        case LatencyStore::sketch:
            latencies_.emplace<Sketch>();
            break;
    }
}

void LatencyRecorder::add(const ClosedBundle& bundle, Duration done, const ArrivalHistory& history) {
    const std::span<const Duration> arrivals = history.of(bundle.first, bundle.end);
    if (auto* stored = std::get_if<sim::StoredDurations>(&latencies_)) {
        stored->add_until(done, arrivals);
    } else if (auto* confirmed = std::get_if<ConfirmedArchives>(&latencies_)) {
        confirmed->archives.push_back({bundle.end, done});
        confirmed->max = std::max(confirmed->max, longest(done, arrivals));
    } else if (auto* sketch = std::get_if<Sketch>(&latencies_)) {
        add_to(sketch->values, done, arrivals);
        sketch->files += arrivals.size();
        sketch->max = std::max(sketch->max, longest(done, arrivals));
    }
}

template <class Take>
void LatencyRecorder::for_each_archive(const ConfirmedArchives& confirmed, const ArrivalHistory& history,
                                       Take take) {
    std::uint64_t first = 0;
    for (const ConfirmedArchive& archive : confirmed.archives) {
        take(archive.done, history.of(first, archive.end));
        first = archive.end;
    }
}

void LatencyRecorder::start_sketch(const ArrivalHistory& history) {
    Sketch sketch;
    if (const auto* stored = std::get_if<sim::StoredDurations>(&latencies_)) {
        sketch.files = stored->count();
        sketch.max = stored->max();
        stored->for_each_span([&](const auto& values) {
            for (const std::uint64_t value : values) {
                sketch.values.add(value);
            }
        });
    } else if (const auto* confirmed = std::get_if<ConfirmedArchives>(&latencies_)) {
        sketch.files = confirmed->files();
        sketch.max = confirmed->max;
        for_each_archive(*confirmed, history, [&](Duration done, std::span<const Duration> arrivals) {
            add_to(sketch.values, done, arrivals);
        });
    } else {
        return;
    }
    latencies_ = std::move(sketch);
}

void LatencyRecorder::summarise(LatencySummary& summary, const ArrivalHistory& history) const {
    if (const auto* stored = std::get_if<sim::StoredDurations>(&latencies_)) {
        summarise(*stored, summary);
    } else if (const auto* confirmed = std::get_if<ConfirmedArchives>(&latencies_)) {
        summarise(*confirmed, summary, history);
    } else if (const auto* sketch = std::get_if<Sketch>(&latencies_)) {
        summarise(*sketch, summary);
    }
}

void LatencyRecorder::summarise(const sim::StoredDurations& stored, LatencySummary& summary) {
    summary.quantiles_exact = true;
    summary.max = stored.max();
    if (stored.count() > 0) set_quantiles(summary, stored.at_ranks(quantile_ranks(stored.count())));
}

void LatencyRecorder::summarise(const ConfirmedArchives& confirmed, LatencySummary& summary,
                                const ArrivalHistory& history) {
    summary.quantiles_exact = true;
    summary.max = confirmed.max;
    if (confirmed.files() == 0) return;
    sim::RankSelection selection{quantile_ranks(confirmed.files()),
                                 static_cast<std::uint64_t>(confirmed.max.count())};
    for_each_archive(confirmed, history, [&](Duration done, std::span<const Duration> arrivals) {
        selection.count(arrivals.size(), latency_until(done, arrivals));
    });
    selection.choose_buckets();
    for_each_archive(confirmed, history, [&](Duration done, std::span<const Duration> arrivals) {
        selection.keep(arrivals.size(), latency_until(done, arrivals));
    });
    std::array<Duration, 3> quantiles{};
    const std::vector<std::uint64_t> values = selection.values();
    std::transform(values.begin(), values.end(), quantiles.begin(),
                   [](std::uint64_t value) { return Duration{static_cast<std::int64_t>(value)}; });
    set_quantiles(summary, quantiles);
}

void LatencyRecorder::summarise(const Sketch& sketch, LatencySummary& summary) {
    summary.quantiles_exact = false;
    summary.max = sketch.max;
    if (sketch.files == 0) return;
    std::array<Duration, 3> quantiles{};
    const auto ranks = quantile_ranks(sketch.files);
    std::transform(ranks.begin(), ranks.end(), quantiles.begin(), [&](std::uint64_t rank) {
        // A bucket may reach beyond the longest latency.
        return std::min(Duration{static_cast<std::int64_t>(sketch.values.value_at(rank))}, sketch.max);
    });
    set_quantiles(summary, quantiles);
}

}  // namespace firn::backup
