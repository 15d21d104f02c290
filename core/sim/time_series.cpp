#include "core/sim/time_series.hpp"

namespace firn::sim {

void LevelSeries::finish(Duration now) {
    hold_until(now);
    buckets_.finish(now);
}

std::vector<SeriesBucket> LevelSeries::buckets(Resolution resolution) const {
    std::vector<SeriesBucket> found = buckets_.buckets(resolution);
    for (SeriesBucket& bucket : found) {
        bucket.length = Duration{static_cast<std::int64_t>(bucket.weight)};
    }
    return found;
}

void TallySeries::finish(Duration now) { buckets_.finish(now); }

}  // namespace firn::sim
