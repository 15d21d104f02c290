#include "core/sim/time_series.hpp"
#include "tests/sim/sim_inputs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

struct Observed {
    Duration at{};
    std::int64_t value = 0;
};

std::vector<std::int64_t> sorted_values(const std::vector<Observed>& all, const SeriesBucket& bucket) {
    std::vector<std::int64_t> values;
    for (const Observed& each : all) {
        if (each.at >= bucket.begin && each.at < bucket.begin + bucket.length) values.push_back(each.value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// Never below the exact ones, and at most 1/256 above.
void check_quantiles(const SeriesQuantiles& quantiles, const std::vector<std::int64_t>& values) {
    const auto check = [&](std::int64_t told, std::size_t percent) {
        const std::int64_t exact = values[(values.size() * percent + 99) / 100 - 1];
        CHECK(told >= exact);
        CHECK(told <= exact + exact / 256);
        CHECK(told <= values.back());
    };
    check(quantiles.p50, 50);
    check(quantiles.p95, 95);
    check(quantiles.p99, 99);
}

}  // namespace

TEST_CASE("quantiles of a minute, of its hour and of its day are each over all that was observed", "[sim]") {
    TallySeries tally = TallySeries::with_quantiles();
    for (std::int64_t value = 1; value <= 100; ++value)
        tally.add(seconds(30), value);
    tally.add(minutes(1), 500);
    tally.add(hours(1), 7);
    tally.finish(hours(1));
    // Values below 512 have buckets of their own.
    const std::vector<SeriesBucket> minutely = tally.buckets(Resolution::minute);
    REQUIRE(minutely.size() == 3);
    CHECK(minutely[0].quantiles == SeriesQuantiles{50, 95, 99});
    CHECK(minutely[1].quantiles == SeriesQuantiles{500, 500, 500});
    CHECK(minutely[2].quantiles == SeriesQuantiles{7, 7, 7});
    // Of 101 values the ranks ceil(50.5), ceil(95.95) and ceil(99.99).
    const std::vector<SeriesBucket> hourly = tally.buckets(Resolution::hour);
    REQUIRE(hourly.size() == 2);
    CHECK(hourly[0].quantiles == SeriesQuantiles{51, 96, 100});
    CHECK(hourly[1].quantiles == SeriesQuantiles{7, 7, 7});
    // Of 102, with a second 7, ranks 51, 97 and 101: below each there is one more.
    const std::vector<SeriesBucket> daily = tally.buckets(Resolution::day);
    REQUIRE(daily.size() == 1);
    CHECK(daily[0].quantiles == SeriesQuantiles{50, 96, 100});
}

TEST_CASE("a quantile is its bucket's upper edge, and no more than the greatest value", "[sim]") {
    TallySeries tally = TallySeries::with_quantiles();
    tally.add(seconds(1), 1'000'000);
    tally.add(seconds(2), 2'000'000);
    tally.finish(seconds(3));
    // 999,424 to 1,001,471 is one bucket; that of 2,000,000 ends at 2,002,943.
    CHECK(tally.buckets(Resolution::day).at(0).quantiles == SeriesQuantiles{1'001'471, 2'000'000, 2'000'000});
}

TEST_CASE("levels, and tallies that are not asked for them, have no quantiles", "[sim]") {
    TallySeries tally;
    tally.add(seconds(1), 5);
    tally.finish(seconds(2));
    LevelSeries level{1};
    level.finish(seconds(2));
    CHECK_FALSE(tally.buckets(Resolution::day).at(0).quantiles);
    CHECK_FALSE(level.buckets(Resolution::day).at(0).quantiles);
}

TEST_CASE("quantiles agree with the sorted observations at every resolution", "[sim]") {
    TallySeries tally = TallySeries::with_quantiles();
    std::vector<Observed> all;
    Duration now{};
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        now += Duration{draw(5, n, 25'000'000)};
        // From 1 to 2^30, each power of two alike often.
        const std::int64_t least = std::int64_t{1} << draw(6, n, 30);
        all.push_back({now, least + draw(7, n, static_cast<std::uint64_t>(least))});
        tally.add(now, all.back().value);
    }
    tally.finish(now);
    for (const Resolution resolution : {Resolution::minute, Resolution::hour, Resolution::day}) {
        for (const SeriesBucket& bucket : tally.buckets(resolution)) {
            check_quantiles(*bucket.quantiles, sorted_values(all, bucket));
        }
    }
}
