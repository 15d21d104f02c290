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

Json hours_json(const backup::HoursOfDay& hours) {
    Json json = Json::array();
    for (const backup::HourOfDay& hour : hours) {
        json.push_back({{"hour", json.size()},
                        {"archives", hour.archives},
                        {"closed_by_age", hour.closed_by_age},
                        {"raw_bytes", hour.raw_bytes.count()},
                        {"mean_bytes", backup::mean_bundle(hour).count()}});
    }
    return json;
}

}  // namespace firn::report
