#include "core/workload/monthly_arrivals.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <vector>

using firn::BillingPeriod;
using firn::Bytes;
using firn::Duration;
using firn::workload::monthly_arrivals;
using firn::workload::MonthlyArrivalsSettings;
using firn::workload::MonthlyTotals;
using firn::workload::MonthTotal;
using firn::workload::SizeDistribution;

namespace {

const BillingPeriod kNovember{std::chrono::year{2012} / std::chrono::November};

MonthlyArrivalsSettings settings(SizeDistribution sizes = SizeDistribution::lognormal(1'500),
                                 std::uint64_t seed = 1) {
    return {.start = kNovember.begin(), .sizes = sizes, .seed = seed};
}

MonthTotal total(int months_later, std::int64_t items, std::int64_t bytes) {
    return {.month = kNovember.plus_months(months_later), .items = items, .bytes = Bytes{bytes}};
}

Files drawn(const MonthlyTotals& totals, const MonthlyArrivalsSettings& how = settings()) {
    return files_of(*monthly_arrivals(totals, how));
}

std::int64_t bytes_of(const Files& files) {
    return std::accumulate(files.begin(), files.end(), std::int64_t{0},
                           [](std::int64_t sum, const File& file) { return sum + file.second; });
}

/// The files that arrive within a month.
Files within(const Files& files, BillingPeriod month) {
    Files some;
    std::copy_if(files.begin(), files.end(), std::back_inserter(some), [month](const File& file) {
        return month.contains(kNovember.begin() + Duration{file.first});
    });
    return some;
}

bool is_in_order(const Files& files) {
    return std::is_sorted(files.begin(), files.end(),
                          [](const File& a, const File& b) { return a.first < b.first; });
}

}  // namespace

TEST_CASE("each month's files and bytes are met exactly", "[workload]") {
    const Files files = drawn({total(0, 10'000, 123'456'789), total(1, 1, 7), total(3, 5'000, 5'001)});
    CHECK(is_in_order(files));
    CHECK(within(files, kNovember).size() == 10'000);
    CHECK(bytes_of(within(files, kNovember)) == 123'456'789);
    CHECK(within(files, kNovember.plus_months(1)).size() == 1);
    CHECK(bytes_of(within(files, kNovember.plus_months(1))) == 7);
    CHECK(within(files, kNovember.plus_months(2)).empty());
    CHECK(within(files, kNovember.plus_months(3)).size() == 5'000);
    CHECK(bytes_of(within(files, kNovember.plus_months(3))) == 5'001);
}

TEST_CASE("no totals have no files", "[workload]") {
    CHECK(drawn({}).empty());
    CHECK(drawn({total(0, 0, 0)}).empty());
}

TEST_CASE("no file is empty where there is a byte for each", "[workload]") {
    const Files files = drawn({total(0, 1'000, 1'000)}, settings(SizeDistribution::lognormal(3'000)));
    CHECK(std::all_of(files.begin(), files.end(), [](const File& file) { return file.second == 1; }));
}

TEST_CASE("files may be empty where bytes are fewer than files", "[workload]") {
    CHECK(bytes_of(drawn({total(0, 1'000, 10)})) == 10);
    CHECK(bytes_of(drawn({total(0, 1'000, 0)})) == 0);
}

TEST_CASE("constant sizes are alike to the byte", "[workload]") {
    // 10 = 3 * 3 + 1: one byte for each, 7 shared by thirds rounded down on the running sum 2.33, 4.67, 7: 2,
    // 2, 3
    const Files files = drawn({total(0, 3, 10)}, settings(SizeDistribution::constant()));
    CHECK(files[0].second == 3);
    CHECK(files[1].second == 3);
    CHECK(files[2].second == 4);
}

TEST_CASE("the sizes of a month have the spread that was asked for", "[workload]") {
    const Files files = drawn({total(0, 50'000, 50'000LL * 1'000'000)});
    double sum = 0;
    double squares = 0;
    for (const File& file : files) {
        const double logarithm = std::log(static_cast<double>(file.second));
        sum += logarithm;
        squares += logarithm * logarithm;
    }
    const double mean = sum / 50'000;
    // the standard deviation of 50,000 draws of 1.5 is within 1.5 / sqrt(100,000) = 0.005, three times
    CHECK(std::sqrt(squares / 50'000 - mean * mean) == Approx(1.5).margin(0.015));
}

TEST_CASE("arrivals are spread evenly over the month", "[workload]") {
    std::array<int, 30> days{};
    for (const File& file : drawn({total(0, 300'000, 0)})) {
        ++days.at(static_cast<std::size_t>(Duration{file.first} / std::chrono::days{1}));
    }
    // 10,000 a day, standard deviation 98
    for (const int count : days)
        CHECK(std::abs(count - 10'000) < 500);
}

TEST_CASE("the draws of a month depend on the seed and the month alone", "[workload]") {
    const MonthTotal december = total(1, 1'000, 1'000'000);
    const Files alone = drawn({december});
    CHECK(within(drawn({total(0, 77, 5'000), december}), december.month) == alone);
    CHECK(drawn({december}) == alone);
    CHECK(drawn({december}, settings(SizeDistribution::lognormal(1'500), 2)) != alone);
}

TEST_CASE("blocks are full until the last", "[workload]") {
    const auto source = monthly_arrivals({total(0, 3'000, 0), total(1, 3'000, 0)}, settings());
    firn::workload::FileBlock block;
    REQUIRE(*(*source)(block));
    CHECK(block.files() == firn::workload::kFilesPerBlock);
    REQUIRE(*(*source)(block));
    CHECK(block.files() == 6'000 - firn::workload::kFilesPerBlock);
    CHECK_FALSE(*(*source)(block));
    CHECK(block.files() == 0);
}

TEST_CASE("totals that begin before the scenario are refused", "[workload]") {
    const auto source = monthly_arrivals({total(-1, 1, 1)}, settings());
    REQUIRE_FALSE(source);
    CHECK(source.error().front().code == "totals-before-start");
}

TEST_CASE("a total of the largest size is met to the byte", "[workload]") {
    const Files files =
        drawn({total(0, 1'000, 9'223'372'036'854'775'807)}, settings(SizeDistribution::lognormal(3'000)));
    CHECK(bytes_of(files) == 9'223'372'036'854'775'807);
}

TEST_CASE("any totals are met exactly, in order", "[workload][property]") {
    CHECK(rc::check("any totals", [] {
        const auto counts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 500));
        const auto bytes = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 40);
        const auto sizes = SizeDistribution::lognormal(*rc::gen::inRange(0, 3'001));
        MonthlyTotals totals;
        for (const int items : counts)
            totals.push_back(total(static_cast<int>(totals.size()), items, bytes));
        const Files files = drawn(totals, settings(sizes, *rc::gen::arbitrary<std::uint64_t>()));
        RC_ASSERT(is_in_order(files));
        for (const MonthTotal& each : totals) {
            const Files some = within(files, each.month);
            RC_ASSERT(static_cast<std::int64_t>(some.size()) == each.items);
            RC_ASSERT(bytes_of(some) == each.bytes.count());
        }
    }));
}
