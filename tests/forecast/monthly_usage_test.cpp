#include "core/forecast/monthly_usage.hpp"
#include "core/forecast/drawn_paths.hpp"
#include "core/forecast/event_draw.hpp"
#include "core/forecast/history.hpp"
#include "core/forecast/quantile.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/forecast/reference.hpp"
#include "tests/support/catch.hpp"

#include <numeric>

namespace firn::forecast {

namespace {

const BillingPeriod kMarch = *BillingPeriod::parse("2013-03");

StoragePlan plan() {
    return {.first = kMarch,
            .storage_class = "glacier",
            .bundle_size = Bytes{99'500'000},
            .stock_archives = 100,
            .stock_bytes = Bytes{10'000'000'000}};
}

}  // namespace

TEST_CASE("a month's arrivals lie there for half of it, in tars, beside the stock", "[forecast]") {
    const usage::Usage usage = usage_of({{1000, Bytes{1'000'000'000}}, {}}, plan());
    REQUIRE(usage.periods.size() == 2);
    const usage::Period& march = usage.periods.front();
    CHECK(march.uploads.front().archives == 10);
    CHECK(march.uploads.front().bytes == Bytes{1'000'778'240});
    CHECK(usage::byte_hours(march.storage.front(), kMarch) == 7'812'289'505'280);
    // April, 720 hours: all of it, all month.
    CHECK(usage::byte_hours(usage.periods.back().storage.front(), kMarch.next()) ==
          Rational{Integer{11'000'778'240} * 720});
    CHECK(usage.periods.back().uploads.empty());
}

TEST_CASE("bundles that wait no longer than a day make an archive a day at least, but never more than files",
          "[forecast]") {
    StoragePlan daily = plan();
    daily.max_age = std::chrono::hours{24};
    CHECK(archives_of({1000, Bytes{1'000'000}}, kMarch, daily) == 31);
    CHECK(archives_of({7, Bytes{1'000'000}}, kMarch, daily) == 7);
    CHECK(archives_of({}, kMarch, daily) == 0);
}

TEST_CASE("quantiles are amounts that were drawn", "[forecast]") {
    std::vector<int> draws(1000);
    std::iota(draws.begin(), draws.end(), 1);
    CHECK(quantile(draws, 10) == 100);
    CHECK(quantile(draws, 90) == 900);
    CHECK(quantile(std::vector<int>{7}, 10) == 7);
}

TEST_CASE("a triangle's quantiles are those of the closed form", "[forecast]") {
    CHECK(triangular(0.5, 100, 200, 300) == Approx(200));
    CHECK(triangular(0, 100, 200, 400) == Approx(100));
    CHECK(triangular(1, 100, 200, 400) == Approx(400));
    CHECK(triangular(0.125, 100, 200, 300) == Approx(150));
}

TEST_CASE("a draw depends on its seed and number only", "[forecast]") {
    const FittedModel fit = fit_model(airline_passengers(), Model::holt_winters_multiplicative, 36);
    const DrawnPath seventh = drawn_path(fit, fit, 36, 1, 7);
    CHECK(drawn_path(fit, fit, 36, 1, 8).items != seventh.items);
    CHECK(drawn_path(fit, fit, 36, 2, 7).items != seventh.items);
    CHECK(drawn_path(fit, fit, 36, 1, 7).items == seventh.items);
    CHECK(drawn_path(fit, fit, 12, 1, 7).items ==
          std::vector<double>(seventh.items.begin(), seventh.items.begin() + 12));
}

TEST_CASE("a gap in a table is refused, a month without files in a trace is a zero", "[forecast]") {
    const workload::MonthlyTotals totals{{kMarch, 2, Bytes{10}}, {kMarch.plus_months(2), 4, Bytes{12}}};
    const auto refused = history_of(totals, {}, AbsentMonth::gap);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == "history-gap");
    const auto history = history_of(totals, {}, AbsentMonth::no_files);
    REQUIRE(history);
    CHECK(history->items.values == std::vector<double>{2, 0, 4});
    CHECK(history->bytes_per_item.values == std::vector<double>{5, 5, 3});
}

}  // namespace firn::forecast
