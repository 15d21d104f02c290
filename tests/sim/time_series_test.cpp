#include "core/sim/time_series.hpp"

#include "tests/sim/sim_inputs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

struct Observation {
    Duration at{};
    std::int64_t value = 0;
    std::int64_t weight = 1;
};

/// What a bucket says, from all its observations in two passes.
void check_slowly(const SeriesBucket& bucket, const std::vector<Observation>& observations) {
    UInt128 sum = 0;
    std::uint64_t weight = 0;
    std::int64_t min = observations.front().value;
    std::int64_t max = min;
    for (const Observation& each : observations) {
        sum += static_cast<UInt128>(each.value) * static_cast<UInt128>(each.weight);
        weight += static_cast<std::uint64_t>(each.weight);
        min = std::min(min, each.value);
        max = std::max(max, each.value);
    }
    const long double mean = static_cast<long double>(sum) / static_cast<long double>(weight);
    long double squares = 0;
    for (const Observation& each : observations) {
        const long double distance = static_cast<long double>(each.value) - mean;
        squares += distance * distance * static_cast<long double>(each.weight);
    }
    CHECK(bucket.sum == sum);
    CHECK(bucket.weight == weight);
    CHECK(bucket.min == min);
    CHECK(bucket.max == max);
    const auto deviation = static_cast<double>(std::sqrt(squares / static_cast<long double>(weight)));
    CHECK(bucket.deviation == Approx(deviation).epsilon(1e-9));
}

std::vector<Observation> within(const std::vector<Observation>& observations, Duration begin, Duration end) {
    std::vector<Observation> found;
    std::copy_if(observations.begin(), observations.end(), std::back_inserter(found),
                 [&](const Observation& each) { return each.at >= begin && each.at < end; });
    return found;
}

}  // namespace

TEST_CASE("a level's bucket weighs each value with the time it held", "[sim]") {
    LevelSeries level;
    level.set(seconds(10), 4);
    level.set(seconds(40), 1);
    level.finish(minutes(1));
    // 0 for 10 s, 4 for 30 s, 1 for 20 s: 140 / 60 = 2.33...; squares 500 / 60, less 5.44...: 2.888...
    // = 1.69967^2.
    const std::vector<SeriesBucket> buckets = level.buckets(Resolution::minute);
    REQUIRE(buckets.size() == 1);
    CHECK(buckets[0].begin == Duration{0});
    CHECK(buckets[0].length == minutes(1));
    CHECK(buckets[0].count == 2);
    CHECK(buckets[0].sum == 140'000'000);
    CHECK(buckets[0].mean_floor() == 2);
    CHECK(buckets[0].mean_thousandths() == 333);
    CHECK(buckets[0].deviation == Approx(1.699673171));
    CHECK(buckets[0].min == 0);
    CHECK(buckets[0].max == 4);
}

TEST_CASE("a level has every bucket, and the last ends with the run", "[sim]") {
    LevelSeries level{3};
    level.set(minutes(125), 8);
    level.finish(minutes(130));
    CHECK(level.buckets(Resolution::minute).size() == 130);
    const std::vector<SeriesBucket> buckets = level.buckets(Resolution::hour);
    REQUIRE(buckets.size() == 3);
    CHECK(buckets[1].begin == hours(1));
    CHECK(buckets[1].length == hours(1));
    CHECK(buckets[1].min == 3);
    CHECK(buckets[1].max == 3);
    CHECK(buckets[1].deviation == 0);
    // 3 for five minutes, 8 for five: 5.5.
    CHECK(buckets[2].length == minutes(10));
    CHECK(buckets[2].mean_floor() == 5);
    CHECK(buckets[2].mean_thousandths() == 500);
    CHECK(buckets[2].deviation == Approx(2.5));
    REQUIRE(level.buckets(Resolution::day).size() == 1);
    CHECK(level.buckets(Resolution::day)[0].length == minutes(130));
}

TEST_CASE("a value that holds for no time is a change, and no maximum", "[sim]") {
    LevelSeries level;
    level.set(seconds(10), 100);
    level.set(seconds(10), 2);
    level.set(seconds(11), 2);
    level.finish(seconds(20));
    const std::vector<SeriesBucket> buckets = level.buckets(Resolution::day);
    REQUIRE(buckets.size() == 1);
    CHECK(buckets[0].count == 2);
    CHECK(buckets[0].max == 2);
}

TEST_CASE("a level changes by more and less", "[sim]") {
    LevelSeries level;
    level.change(seconds(1), 5);
    level.change(seconds(2), -2);
    CHECK(level.value() == 3);
}

TEST_CASE("a tally's bucket weighs all observations alike", "[sim]") {
    TallySeries tally;
    for (const std::int64_t value : {2, 4, 4, 4, 5, 5, 7, 9}) {
        tally.add(seconds(30), value);
    }
    tally.finish(minutes(5));
    const std::vector<SeriesBucket> buckets = tally.buckets(Resolution::minute);
    REQUIRE(buckets.size() == 1);
    CHECK(buckets[0].length == minutes(1));
    CHECK(buckets[0].count == 8);
    CHECK(buckets[0].sum == 40);
    CHECK(buckets[0].mean_floor() == 5);
    CHECK(buckets[0].deviation == Approx(2.0));
}

TEST_CASE("a tally leaves out what is empty", "[sim]") {
    TallySeries tally;
    tally.add(minutes(1), 10);
    tally.add(hours(30), 20);
    tally.finish(hours(31));
    const std::vector<SeriesBucket> hourly = tally.buckets(Resolution::hour);
    REQUIRE(hourly.size() == 2);
    CHECK(hourly[0].begin == Duration{0});
    CHECK(hourly[1].begin == hours(30));
    CHECK(tally.buckets(Resolution::day).size() == 2);
    // The first minute was more than 24 hours before the end.
    REQUIRE(tally.buckets(Resolution::minute).size() == 1);
    CHECK(tally.buckets(Resolution::minute)[0].begin == hours(30));
}

TEST_CASE("minutes are kept for a day, hours for 62 days, days for ever", "[sim]") {
    LevelSeries level;
    level.set(hours(1), 7);
    level.finish(hours(24 * 100) + seconds(90));
    const std::vector<SeriesBucket> minutely = level.buckets(Resolution::minute);
    REQUIRE(minutely.size() == 1440);
    CHECK(minutely.back().begin == hours(24 * 100) + minutes(1));
    CHECK(minutely.back().length == seconds(30));
    CHECK(minutely.front().begin == hours(24 * 99) + minutes(2));
    const std::vector<SeriesBucket> hourly = level.buckets(Resolution::hour);
    REQUIRE(hourly.size() == 1488);
    CHECK(hourly.front().begin == hours(24 * 100 - 1487));
    CHECK(level.buckets(Resolution::day).size() == 101);
}

TEST_CASE("a run that ends with a full bucket has none after it", "[sim]") {
    LevelSeries level;
    level.finish(hours(24));
    CHECK(level.buckets(Resolution::minute).size() == 1440);
    CHECK(level.buckets(Resolution::hour).size() == 24);
    CHECK(level.buckets(Resolution::day).size() == 1);
}

TEST_CASE("sums are exact where values and times are large", "[sim]") {
    const std::int64_t most = std::int64_t{1} << 62U;
    LevelSeries level{most};
    level.finish(hours(24));
    const std::vector<SeriesBucket> buckets = level.buckets(Resolution::day);
    REQUIRE(buckets.size() == 1);
    CHECK(buckets[0].sum == static_cast<UInt128>(most) * 86'400'000'000U);
    CHECK(buckets[0].mean_floor() == most);
    CHECK(buckets[0].deviation == 0);
}

TEST_CASE("a tally agrees with its observations at every resolution", "[sim]") {
    TallySeries tally;
    std::vector<Observation> observations;
    Duration now{};
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        now += Duration{draw(1, n, 25'000'000)};
        // About 10^12, and they differ by 10^6.
        observations.push_back({.at = now, .value = 1'000'000'000'000 + draw(2, n, 1'000'000)});
        tally.add(now, observations.back().value);
    }
    tally.finish(now);
    for (const Resolution resolution : {Resolution::minute, Resolution::hour, Resolution::day}) {
        std::uint64_t count = 0;
        for (const SeriesBucket& bucket : tally.buckets(resolution)) {
            check_slowly(bucket, within(observations, bucket.begin, bucket.begin + bucket.length));
            count += bucket.count;
        }
        const Duration oldest = tally.buckets(resolution).front().begin;
        CHECK(count == within(observations, oldest, now + Duration{1}).size());
    }
}

TEST_CASE("a level agrees with its values at every resolution", "[sim]") {
    LevelSeries level;
    std::vector<Observation> held{{}};
    Duration now{};
    for (std::uint64_t n = 0; n < 5'000; ++n) {
        // To the next change, in pieces that end with every minute.
        const Duration next = now + Duration{draw(3, n, 60'000'000)};
        const Duration edge = (now / minutes(1) + 1) * minutes(1);
        const std::int64_t value = held.back().value;
        held.back().weight = (std::min(next, edge) - now).count();
        held.push_back({.at = edge, .value = value, .weight = std::max(next - edge, Duration{0}).count()});
        now = next;
        held.push_back({.at = now, .value = 5'000'000 + draw(4, n, 1'000'000), .weight = 0});
        level.set(now, held.back().value);
    }
    level.finish(now);
    held.erase(
        std::remove_if(held.begin(), held.end(), [](const Observation& each) { return each.weight == 0; }),
        held.end());
    for (const Resolution resolution : {Resolution::minute, Resolution::hour, Resolution::day}) {
        for (const SeriesBucket& bucket : level.buckets(resolution)) {
            check_slowly(bucket, within(held, bucket.begin, bucket.begin + bucket.length));
        }
    }
}
