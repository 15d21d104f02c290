#include "core/service/latency_meter.hpp"

#include "core/sim/quantile_rank.hpp"
#include "core/sim/rank_selection.hpp"

#include <array>
#include <vector>

namespace firn::service {

LatencyMeter::LatencyMeter(backup::Quantiles quantiles, const sim::Kernels& kernels)
    : quantiles_{quantiles}, sketch_{kernels} {
    if (quantiles != backup::Quantiles::sketch) exact_.emplace();
}

void LatencyMeter::add(std::span<const Duration> starts, Duration end) {
    if (starts.empty()) return;
    UInt128 begun = 0;
    for (const Duration start : starts) {
        begun += static_cast<std::uint64_t>(start.count());
    }
    sum_ += static_cast<UInt128>(end.count()) * starts.size() - begun;
    const Duration longest = sketch_.add_until(end, starts);
    if (quantiles_ == backup::Quantiles::automatic && count() > backup::kExactQuantileFiles) exact_.reset();
    if (exact_) exact_->add_until(end, starts, longest);
}

backup::LatencySummary LatencyMeter::summary() const {
    backup::LatencySummary summary;
    summary.quantiles_exact = exact_.has_value();
    summary.max = sketch_.max();
    if (count() == 0) return summary;
    summary.sum = sum_;
    summary.mean = Duration{static_cast<std::int64_t>(sum_ / count())};
    const std::array ranks{sim::rank_of({500}, count()), sim::rank_of({950}, count()),
                           sim::rank_of({990}, count())};
    std::vector<Duration> values;
    if (exact_) {
        sim::RankSelection selection{sketch_, ranks};
        exact_->show(selection);
        values = selection.values();
    } else {
        for (const std::uint64_t rank : ranks)
            values.push_back(sketch_.value_at(rank));
    }
    summary.p50 = values[0];
    summary.p95 = values[1];
    summary.p99 = values[2];
    return summary;
}

}  // namespace firn::service
