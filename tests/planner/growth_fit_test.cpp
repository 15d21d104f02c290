#include "core/planner/growth_fit.hpp"

#include "core/planner/chance_ties.hpp"
#include "core/planner/log_linear.hpp"
#include "core/planner/lognormal_mixture.hpp"
#include "core/random/stream.hpp"
#include "core/workload/growth_model.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

using std::chrono::days;

/// Three years of 2,000 files a day at the start, of which everything that is fitted is known.
workload::GrowthModel known() {
    workload::GrowthModel model;
    model.start = std::chrono::sys_days{std::chrono::year{2012} / 11 / 1};
    model.horizon = days{1095};
    model.inflow = {.unit = workload::Inflow::Unit::files_per_day, .amount = 2'000'000'000};
    model.file_growth = {1'300'000};
    model.size_growth = {1'200'000};
    model.calendar.months[11] = {1'500'000};
    model.calendar.weekdays[6] = {500'000};
    model.calendar.hours = workload::cosine_hours({1'600'000}, 20);
    model.calendar.day_noise = {100'000};
    model.calendar.day_memory = {500'000};
    model.batches = {.share = {400'000},
                     .shape = workload::Batches::Shape::geometric,
                     .mean = {5'000'000},
                     .exponent = {},
                     .largest = 5'000,
                     .spread = Duration{0}};
    model.sizes = {{.share = {},
                    .shape = workload::SizeComponent::Shape::lognormal,
                    .size = Bytes{50'000},
                    .deviation = {1'200'000},
                    .exponent = {},
                    .largest = {}}};
    return model;
}

workload::TraceProfile profile_of(const workload::GrowthModel& model, Duration resolution = Duration{1}) {
    const auto files = workload::growth_model(model).value();
    workload::FileBlock read;
    return workload::profile_of([&](workload::TraceBlock& block) -> Result<bool> {
               const bool more = files(read).value();
               block.clear();
               for (const Duration arrival : read.arrivals)
                   block.times.push_back(model.start + arrival / resolution * resolution);
               block.sizes = read.sizes;
               return more;
           })
        .value();
}

/// Files at whole seconds over 20 days, on average one in `between` seconds, each by itself.
workload::TraceProfile poisson_seconds(double between) {
    const random::Stream draws{1, "poisson"};
    std::uint64_t number = 0;
    double second = 0;
    return workload::profile_of([&](workload::TraceBlock& block) -> Result<bool> {
               block.clear();
               while (block.rows() < 10'000 && second < 20 * 86'400) {
                   block.times.push_back(std::chrono::sys_days{std::chrono::year{2012} / 11 / 1} +
                                         std::chrono::seconds{static_cast<std::int64_t>(second)});
                   block.sizes.emplace_back(50'000);
                   const auto uniform = static_cast<double>(draws.between(number++, 1, 1'000'000'000)) / 1e9;
                   second -= between * std::log(uniform);
               }
               return block.rows() > 0;
           })
        .value();
}

const FittedSetting& setting(const GrowthFit& fit, const std::string& path) {
    return *std::find_if(fit.settings.begin(), fit.settings.end(),
                         [&](const FittedSetting& s) { return s.path == path; });
}

const GrowthFit& fit_of_known() {
    static const GrowthFit kFit = fit_growth(profile_of(known())).value();
    return kFit;
}

const scenario::GrowthWorkload& found() { return *fit_of_known().scenario.workload.growth; }

double real(const Rational& value) { return value.convert_to<double>(); }

}  // namespace

TEST_CASE("a series without noise is found exactly", "[planner]") {
    std::vector<SeriesPoint> points;
    for (int day = 0; day < 800; ++day) {
        const SeriesPoint point{.years = day / 365.25, .month = day / 31 % 12, .weekday = day % 7, .log = 0};
        points.push_back(point);
        points.back().log =
            5 + 0.25 * point.years + (point.month == 3 ? 0.12 : 0) + (point.weekday == 6 ? -0.7 : 0);
    }
    const SeriesFit fit = fit_series(points, {.growth = true, .months = true, .weekdays = true});
    CHECK(fit.growth == Approx(0.25));
    // Effects have mean zero, and the level takes it: 5 + 0.12 / 12 - 0.7 / 7.
    CHECK(fit.level == Approx(5 + 0.01 - 0.1));
    CHECK(fit.months[3] == Approx(0.11));
    CHECK(fit.weekdays[6] == Approx(-0.6));
    CHECK(fit.r_squared == Approx(1));
}

TEST_CASE("a mixture of two lognormal parts is taken apart", "[planner]") {
    LogHistogram histogram{.first = 0, .width = 0.02, .counts = {}};
    for (int step = 0; step < 1'000; ++step) {
        const double log = (step + 0.5) * 0.02;
        const auto density = [log](double mean, double sd) {
            return std::exp(-0.5 * (log - mean) * (log - mean) / (sd * sd)) / sd;
        };
        histogram.counts.push_back(1e6 * (0.7 * density(7, 0.8) + 0.3 * density(12, 0.5)));
    }
    const auto parts = fit_mixture(histogram, 2);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].share == Approx(0.7).epsilon(0.005));
    CHECK(parts[0].mean == Approx(7).epsilon(0.005));
    CHECK(parts[0].deviation == Approx(0.8).epsilon(0.01));
    CHECK(parts[1].mean == Approx(12).epsilon(0.005));
    CHECK(mean_of(parts) == Approx(0.7 * std::exp(7.32) + 0.3 * std::exp(12.125)).epsilon(0.01));
    // Half of the first part and a little: the share 0.35 lies at its median.
    CHECK(log_quantile(parts, 0.35) == Approx(7).epsilon(0.005));
}

TEST_CASE("a fit finds the growth that a trace was drawn with", "[planner]") {
    // Noise 0.1 with memory 0.5: 1095 days count like 365; sd of the slope 0.1 / (0.866 * sqrt(365)) = 0.006
    // a year; five of them 0.03 on ln 1.3.
    CHECK(std::abs(std::log1p(real(found().file_growth) / 100) - std::log(1.3)) < 0.03);
    // Sizes: sd 1.2 over more than 2,000 files a day, 0.027 a day: slope to 0.001 a year; five of them, and
    // the steps of growth within a day.
    CHECK(std::abs(std::log1p(real(found().size_growth) / 100) - std::log(1.2)) < 0.006);
}

TEST_CASE("a fit finds months, weekdays and hours", "[planner]") {
    // December 1.5 of a mean of 12.5 / 12, the others 1: 90 days of a month count like 30, sd 0.018, five of
    // them.
    CHECK(real(found().months[11]) == Approx(1.5 * 12 / 12.5).epsilon(0.09));
    CHECK(real(found().months[5]) == Approx(12 / 12.5).epsilon(0.09));
    // Sunday 0.5 of a mean of 6.5 / 7; 156 Sundays, sd 0.008, five of them.
    CHECK(real(found().calendar.weekdays[6]) == Approx(0.5 * 7 / 6.5).epsilon(0.04));
    CHECK(real(found().calendar.weekdays[0]) == Approx(7 / 6.5).epsilon(0.04));
    // 2.8 million files; an hour has some 100,000, with batches sd 0.006.
    CHECK(real(found().calendar.hours[20]) == Approx(1.6).epsilon(0.03));
    CHECK(real(found().calendar.hours[8]) == Approx(0.4).epsilon(0.04));
}

TEST_CASE("a fit finds how days differ by chance", "[planner]") {
    // Relative sd of the deviation 0.028; batches add a few per cent to the spread of counts; months take a
    // little of the memory. Five sds each.
    CHECK(real(found().calendar.day_noise) == Approx(0.1).epsilon(0.2));
    CHECK(std::abs(real(found().calendar.day_memory) - 0.5) < 0.15);
}

TEST_CASE("a fit finds batches that arrive at one instant", "[planner]") {
    // Some 220,000 batches: the sd of their mean is 4.5 / 470 = 0.01, of the share below 0.2 %.
    CHECK(real(found().batches.share) == Approx(40).epsilon(0.02));
    CHECK(real(found().batches.mean) == Approx(5).epsilon(0.02));
    CHECK(found().batches.spread == Duration{0});
}

TEST_CASE("a fit finds batches among times of whole seconds", "[planner]") {
    // Some two files a minute: chance puts a few per cent of the batches into seconds of others.
    const GrowthFit fit = fit_growth(profile_of(known(), std::chrono::seconds{1})).value();
    const auto& batches = fit.scenario.workload.growth->batches;
    CHECK(real(fit.scenario.workload.growth->batches.share) == Approx(40).epsilon(0.03));
    CHECK(real(batches.mean) == Approx(5).epsilon(0.03));
}

TEST_CASE("chance ties of whole seconds are no batches", "[planner]") {
    // A Poisson stream of 0.5 files a second for 20 days: 39 % of the files share their second with another.
    for (const double between : {2.0, 20.0, 0.2}) {
        const workload::TraceProfile trace = poisson_seconds(between);
        CHECK(trace.resolution == std::chrono::seconds{1});
        const GrowthFit fit = fit_growth(trace).value();
        CHECK_FALSE(setting(fit, "batches.share").estimated);
        CHECK_FALSE(setting(fit, "batches.mean").estimated);
    }
    // As many ties as the occupancy of 60 cells gives: of n = 30 in the mean, 30 * (1 - e^-0.5) = 11.8 files
    // in 60 * (1 - 1.5 * e^-0.5) = 5.41 groups a minute; 28,800 minutes.
    const workload::TraceProfile trace = poisson_seconds(2);
    const Ties chance = chance_ties(trace).value();
    CHECK(chance.files == Approx(28'800 * 11.804).epsilon(0.01));
    CHECK(chance.groups == Approx(28'800 * 5.4122).epsilon(0.01));
    CHECK(static_cast<double>(trace.grouped_files) == Approx(chance.files).epsilon(0.01));
    CHECK(static_cast<double>(trace.groups) == Approx(chance.groups).epsilon(0.01));
}

TEST_CASE("growth beyond what a model may have is limited and said", "[planner]") {
    workload::MonthlyTotals totals;
    std::int64_t items = 1'000;
    for (int month = 0; month < 9; ++month, items *= 4)
        totals.push_back({.month = BillingPeriod{std::chrono::year{2012} / 11}.plus_months(month),
                          .items = items,
                          .bytes = Bytes{items * 2'200'000'000'000 / 1'000'000}});
    const GrowthFit fit = fit_growth(workload::profile_of(totals)).value();
    CHECK(fit.scenario.workload.growth->file_growth == 1'000);
    CHECK(setting(fit, "file_growth").limited);
    CHECK(setting(fit, "file_growth").why.find("the trace has 1.") != std::string::npos);
    CHECK_FALSE(setting(fit, "size_growth").limited);
    REQUIRE(fit.warnings.size() == 1);
    CHECK(fit.warnings.front().code == "fit-limited");
    // 4^12 a year by the months, 11 by the model: ln 16.6 of them, 2.4; 1 - (1 - 2.4 / 16.6)^2 = 0.27.
    CHECK(fit.qualities.front().r_squared == Approx(0.27).margin(0.02));
}

TEST_CASE("large files have the mean that they have, to 1 TiB", "[planner]") {
    const auto of = [](std::int64_t size) {
        workload::MonthlyTotals totals;
        for (int month = 0; month < 3; ++month)
            totals.push_back({.month = BillingPeriod{std::chrono::year{2012} / 11}.plus_months(month),
                              .items = 1'000,
                              .bytes = Bytes{1'000 * size}});
        return fit_growth(workload::profile_of(totals)).value();
    };
    // Sizes grow by the assumed 12 % a year, so the mean at the start lies a little below that of the months.
    const GrowthFit fit = of(100'000'000'000);
    CHECK(static_cast<double>(fit.scenario.workload.growth->mean_size->count()) ==
          Approx(100e9).epsilon(0.02));
    CHECK(fit.warnings.empty());
    CHECK(setting(of(2'200'000'000'000), "mean_size").limited);
}

TEST_CASE("a constant series is explained whole", "[planner]") {
    std::vector<SeriesPoint> points;
    for (int day = 0; day < 1'000; ++day)
        points.push_back(
            {.years = day / 365.25, .month = day / 31 % 12, .weekday = day % 7, .log = std::log(37)});
    const SeriesFit fit = fit_series(points, {.growth = true, .months = true, .weekdays = true});
    CHECK(fit.r_squared == 1);
    CHECK(fit.memory == 0);
    CHECK(fit.residual_deviation < 1e-9);
}

TEST_CASE("a fit finds inflow and sizes at the start", "[planner]") {
    // The level moves with the slope: 1.5 years of 0.006, and 0.1 / sqrt(365) = 0.005; five of each.
    CHECK(real(found().inflow.files) == Approx(2'000).epsilon(0.07));
    // Mean of lognormal(50 kB, 1.2): 50 kB * e^0.72 = 102.7 kB.
    CHECK(static_cast<double>(found().mean_size->count()) == Approx(102'722).epsilon(0.02));
    CHECK(fit_of_known().scenario.months == 36);
}

TEST_CASE("the model that was fitted has the size quantiles of the trace", "[planner]") {
    const auto trace = profile_of(known());
    // Growth of 20 % a year moves the median from 50 kB; steps are 2.2 % wide.
    CHECK(static_cast<double>(workload::size_quantile(trace, 0.5).count()) > 50'000);
    CHECK(workload::size_quantile(trace, 0.9) > workload::size_quantile(trace, 0.5));
    CHECK(found().sizes.size() <= 3);
}

TEST_CASE("what a trace is too short for stays assumed", "[planner]") {
    workload::GrowthModel model = known();
    model.horizon = days{60};
    const GrowthFit fit = fit_growth(profile_of(model)).value();
    const auto is_estimated = [&](const std::string& key) {
        return std::any_of(fit.settings.begin(), fit.settings.end(),
                           [&](const FittedSetting& s) { return s.path == key && s.estimated; });
    };
    CHECK(is_estimated("weekday_factors"));
    CHECK(is_estimated("hour_factors"));
    CHECK_FALSE(is_estimated("file_growth"));
    CHECK_FALSE(is_estimated("month_factors"));
    CHECK(fit.scenario.workload.growth->file_growth == 15);
}

TEST_CASE("monthly totals give growth and months, and no hours", "[planner]") {
    workload::MonthlyTotals totals;
    for (int month = 0; month < 36; ++month) {
        const BillingPeriod period = BillingPeriod{std::chrono::year{2012} / 11}.plus_months(month);
        // 1 % more files a month, 100 a day at first; sizes of 1,000 bytes.
        const auto items =
            static_cast<std::int64_t>(std::llround(100.0 * period.days() * std::pow(1.01, month)));
        totals.push_back({.month = period, .items = items, .bytes = Bytes{items * 1'000}});
    }
    const GrowthFit fit = fit_growth(workload::profile_of(totals)).value();
    const scenario::GrowthWorkload& growth = *fit.scenario.workload.growth;
    // 1.01^12 = 1.126825; months are not quite alike in length.
    CHECK(real(growth.file_growth) == Approx(12.68).epsilon(0.01));
    CHECK(std::abs(real(growth.size_growth)) < 0.01);
    CHECK(growth.mean_size == Bytes{1'000});
    CHECK(growth.calendar.hours.empty());
}

TEST_CASE("a trace of a few files cannot be fitted", "[planner]") {
    workload::GrowthModel model = known();
    model.horizon = days{5};
    const auto fit = fit_growth(profile_of(model));
    REQUIRE_FALSE(fit.has_value());
    CHECK(fit.error().front().code == "fit-too-short");
}
