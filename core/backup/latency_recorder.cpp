#include "core/backup/latency_recorder.hpp"

#include <algorithm>
#include <array>

namespace firn::backup {
namespace {

std::array<std::uint64_t, 3> quantile_ranks(std::uint64_t count) {
    return {sim::rank_of({500}, count), sim::rank_of({950}, count), sim::rank_of({990}, count)};
}

}  // namespace

LatencyRecorder::LatencyRecorder(std::uint64_t exact_up_to) : exact_up_to_{exact_up_to} {
    if (exact_up_to_ == 0) latencies_.emplace<Sketch>();
}

void LatencyRecorder::add(Duration done, std::span<const Duration> arrivals) {
    if (auto* stored = std::get_if<sim::StoredDurations>(&latencies_)) {
        if (arrivals.size() <= exact_up_to_ - stored->count()) return stored->add_until(done, arrivals);
        start_sketch();
    }
    Sketch& sketch = std::get<Sketch>(latencies_);
    Duration earliest = done;
    for (const Duration arrival : arrivals) {
        sketch.values.add(static_cast<std::uint64_t>((done - arrival).count()));
        earliest = std::min(earliest, arrival);
    }
    sketch.max = std::max(sketch.max, done - earliest);
    sketch.count += arrivals.size();
}

void LatencyRecorder::start_sketch() {
    Sketch sketch;
    const auto& stored = std::get<sim::StoredDurations>(latencies_);
    stored.for_each([&](std::uint64_t value) { sketch.values.add(value); });
    sketch.count = stored.count();
    sketch.max = stored.max();
    latencies_ = std::move(sketch);
}

void LatencyRecorder::summarise(LatencySummary& summary) const {
    std::array<Duration*, 3> quantiles{&summary.p50, &summary.p95, &summary.p99};
    if (const auto* stored = std::get_if<sim::StoredDurations>(&latencies_)) {
        summary.quantiles_exact = true;
        summary.max = stored->max();
        if (stored->count() == 0) return;
        const std::vector<Duration> found = stored->at_ranks(quantile_ranks(stored->count()));
        for (std::size_t i = 0; i < quantiles.size(); ++i) {
            *quantiles[i] = found[i];
        }
        return;
    }
    const Sketch& sketch = std::get<Sketch>(latencies_);
    summary.quantiles_exact = false;
    summary.max = sketch.max;
    if (sketch.count == 0) return;
    const auto ranks = quantile_ranks(sketch.count);
    for (std::size_t i = 0; i < quantiles.size(); ++i) {
        const Duration edge{static_cast<std::int64_t>(sketch.values.value_at(ranks[i]))};
        *quantiles[i] = std::min(edge, sketch.max);
    }
}

}  // namespace firn::backup
