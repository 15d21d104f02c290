#include "core/random/splitmix.hpp"
#include "core/workload/monthly_arrivals.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <vector>

using namespace firn;
using namespace firn::workload;

namespace {

using std::chrono::hours;

constexpr std::int64_t kHour = 3'600'000'000;
constexpr std::int64_t kDay = 24 * kHour;

/// Four weeks from a Friday on.
const BillingPeriod kFebruary{std::chrono::year{2013} / std::chrono::February};

MonthlyArrivalsSettings plain() { return {.start = kFebruary.begin()}; }

MonthlyArrivalsSettings in_batches(Factor share, Factor mean, Duration spread) {
    MonthlyArrivalsSettings settings = plain();
    settings.batches = {.share = share, .mean = mean, .largest = 5'000, .spread = spread};
    return settings;
}

/// All that months can have.
MonthlyArrivalsSettings lively() {
    MonthlyArrivalsSettings settings = in_batches({500'000}, {10'000'000}, std::chrono::minutes{5});
    settings.calendar.weekdays[0] = {2'000'000};
    settings.calendar.weekdays[6] = {0};
    settings.calendar.hours = cosine_hours({1'600'000}, 20);
    settings.calendar.day_noise = {300'000};
    settings.calendar.day_memory = {750'000};
    return settings;
}

MonthTotal total(int months_later, std::int64_t items, std::int64_t bytes = 0) {
    return {.month = kFebruary.plus_months(months_later), .items = items, .bytes = Bytes{bytes}};
}

Files drawn(const MonthlyTotals& totals, const MonthlyArrivalsSettings& how) {
    return files_of(monthly_arrivals(totals, how).value());
}

/// The files that arrive within a month.
Files within(const Files& files, BillingPeriod month) {
    Files some;
    std::copy_if(files.begin(), files.end(), std::back_inserter(some), [month](const File& file) {
        return month.contains(kFebruary.begin() + Duration{file.first});
    });
    return some;
}

bool is_in_order(const Files& files) {
    return std::is_sorted(files.begin(), files.end(),
                          [](const File& a, const File& b) { return a.first < b.first; });
}

std::int64_t bytes_of(const Files& files) {
    std::int64_t bytes = 0;
    for (const File& file : files)
        bytes += file.second;
    return bytes;
}

std::vector<double> counts(const Files& files, std::size_t kinds, std::int64_t width) {
    std::vector<double> found(kinds, 0.0);
    for (const File& file : files)
        found[static_cast<std::size_t>(file.first / width) % kinds] += 1;
    return found;
}

std::uint64_t fingerprint_of(const Files& files) {
    std::uint64_t hash = 0;
    for (const File& file : files) {
        hash = random::mix(hash + static_cast<std::uint64_t>(file.first));
        hash = random::mix(hash + static_cast<std::uint64_t>(file.second));
    }
    return hash;
}

}  // namespace

TEST_CASE("a month's weekdays and hours have their factors", "[workload]") {
    MonthlyArrivalsSettings settings = plain();
    settings.calendar.weekdays[0] = {2'000'000};
    settings.calendar.weekdays[6] = {0};
    settings.calendar.hours = cosine_hours({1'600'000}, 20);
    const Files files = drawn({total(0, 280'000)}, settings);
    REQUIRE(files.size() == 280'000);
    // Weekdays sum to 7: Mondays have two sevenths, 80,000 (sd 239), Sundays nothing, the others 40,000 (sd
    // 185); five of each. Days count from a Friday.
    const std::vector<double> days = counts(files, 7, kDay);
    CHECK(std::abs(days[3] - 80'000) < 1'195);
    CHECK(days[2] == 0);
    CHECK(std::abs(days[0] - 40'000) < 925);
    CHECK(std::abs(days[6] - 40'000) < 925);
    // An hour has 11,667 in the mean: the busiest 18,667 (sd 132), the quietest 4,667 (sd 68).
    const std::vector<double> by_hour = counts(files, 24, kHour);
    CHECK(std::abs(by_hour[20] - 18'667) < 660);
    CHECK(std::abs(by_hour[8] - 4'667) < 340);
    // The quarters of the hours are alike: 70,000 (sd 229).
    for (const double quarter : counts(files, 4, kHour / 4))
        CHECK(std::abs(quarter - 70'000) < 1'145);
}

TEST_CASE("a month's days differ by the noise that is asked for", "[workload]") {
    MonthlyArrivalsSettings settings = plain();
    settings.calendar.day_noise = {300'000};
    double squares = 0;
    double freedom = 0;
    for (int month = 0; month < 40; ++month) {
        const Duration begin = kFebruary.plus_months(month).begin() - settings.start;
        const auto days = static_cast<std::size_t>(kFebruary.plus_months(month).length().count() / kDay);
        std::vector<double> logs(days, 0.0);
        Files files = drawn({total(month, static_cast<std::int64_t>(days) * 1'000)}, settings);
        for (File& file : files)
            file.first -= begin.count();
        const std::vector<double> per_day = counts(files, days, kDay);
        double mean = 0;
        for (const double count : per_day)
            mean += std::log(count) / static_cast<double>(days);
        for (const double count : per_day)
            squares += (std::log(count) - mean) * (std::log(count) - mean);
        freedom += static_cast<double>(days) - 1;
    }
    // A day's 1,000 files add 1/1000 or somewhat more to 0.3^2: 0.302. Of 1,178 degrees of freedom the sd of
    // a deviation is 0.302 / sqrt(2,356) = 0.0062; five of them.
    CHECK(std::abs(std::sqrt(squares / freedom) - 0.302) < 0.031);
}

TEST_CASE("a calendar that is flat within months leaves files as they are without", "[workload]") {
    MonthlyArrivalsSettings settings = plain();
    settings.calendar.weekdays.fill({3'000'000});
    settings.calendar.months[1] = {2'000'000};
    CHECK(drawn({total(0, 1'000, 5'000)}, settings) == drawn({total(0, 1'000, 5'000)}, plain()));
}

TEST_CASE("a month's batches bring files together without bringing more", "[workload]") {
    const Files files =
        drawn({total(0, 100'000)}, in_batches({500'000}, {10'000'000}, std::chrono::milliseconds{1}));
    REQUIRE(files.size() == 100'000);
    CHECK(is_in_order(files));
    // 50,000 files alone, 44 s apart in the mean, and 50,000 in batches of 10 within a millisecond: 5,000
    // batches, sd sqrt(5,000) * 9.5 / 10 = 67. Gaps above 1 ms: one for each but the first.
    double starts = 1;
    for (std::size_t i = 1; i < files.size(); ++i)
        starts += files[i].first - files[i - 1].first > 1'000 ? 1 : 0;
    CHECK(std::abs(starts - 55'000) < 340);
}

TEST_CASE("files of a month's batch arrive evenly over its spread", "[workload]") {
    // Batches of 1 to 5,000 files, nearly alike: the first is cut to the three that there are.
    const Files files = drawn({total(0, 3)}, in_batches({1'000'000}, {10'000'000'000}, hours{6}));
    REQUIRE(files.size() == 3);
    CHECK(files[1].first - files[0].first == 2 * kHour);
    CHECK(files[2].first - files[1].first == 2 * kHour);
}

TEST_CASE("batches at the end of a month have their files before it ends", "[workload]") {
    MonthlyArrivalsSettings settings = in_batches({1'000'000}, {10'000'000}, hours{24});
    settings.calendar.weekdays.fill({0});
    settings.calendar.weekdays[3] = {1'000'000};  // 28 February 2013 is a Thursday
    settings.calendar.hours.fill({0});
    settings.calendar.hours[23] = {1'000'000};
    const Files files = drawn({total(0, 40'000), total(1, 10)}, settings);
    // Four Thursdays of about 10,000 files (1,000 batches of 10, sd 13.8 each: 434; five of them). The last
    // has all of its files within the hour, the others the next day too.
    CHECK(within(files, kFebruary).size() == 40'000);
    const std::vector<double> days = counts(within(files, kFebruary), 28, kDay);
    CHECK(std::abs(days[27] - 10'000) < 2'170);
    CHECK(days[21] > 5'000);
}

TEST_CASE("the draws of a month with batches depend on the seed and the month alone", "[workload]") {
    const MonthTotal march = total(1, 1'000, 1'000'000);
    MonthlyArrivalsSettings settings = lively();
    const Files alone = drawn({march}, settings);
    CHECK(within(drawn({total(0, 77, 5'000), march, total(2, 9'000, 1)}, settings), march.month) == alone);
    CHECK(drawn({march}, settings) == alone);
    settings.seed = 2;
    CHECK(drawn({march}, settings) != alone);
}

TEST_CASE("months with a calendar and batches are the same on every machine", "[workload]") {
    const Files files = drawn({total(0, 20'000, 3'000'000'000), total(1, 5'000, 7'000'000)}, lively());
    CHECK(fingerprint_of(files) == 0x5c6e0fe061118105);
}

TEST_CASE("more batches open at once than memory should hold are refused", "[workload]") {
    // 100 million batches of one file in 28 days: 3.6 million within a day, 41 within a second.
    const MonthlyTotals totals{total(0, 100'000'000)};
    const auto refused = monthly_arrivals(totals, in_batches({1'000'000}, {1'000'000}, hours{24}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == "batches-too-many");
    CHECK(monthly_arrivals(totals, in_batches({1'000'000}, {1'000'000}, std::chrono::seconds{1})));
    CHECK(monthly_arrivals(totals, in_batches({0}, {1'000'000}, hours{24})));
}

TEST_CASE("any totals with any bursts are met exactly, in order", "[workload][property]") {
    CHECK(rc::check("any totals with bursts", [] {
        const auto factor = [](int most) { return Factor{*rc::gen::inRange<std::int64_t>(0, most + 1)}; };
        MonthlyArrivalsSettings settings =
            in_batches(factor(1'000'000), Factor{1'000'000 + factor(20'000'000).millionths},
                       Duration{*rc::gen::inRange<std::int64_t>(0, kDay + 1)});
        for (Factor& weekday : settings.calendar.weekdays)
            weekday = factor(2'000'000);
        settings.calendar.weekdays[2].millionths += 1;  // not all of them zero
        settings.calendar.hours = cosine_hours(Factor{1'000'000 + factor(1'000'000).millionths}, 20);
        settings.calendar.day_noise = factor(3'000'000);
        settings.seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto items = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 500));
        const auto bytes = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 40);
        MonthlyTotals totals;
        for (const int each : items)
            totals.push_back(total(static_cast<int>(totals.size()), each, bytes));
        const Files files = drawn(totals, settings);
        RC_ASSERT(is_in_order(files));
        for (const MonthTotal& each : totals) {
            const Files some = within(files, each.month);
            RC_ASSERT(static_cast<std::int64_t>(some.size()) == each.items);
            RC_ASSERT(bytes_of(some) == each.bytes.count());
        }
    }));
}
