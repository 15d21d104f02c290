#include "core/sim/series_buckets.hpp"

#include <cmath>

namespace firn::sim {

namespace {

constexpr std::size_t kMinute = 0;
constexpr std::size_t kHour = 1;
constexpr std::size_t kDay = 2;

/// By resolution.
constexpr std::array<Duration, 3> kLengths{std::chrono::minutes{1}, std::chrono::hours{1},
                                           std::chrono::hours{24}};
constexpr std::array<std::size_t, 3> kMost{24 * 60, 62 * 24, std::numeric_limits<std::size_t>::max()};

Duration begin_of(Duration t, std::size_t resolution) { return t - t % kLengths[resolution]; }

}  // namespace

/// The part's squares are brought to the first value of all: sum (d + e)^2 = sum d^2 + 2 e sum d + e^2
/// weight.
void SeriesSums::add(const SeriesSums& part) {
    if (weight == 0) first = part.first;
    squares += part.squares;
    if (part.first != first) {
        const auto shift = static_cast<double>(part.first - first);
        squares += shift * (2 * part.distances() + shift * static_cast<double>(part.weight));
    }
    count += part.count;
    weight += part.weight;
    sum += part.sum;
    min = std::min(min, part.min);
    max = std::max(max, part.max);
}

double SeriesSums::distances() const {
    return static_cast<double>(static_cast<Int128>(sum) -
                               static_cast<Int128>(first) * static_cast<Int128>(weight));
}

double SeriesSums::deviation() const {
    const double mean = distances() / static_cast<double>(weight);
    return std::sqrt(std::max(0.0, squares / static_cast<double>(weight) - mean * mean));
}

template <class T>
void SeriesBuckets::Recent<T>::push(const T& item) {
    if (kept_.size() < most_) {
        kept_.push_back(item);
        return;
    }
    kept_[oldest_] = item;
    oldest_ = (oldest_ + 1) % most_;
}

template <class T>
std::vector<T> SeriesBuckets::Recent<T>::ascending() const {
    std::vector<T> in_order;
    in_order.reserve(kept_.size());
    const auto oldest = kept_.begin() + static_cast<std::ptrdiff_t>(oldest_);
    in_order.insert(in_order.end(), oldest, kept_.end());
    in_order.insert(in_order.end(), kept_.begin(), oldest);
    return in_order;
}

SeriesBuckets::SeriesBuckets()
    : closed_{Recent<Closed>{kMost[kMinute]}, Recent<Closed>{kMost[kHour]}, Recent<Closed>{kMost[kDay]}},
      minute_end_{kLengths[kMinute]} {}

void SeriesBuckets::keep_quantiles() {
    sketches_.resize(kResolutions);
    for (const std::size_t most : kMost)
        quantiles_.emplace_back(most);
}

void SeriesBuckets::turn_to(Duration now) {
    close(kMinute);
    if (begin_of(now, kHour) != begin_of(minute_begin_, kHour)) close(kHour);
    if (begin_of(now, kDay) != begin_of(minute_begin_, kDay)) close(kDay);
    minute_begin_ = begin_of(now, kMinute);
    minute_end_ = minute_begin_ + kLengths[kMinute];
}

void SeriesBuckets::finish(Duration now) {
    close(kMinute);
    close(kHour);
    close(kDay);
    finish_ = now;
}

/// Without a value there is no bucket.
void SeriesBuckets::close(std::size_t resolution) {
    SeriesSums& sums = sums_[resolution];
    if (sums.weight != 0) {
        closed_[resolution].push({begin_of(minute_begin_, resolution), sums});
        if (!sketches_.empty()) close_sketch(resolution);
        if (resolution != kDay) sums_[resolution + 1].add(sums);
    }
    sums = {};
}

/// Of values that are there.
void SeriesBuckets::close_sketch(std::size_t resolution) {
    PassingSketch& sketch = sketches_[resolution];
    quantiles_[resolution].push(sketch.quantiles(sums_[resolution].max));
    if (resolution != kDay) sketches_[resolution + 1].add(sketch);
    sketch.clear();
}

std::vector<SeriesBucket> SeriesBuckets::buckets(Resolution resolution) const {
    const auto index = static_cast<std::size_t>(resolution);
    const Duration length = kLengths[index];
    const Duration end = begin_of(finish_ + length - Duration{1}, index);
    const std::vector<Closed> all = closed_[index].ascending();
    std::vector<SeriesQuantiles> quantiles;
    if (!quantiles_.empty()) quantiles = quantiles_[index].ascending();
    std::vector<SeriesBucket> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto back = static_cast<std::size_t>((end - all[i].begin) / length);
        if (back > kMost[index]) continue;
        found.push_back(bucket_of(all[i], length));
        if (!quantiles.empty()) found.back().quantiles = quantiles[i];
    }
    return found;
}

SeriesBucket SeriesBuckets::bucket_of(const Closed& closed, Duration length) {
    return {.begin = closed.begin,
            .length = length,
            .count = closed.sums.count,
            .weight = closed.sums.weight,
            .sum = closed.sums.sum,
            .deviation = closed.sums.deviation(),
            .min = closed.sums.min,
            .max = closed.sums.max};
}

}  // namespace firn::sim
