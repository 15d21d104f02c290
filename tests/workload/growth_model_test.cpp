#include "core/workload/growth_model.hpp"

#include "core/random/splitmix.hpp"
#include "core/workload/growth_days.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::workload;

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::int64_t kDay = 86'400'000'000;

/// 24,000 files of 1,000 bytes a day, all days and hours alike, for so many days from Thursday, 1 November
/// 2012.
GrowthModel plain(int for_days) {
    GrowthModel model;
    model.start = std::chrono::sys_days{std::chrono::year{2012} / 11 / 1};
    model.horizon = days{for_days};
    model.inflow = {.unit = Inflow::Unit::files_per_day, .amount = 24'000'000'000};
    model.sizes = {{.shape = SizeComponent::Shape::constant, .size = Bytes{1'000}}};
    return model;
}

Files files_of(const GrowthModel& model) { return ::files_of(growth_model(model).value()); }

std::string refusal_of(const GrowthModel& model) {
    const auto source = growth_model(model);
    return source ? "" : source.error().front().code;
}

std::vector<double> per_day(const Files& files, int for_days) {
    std::vector<double> counts(static_cast<std::size_t>(for_days), 0.0);
    for (const File& file : files)
        counts.at(static_cast<std::size_t>(file.first / kDay)) += 1;
    return counts;
}

double sum_of(const std::vector<double>& counts, std::size_t first, std::size_t end) {
    double sum = 0;
    for (std::size_t i = first; i < end; ++i)
        sum += counts[i];
    return sum;
}

/// Everything that the model has, on few files.
GrowthModel lively() {
    GrowthModel model = plain(40);
    model.inflow = {.unit = Inflow::Unit::bytes_per_week, .amount = 10'000'000'000};
    model.file_growth = {1'150'000};
    model.size_growth = {1'120'000};
    model.calendar.months[0] = {1'100'000};
    model.calendar.weekdays[0] = {1'080'000};
    model.calendar.hours = cosine_hours({1'600'000}, 20);
    model.calendar.day_noise = {300'000};
    model.calendar.day_memory = {750'000};
    model.batches = {.share = {500'000},
                     .shape = Batches::Shape::geometric,
                     .mean = {10'000'000},
                     .largest = 5'000,
                     .spread = std::chrono::minutes{5}};
    model.sizes = {{.share = {700'000}, .size = Bytes{60'000}, .deviation = {1'000'000}},
                   {.share = {250'000}, .size = Bytes{20'000}, .deviation = {1'600'000}},
                   {.share = {50'000},
                    .shape = SizeComponent::Shape::pareto,
                    .size = Bytes{300'000},
                    .exponent = {1'300'000},
                    .largest = Bytes{50'000'000}}};
    model.mean_size = Bytes{700'000};
    return model;
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

TEST_CASE("a growth model has the files that its inflow says", "[workload]") {
    // 30 days of 24,000: 720,000, sd 849; five of them.
    const Files files = files_of(plain(30));
    CHECK(std::abs(static_cast<double>(files.size()) - 720'000) < 4'250);
    CHECK(files.back().first < 30 * kDay);
    CHECK(std::is_sorted(files.begin(), files.end(),
                         [](const File& a, const File& b) { return a.first < b.first; }));
}

TEST_CASE("an inflow in bytes is one of files through the mean size", "[workload]") {
    GrowthModel model = plain(7);
    model.inflow = {.unit = Inflow::Unit::bytes_per_week, .amount = 70'000'000};
    // 70 MB a week of 1,000 bytes each: 70,000 files, sd 265.
    CHECK(std::abs(static_cast<double>(files_of(model).size()) - 70'000) < 1'330);
    model.mean_size = Bytes{2'000};
    CHECK(std::abs(static_cast<double>(files_of(model).size()) - 35'000) < 940);
    CHECK(files_of(model).front().second == 2'000);
}

TEST_CASE("files and sizes grow by the year", "[workload]") {
    GrowthModel model = plain(731);
    model.inflow.amount = 1'000'000'000;
    model.file_growth = {1'500'000};
    model.size_growth = {800'000};
    const Files files = files_of(model);
    const std::vector<double> counts = per_day(files, 731);
    // Days 0-29 and 731-30 on: 1.5^(701 / 365.25) = 2.17770 times as many; sums of about 30,500 and 66,500
    // have relative sds of 0.0057 and 0.0039, their quotient 0.0069.
    const double ratio = sum_of(counts, 701, 731) / sum_of(counts, 0, 30);
    CHECK(ratio == Approx(std::pow(1.5, 701 / 365.25)).epsilon(0.035));
    // 0.8^(730 / 365.25) = 0.64014: the files of the last day have 640 bytes.
    CHECK(files.front().second == 1'000);
    CHECK(files.back().second == 640);
}

TEST_CASE("steps change the number and the size of files from their day on", "[workload]") {
    GrowthModel model = plain(20);
    model.steps = {{.at = model.start + days{10} + hours{5}, .files = {500'000}, .bytes = {3'000'000}}};
    const Files files = files_of(model);
    const std::vector<double> counts = per_day(files, 20);
    // 240,000 and 120,000, sds 490 and 346.
    CHECK(std::abs(sum_of(counts, 0, 10) - 240'000) < 2'450);
    CHECK(std::abs(sum_of(counts, 10, 20) - 120'000) < 1'750);
    CHECK(std::all_of(files.begin(), files.end(), [](const File& file) {
        return file.second == (file.first < 10 * kDay ? 1'000 : 3'000);
    }));
}

TEST_CASE("a yearly event has larger files, as many as usual, also over the end of a year", "[workload]") {
    GrowthModel model = plain(100);
    model.inflow.amount = 1'000'000'000;
    model.event = YearlyEvent{.month = 12, .days = 40, .bytes = {2'000'000}};
    const Files files = files_of(model);
    // 1 December is day 30; 40 days later it is 10 January, day 70.
    CHECK(std::all_of(files.begin(), files.end(), [](const File& file) {
        const bool during = file.first >= 30 * kDay && file.first < 70 * kDay;
        return file.second == (during ? 2'000 : 1'000);
    }));
    const std::vector<double> counts = per_day(files, 100);
    // 40,000, sd 200.
    CHECK(std::abs(sum_of(counts, 30, 70) - 40'000) < 1'000);
}

TEST_CASE("hours and weekdays have their factors", "[workload]") {
    GrowthModel model = plain(70);
    model.calendar.hours = cosine_hours({1'600'000}, 20);
    model.calendar.weekdays[6] = {0};
    std::vector<double> by_hour(24, 0.0);
    std::vector<double> by_weekday(7, 0.0);
    for (const File& file : files_of(model)) {
        by_hour[static_cast<std::size_t>(file.first / 3'600'000'000 % 24)] += 1;
        by_weekday[static_cast<std::size_t>((file.first / kDay + 3) % 7)] += 1;
    }
    // Ten weeks of 168,000; the six days that are left share what Sunday would have had: 280,000 each, sd
    // 529.
    CHECK(by_weekday[6] == 0);
    CHECK(std::abs(by_weekday[0] - 280'000) < 2'650);
    // An hour has 70,000 in the mean: the busiest 112,000 (sd 335), the quietest 28,000 (sd 167).
    CHECK(std::abs(by_hour[20] - 112'000) < 1'680);
    CHECK(std::abs(by_hour[8] - 28'000) < 840);
}

TEST_CASE("batches bring files together without bringing more", "[workload]") {
    GrowthModel model = plain(50);
    model.batches = {.share = {1'000'000},
                     .shape = Batches::Shape::geometric,
                     .mean = {10'000'000},
                     .largest = 5'000,
                     .spread = std::chrono::milliseconds{1}};
    const Files files = files_of(model);
    // 120,000 batches of 10 files, sd of a size 9.5: the sum's sd is sqrt(120,000 * (10^2 + 9.5^2)) = 4,780.
    CHECK(std::abs(static_cast<double>(files.size()) - 1'200'000) < 23'900);
    // A batch lies within a millisecond; the gap between two is 36 s in the mean. Gaps above 1 ms: one a
    // batch.
    std::int64_t batches = 1;
    for (std::size_t i = 1; i < files.size(); ++i)
        batches += files[i].first - files[i - 1].first > 1'000 ? 1 : 0;
    CHECK(std::abs(static_cast<double>(batches) - 120'000) < 1'800);
}

TEST_CASE("files of a batch arrive evenly over its spread, also past the hour", "[workload]") {
    GrowthModel model = plain(2'000);
    model.inflow.amount = 40'000;  // one file in 25 days
    model.batches = {.share = {1'000'000},
                     .shape = Batches::Shape::zeta,
                     .exponent = {100'000},
                     .largest = 3,
                     .spread = hours{12}};
    const Files files = files_of(model);
    // Sizes 1 to 3, nearly alike: a batch of three has gaps of 4 hours, one of two of 6 hours, so gaps of a
    // batch are one of these to the microsecond.
    const auto gaps = [&](std::int64_t gap) {
        std::int64_t count = 0;
        for (std::size_t i = 1; i < files.size(); ++i)
            count += std::abs(files[i].first - files[i - 1].first - gap) <= 1 ? 1 : 0;
        return count;
    };
    CHECK(gaps(4 * 3'600'000'000) > 5);
    CHECK(gaps(6 * 3'600'000'000) > 5);
}

TEST_CASE("gaps between single files are exponential", "[workload]") {
    const Files files = files_of(plain(30));
    std::int64_t above_mean = 0;
    for (std::size_t i = 1; i < files.size(); ++i)
        above_mean += files[i].first - files[i - 1].first > 3'600'000 ? 1 : 0;
    // P(gap > mean) = 1/e = 0.367879 of about 720,000; sd 409.
    CHECK(std::abs(static_cast<double>(above_mean) - 0.367879 * static_cast<double>(files.size() - 1)) <
          2'100);
}

TEST_CASE("an hour with many files is drawn in parts", "[workload]") {
    GrowthModel model = plain(1);
    model.inflow.amount = 24 * std::int64_t{300'000} * 1'000'000;
    const Files files = files_of(model);
    // 7,200,000, sd 2,683.
    CHECK(std::abs(static_cast<double>(files.size()) - 7'200'000) < 13'500);
    CHECK(std::is_sorted(files.begin(), files.end(),
                         [](const File& a, const File& b) { return a.first < b.first; }));
}

TEST_CASE("the same model has the same files on every machine", "[workload]") {
    const Files files = files_of(lively());
    CHECK(files == files_of(lively()));
    CHECK(files.size() == 75'858);
    CHECK(files.front().first == 63'276'371);
    CHECK(files.front().second == 608'904);
    CHECK(files[1].first == 86'098'183);
    CHECK(files[1].second == 25'261);
    CHECK(fingerprint_of(files) == 26'884'772'027'207'472);
    GrowthModel other = lively();
    other.seed = 2;
    CHECK(files_of(other).front() != files.front());
}

TEST_CASE("a longer horizon keeps the files of a shorter one", "[workload]") {
    const Files shorter = files_of(lively());
    GrowthModel model = lively();
    model.horizon = days{45};
    Files longer = files_of(model);
    longer.resize(shorter.size());
    CHECK(longer == shorter);
    model.horizon.reset();
    Files endless;
    const FileSource source = growth_model(model).value();
    for (FileBlock block; endless.size() < shorter.size();) {
        REQUIRE(source(block).value());
        for (std::size_t i = 0; i < block.files(); ++i)
            endless.emplace_back(block.arrivals[i].count(), block.sizes[i].count());
    }
    endless.resize(shorter.size());
    CHECK(endless == shorter);
}

TEST_CASE("rates that no service has are refused", "[workload]") {
    GrowthModel model = plain(30);
    model.inflow.amount = std::int64_t{100'000} * 86'400 * 1'000'000;
    CHECK(refusal_of(model) == "rate-too-high");
    model = plain(36'500);
    model.file_growth = {11'000'000};
    CHECK(refusal_of(model) == "rate-too-high");
    model.file_growth = {};
    model.size_growth = {11'000'000};
    CHECK(refusal_of(model) == "sizes-too-large");
}

TEST_CASE("more batches than memory has room for are refused", "[workload]") {
    GrowthModel model = plain(1);
    model.inflow.amount *= 1'000'000'000 / 24'000;  // a thousand million files a day
    model.batches = {.share = {1'000'000}, .mean = {1'000'000}, .largest = 1, .spread = hours{24}};
    CHECK(refusal_of(model) == "batches-too-many");
}

TEST_CASE("a model whose days are all empty is refused", "[workload]") {
    GrowthModel model = plain(30);
    model.calendar.months[10] = {0};  // November has 30 days
    CHECK(refusal_of(model) == "growth-empty");
    model.horizon = days{31};
    CHECK(refusal_of(model).empty());
    model.steps = {{.at = model.start, .files = {0}, .bytes = {}}};
    CHECK(refusal_of(model) == "growth-empty");
}

TEST_CASE("the worked day of the simulation model's page is what the model expects", "[workload]") {
    GrowthModel model = lively();
    model.inflow.amount = 1'000'000'000'000;
    model.calendar.day_noise = {0};
    model.calendar.weekdays = {
        {{1'080'000}, {1'000'000}, {970'000}, {930'000}, {950'000}, {1'000'000}, {1'070'000}}};
    model.calendar.months[11] = {1'100'000};
    const SizeMixture sizes{model.sizes, model.mean_size};
    GrowthDays days{model, sizes};
    GrowthDay day = days.next().value();
    while (day.date != std::chrono::sys_days{std::chrono::year{2014} / 1 / 6})
        day = days.next().value();
    CHECK(day.files_q24[20] >> 24U == 18748);
    CHECK(day.files_q24[8] >> 24U == 4687);
}
