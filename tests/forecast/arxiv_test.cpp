#include "core/forecast/backtest.hpp"
#include "core/forecast/drawn_paths.hpp"
#include "core/forecast/history.hpp"
#include "core/forecast/monthly_usage.hpp"
#include "core/forecast/quantile.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace firn::forecast {

namespace {

workload::MonthlyTotals arxiv_totals() {
    std::ifstream file{fmt::format("{}/scenarios/arxiv/monthly.csv", FIRN_SOURCE_DIR)};
    workload::MonthlyTotals totals;
    std::string line;
    std::getline(file, line);
    REQUIRE(line == "month,tars,items,bytes");
    while (std::getline(file, line)) {
        std::replace(line.begin(), line.end(), ',', ' ');
        std::istringstream cells{line};
        std::string month;
        std::int64_t tars = 0;
        std::int64_t items = 0;
        std::int64_t bytes = 0;
        cells >> month >> tars >> items >> bytes;
        totals.push_back({*BillingPeriod::parse(month), items, Bytes{bytes}});
    }
    return totals;
}

History arxiv(const char* from, const char* until) {
    const auto history = history_of(arxiv_totals(), {BillingPeriod::parse(from), BillingPeriod::parse(until)},
                                    AbsentMonth::gap);
    REQUIRE(history);
    return *history;
}

/// How many months of `later` lay within P10 to P90 of 500 draws.
std::size_t inside(const FittedModel& items, const FittedModel& sizes, const History& later) {
    const std::size_t months = later.items.values.size();
    std::vector<std::vector<double>> bytes(months);
    for (std::uint64_t draw = 0; draw < 500; ++draw) {
        const DrawnPath path = drawn_path(items, sizes, months, 1, draw);
        for (std::size_t i = 0; i < months; ++i)
            bytes[i].push_back(path.items[i] * path.bytes_per_item[i]);
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < months; ++i) {
        std::sort(bytes[i].begin(), bytes[i].end());
        const double actual = later.items.values[i] * later.bytes_per_item.values[i];
        count += quantile(bytes[i], 10) <= actual && actual <= quantile(bytes[i], 90) ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_CASE("arXiv 2010-2019: the back-test finds the band good, and 2020-2024 lie above it all the same",
          "[forecast]") {
    const History history = arxiv("2010-01", "2019-12");
    const SeriesBacktest items = backtest(history.items, 1);
    const SeriesBacktest sizes = backtest(history.bytes_per_item, 1);
    CHECK(items.best == Model::holt_winters_additive);
    CHECK(sizes.best == Model::exponential);
    CHECK(items.origins == 12);
    const ModelScore bytes = backtest_bytes(history.items, history.bytes_per_item, items.best, sizes.best, 1);
    CHECK(bytes.coverage == Approx(0.816).margin(0.02));
    const std::size_t held =
        inside(fit_model(history.items, items.best, 60), fit_model(history.bytes_per_item, sizes.best, 60),
               arxiv("2020-01", "2024-12"));
    CHECK(held >= 2);
    CHECK(held <= 4);
}

TEST_CASE(
    "of the 24 months after a history of arXiv the band holds what was printed, or less where growth turns",
    "[forecast]") {
    struct Told {
        const char* from;
        const char* until;
        const char* later;
        const char* last;
        double printed;     // by the back-test
        std::size_t least;  // months of the 24 that were held
        std::size_t most;
    };
    // As printed; a warning's 72 % and less; and a good 76 % before bytes per file broke their level, of
    // which next to nothing was held.
    const auto told = GENERATE(Told{"2003-07", "2013-06", "2013-07", "2015-06", 0.825, 18, 22},
                               Told{"2006-01", "2015-12", "2016-01", "2017-12", 0.719, 12, 16},
                               Told{"2008-01", "2017-12", "2018-01", "2019-12", 0.763, 2, 6});
    CAPTURE(told.until);
    const History history = arxiv(told.from, told.until);
    const Model items = backtest(history.items, 0).best;
    const Model sizes = backtest(history.bytes_per_item, 0).best;
    const ModelScore bytes = backtest_bytes(history.items, history.bytes_per_item, items, sizes, 0);
    CHECK(bytes.coverage == Approx(told.printed).margin(0.02));
    const std::size_t held =
        inside(fit_model(history.items, items, 24), fit_model(history.bytes_per_item, sizes, 24),
               arxiv(told.later, told.last));
    CHECK(held >= told.least);
    CHECK(held <= told.most);
}

TEST_CASE("the monthly usage model is near the simulation of scenarios/arxiv", "[forecast]") {
    // scenarios/arxiv/expected/simulate.txt: 811 archives; GB-months of the first and the last month.
    const BillingPeriod first = *BillingPeriod::parse("2012-11");
    const StoragePlan plan{.first = first,
                           .storage_class = "glacier",
                           .bundle_size = Bytes{500'000'000},
                           .max_age = std::chrono::hours{24 * 7},
                           .stock_archives = 630,
                           .stock_bytes = Bytes{252'400'262'036}};
    std::vector<MonthlyArrivals> arrivals;
    for (const workload::MonthTotal& total :
         workload::months_between(arxiv_totals(), first, first.plus_months(48)))
        arrivals.push_back({total.items, total.bytes});
    const usage::Usage usage = usage_of(arrivals, plan);
    std::int64_t archives = 0;
    for (const usage::Period& period : usage.periods)
        archives += period.uploads.front().archives;
    CHECK(static_cast<double>(archives) == Approx(811).epsilon(0.05));
    const auto gb_months = [](const usage::Period& period) {
        const Rational hours{period.month.hours()};
        const Rational bytes = usage::byte_hours(period.storage.front(), period.month) / hours;
        return static_cast<double>(bytes) / static_cast<double>(Bytes::from_gib(1).count());
    };
    CHECK(gb_months(usage.periods.front()) == Approx(237.456).epsilon(0.01));
    CHECK(gb_months(usage.periods.back()) == Approx(610.317).epsilon(0.01));
}

TEST_CASE("the level break of arXiv's bytes per file at 2020 is found, and none in the years before",
          "[forecast]") {
    const auto found = find_level_break(arxiv("2014-01", "2023-12").bytes_per_item);
    REQUIRE(found);
    CHECK(found->month >= *BillingPeriod::parse("2019-12"));
    CHECK(found->month <= *BillingPeriod::parse("2020-12"));
    CHECK(found->jump > 0.15);
    CHECK_FALSE(find_level_break(arxiv("2014-01", "2018-12").items));
}

}  // namespace firn::forecast
