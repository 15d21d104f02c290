#pragma once

#include "core/sim/passing_sketch.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace firn::sim {

/// How long a bucket of a time series is, and how far back there are such buckets.
enum class Resolution {
    minute,  ///< of the last 24 hours of a run
    hour,    ///< of the last 62 days
    day      ///< of all
};

/// What a time series says of one minute, hour or day.
struct SeriesBucket {
    Duration begin{};  ///< since the start of the scenario
    /// Of a level's last bucket: until the end of the run.
    Duration length{};
    /// Changes of a level, or observations of a tally.
    std::uint64_t count = 0;
    /// What a mean is over: microseconds of a level, observations of a tally. At least 1.
    std::uint64_t weight = 0;
    /// The level times the microseconds it held, or the observations; exact.
    UInt128 sum = 0;
    /// The standard deviation: of the level over time, or of the observations (the root of their mean squared
    /// distance from their mean). To about 10^-8 of the largest distance.
    double deviation = 0;
    std::int64_t min = 0;
    std::int64_t max = 0;
    /// Of a tally that keeps them; never below the exact ones and at most 0.4 % above.
    std::optional<SeriesQuantiles> quantiles{};

    /// The mean, rounded down.
    [[nodiscard]] std::int64_t mean_floor() const { return static_cast<std::int64_t>(sum / weight); }
    /// The thousandths of it beyond mean_floor(), rounded down: 0 to 999.
    [[nodiscard]] int mean_thousandths() const { return static_cast<int>(sum % weight * 1000 / weight); }
};

/// Sums over values with weights. Squares are those of distances from the first value, so that little is lost
/// when the square of the mean is taken off.
struct SeriesSums {
    std::uint64_t count = 0;
    std::uint64_t weight = 0;
    UInt128 sum = 0;
    std::int64_t first = 0;
    double squares = 0;
    std::int64_t min = std::numeric_limits<std::int64_t>::max();
    std::int64_t max = std::numeric_limits<std::int64_t>::min();

    /// The weight is at least 1.
    void add(std::int64_t value, std::uint64_t weight_of_value) {
        if (weight == 0) first = value;
        const auto distance = static_cast<double>(value - first);
        weight += weight_of_value;
        sum += static_cast<UInt128>(value) * weight_of_value;
        squares += distance * distance * static_cast<double>(weight_of_value);
        min = std::min(min, value);
        max = std::max(max, value);
    }
    void add(const SeriesSums& part);

    /// The sum of the distances from the first value.
    [[nodiscard]] double distances() const;
    [[nodiscard]] double deviation() const;
};

/// The buckets of a time series at all resolutions. What happens enters the sums of its minute; minutes that
/// are over go into the sums of their hour, hours into those of their day.
class SeriesBuckets {
  public:
    SeriesBuckets();

    /// Before the first value: what is observed is kept in a histogram, too, for the quantiles of each
    /// bucket.
    void keep_quantiles();

    /// The sums of the minute that is not over.
    [[nodiscard]] SeriesSums& minute() { return sums_[0]; }
    /// A value of weight 1, from 0 on.
    void observe(std::int64_t value) {
        ++minute().count;
        minute().add(value, 1);
        if (!sketches_.empty()) sketches_[0].add(value);
    }
    [[nodiscard]] Duration minute_end() const { return minute_end_; }

    /// The minute that is not over ends, and that of `now`, which is not before its end, begins.
    void turn_to(Duration now);

    /// The last of all minutes ends; the run has lasted until then.
    void finish(Duration now);

    /// After `finish`: ascending, only those with a weight, within as much time as the resolution goes back.
    /// Their length is that of the resolution.
    [[nodiscard]] std::vector<SeriesBucket> buckets(Resolution resolution) const;

  private:
    static constexpr std::size_t kResolutions = 3;

    /// The sums of a minute, hour or day that is over.
    struct Closed {
        Duration begin{};
        SeriesSums sums{};
    };

    /// The last so many, in a ring.
    template <class T>
    class Recent {
      public:
        explicit Recent(std::size_t most) : most_{most} {}
        void push(const T& item);
        [[nodiscard]] std::vector<T> ascending() const;

      private:
        std::size_t most_;
        std::size_t oldest_ = 0;
        std::vector<T> kept_;
    };

    void close(std::size_t resolution);
    void close_sketch(std::size_t resolution);
    [[nodiscard]] static SeriesBucket bucket_of(const Closed& closed, Duration length);

    /// By resolution.
    std::array<Recent<Closed>, kResolutions> closed_;
    /// Of the same minutes, hours and days; none where no quantiles are kept.
    std::vector<Recent<SeriesQuantiles>> quantiles_;
    /// Of the minute, hour and day that are not over, each without what is in those before it.
    std::array<SeriesSums, kResolutions> sums_{};
    /// Likewise.
    std::vector<PassingSketch> sketches_;
    Duration minute_begin_{};
    Duration minute_end_;
    Duration finish_{};
};

}  // namespace firn::sim
