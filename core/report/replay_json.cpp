#include "core/report/replay_json.hpp"

namespace firn::report {

Json latency_json(const backup::LatencySummary& latency) {
    return {{"sum", count_json(latency.sum)},
            {"mean", latency.mean.count()},
            {"p50", latency.p50.count()},
            {"p95", latency.p95.count()},
            {"p99", latency.p99.count()},
            {"max", latency.max.count()},
            {"quantiles_exact", latency.quantiles_exact}};
}

}  // namespace firn::report
