#include "core/workload/calendar.hpp"

#include "core/workload/batch_sizes.hpp"
#include "core/workload/fixed_point.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <numeric>
#include <vector>

using namespace firn;
using namespace firn::workload;

namespace {

constexpr std::chrono::sys_days kMonday = std::chrono::year{2012} / 10 / 1;

std::vector<double> factors_of(const Calendar& calendar, std::size_t days) {
    DayFactors factors{calendar, random::Stream{1, "test"}, kMonday};
    std::vector<double> found;
    for (std::size_t day = 0; day < days; ++day)
        found.push_back(std::ldexp(static_cast<double>(factors.next()), -32));
    return found;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("weekday and month factors multiply, each relative to its mean", "[workload]") {
    Calendar calendar;
    calendar.weekdays[0] = {2'000'000};                            // Mondays: 2 of a mean of 8 / 7
    calendar.months[9] = {500'000};                                // October: 0.5 of a mean of 11.5 / 12
    const std::vector<double> factors = factors_of(calendar, 36);  // 31 days of October 2012
    CHECK(factors[0] == Approx(2 * 7.0 / 8 * 0.5 * 12 / 11.5));
    CHECK(factors[1] == Approx(1 * 7.0 / 8 * 0.5 * 12 / 11.5));
    CHECK(factors[7] == factors[0]);
    CHECK(factors[31] == Approx(1 * 7.0 / 8 * 1 * 12 / 11.5));  // Thursday, 1 November
}

TEST_CASE("hours along a cosine have the peak that is asked for and a mean of 1", "[workload]") {
    const auto hours = cosine_hours({1'600'000}, 20);
    CHECK(hours[20].millionths == 1'600'000);
    CHECK(hours[8].millionths == 400'000);
    CHECK(hours[14].millionths == 1'000'000);
    CHECK(hours[23].millionths == hours[17].millionths);
    std::int64_t sum = 0;
    for (const Factor hour : hours)
        sum += hour.millionths;
    CHECK(sum == 24'000'000);
}

TEST_CASE("day noise has mean 1, the deviation and the memory that are asked for", "[workload]") {
    Calendar calendar;
    calendar.day_noise = {300'000};
    calendar.day_memory = {750'000};
    constexpr std::size_t kDays = 100'000;
    const std::vector<double> factors = factors_of(calendar, kDays);
    std::vector<double> logs;
    for (const double factor : factors)
        logs.push_back(std::log(factor));
    const double centre = mean(logs);
    double variance = 0;
    double covariance = 0;
    for (std::size_t day = 0; day < kDays; ++day)
        variance += (logs[day] - centre) * (logs[day] - centre) / kDays;
    for (std::size_t day = 1; day < kDays; ++day)
        covariance += (logs[day] - centre) * (logs[day - 1] - centre) / kDays;
    // With memory m the mean of n days counts like that of n (1 - m) / (1 + m) = 14,286: its sd is 0.3 /
    // 119.5 = 0.0025. The variance's relative sd is sqrt(2 (1 + m^2) / (1 - m^2) / n) = 0.0085, that of the
    // deviation half of it; that of m is sqrt((1 - m^2) / n) = 0.0021. Five of each.
    CHECK(std::abs(centre + 0.3 * 0.3 / 2) < 0.0125);
    CHECK(std::sqrt(variance) == Approx(0.3).epsilon(0.022));
    CHECK(std::abs(covariance / variance - 0.75) < 0.0105);
    CHECK(mean(factors) == Approx(1).epsilon(0.0125));
}

TEST_CASE("only factors that differ make a calendar that is not flat", "[workload]") {
    Calendar calendar;
    calendar.weekdays.fill({3'000'000});
    CHECK(calendar.is_flat_within_months());
    calendar.hours[3] = {2'000'000};
    CHECK_FALSE(calendar.is_flat_within_months());
}

TEST_CASE("geometric batches have their mean, cut off their largest", "[workload]") {
    Batches batches;
    batches.mean = {10'000'000};
    batches.largest = 5'000;
    const BatchSizes sizes{batches};
    CHECK(std::ldexp(static_cast<double>(sizes.mean_q32()), -32) == Approx(10).epsilon(1e-6));
    CHECK(sizes.files(0) == 1);
    // P(n <= 7) = 1 - 0.9^7 = 0.5217 and P(n <= 6) = 0.4686: the median is 7.
    CHECK(sizes.files(std::uint64_t{1} << 63U) == 7);
    batches.largest = 2;
    // 1 and 0.9: mean (1 + 1.8) / 1.9 = 1.473684.
    CHECK(std::ldexp(static_cast<double>(BatchSizes{batches}.mean_q32()), -32) == Approx(1.473684));
    CHECK(BatchSizes{batches}.files(UINT64_MAX) == 2);
}

TEST_CASE("geometric batches of many files have their mean too", "[workload]") {
    Batches batches;
    batches.mean = {10'000'000'000};
    batches.largest = 5'000;
    // Cut off at half of their mean they are nearly alike: r = 0.9999 falls to 0.6066 over the 5,000, and the
    // mean is 1 / (1 - r) - 5,000 r^5000 / (1 - r^5000) = 10,000 - 7,707.0 = 2,293.0.
    const double left = std::pow(0.9999, 5'000);
    const double mean = 10'000 - 5'000 * left / (1 - left);
    CHECK(std::ldexp(static_cast<double>(BatchSizes{batches}.mean_q32()), -32) == Approx(mean).epsilon(1e-5));
}

TEST_CASE("zeta batches fall as a power of their files", "[workload]") {
    Batches batches;
    batches.shape = Batches::Shape::zeta;
    batches.exponent = {2'000'000};
    batches.largest = 4;
    // 1, 1/4, 1/9, 1/16: sum 1.423611, mean (1 + 1/2 + 1/3 + 1/4) / 1.423611 = 1.463415.
    const BatchSizes sizes{batches};
    CHECK(std::ldexp(static_cast<double>(sizes.mean_q32()), -32) == Approx(1.463415));
    // P(1) = 0.702439.
    CHECK(sizes.files(static_cast<std::uint64_t>(std::ldexp(0.7024, 64))) == 1);
    CHECK(sizes.files(static_cast<std::uint64_t>(std::ldexp(0.7025, 64))) == 2);
    CHECK(sizes.files(UINT64_MAX) == 4);
}

TEST_CASE("batches of one file stay alone", "[workload]") {
    Batches batches;
    batches.mean = {1'000'000};
    batches.largest = 100;
    CHECK(BatchSizes{batches}.mean_q32() == kOneQ32);
    CHECK(BatchSizes{batches}.files(UINT64_MAX - 1) == 1);
}
