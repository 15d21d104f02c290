#include "core/forecast/service_response.hpp"
#include "core/forecast/forecast.hpp"
#include "core/usage/stored_amount.hpp"
#include "tests/forecast/small_book.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>

namespace firn::forecast {

namespace {

using usage::ChargeType;

const BillingPeriod kMarch = *BillingPeriod::parse("2026-03");
constexpr std::int64_t kGB = 1'000'000'000;

StoragePlan plan() {
    return {.first = kMarch, .storage_class = "cold", .bundle_size = Bytes{kGB}, .are_archives = true};
}

Money cents(std::int64_t count) { return Money{Rational{count, 100}}; }

/// A run of one month that sends so many archives of 1 GB.
ServiceResponse::Run run(std::int64_t archives, const Money& storage, const Money& requests) {
    ServiceResponse::Run run{{{archives, Bytes{archives * kGB}}}, DrawnBill(1)};
    run.bill.front().by_charge = {{ChargeType::storage, storage}, {ChargeType::requests, requests}};
    run.bill.front().total = storage + requests;
    return run;
}

/// The worked numbers of docs/forecast.md.
ServiceResponse worked() {
    return ServiceResponse{{run(50, cents(520), cents(50)), run(100, cents(1000), cents(100)),
                            run(200, cents(1900), cents(200))},
                           plan(),
                           pricing::Rounding::invoice};
}

/// Months with a little noise, of so many files a month.
History noisy(double files) {
    const std::array<double, 6> noise{0.02, -0.03, 0.01, 0.04, -0.02, -0.02};
    History history{.items = {kMarch.plus_months(-30)}, .bytes_per_item = {kMarch.plus_months(-30)}};
    for (int i = 0; i < 30; ++i) {
        history.items.values.push_back(files * (1 + 0.01 * i + noise.at(static_cast<std::size_t>(i) % 6)));
        history.bytes_per_item.values.push_back(1e9);
    }
    return history;
}

/// A service that retrieves a tenth of what lies there each month.
Result<usage::Usage> reading_service(const std::vector<MonthlyArrivals>& arrivals, const StoragePlan& plan) {
    usage::Usage usage = usage_of(arrivals, plan);
    for (usage::Period& period : usage.periods) {
        const Rational mean = usage::byte_hours(period.storage.front(), period.month) / period.month.hours();
        period.retrievals.push_back({.storage_class = "cold", .bytes = Rational{mean / 10}});
    }
    return usage;
}

ForecastSettings settings() {
    return {.plan = plan(),
            .months = 6,
            .draws = 50,
            .seed = 7,
            .threads = 2,
            .items_model = Model::linear,
            .size_model = Model::linear,
            .rounding = pricing::Rounding::exact,
            .service_run = reading_service};
}

Forecast made(const History& history, const ForecastSettings& settings) {
    auto forecast = make_forecast(history, settings, small_book());
    REQUIRE(forecast);
    return *std::move(forecast);
}

}  // namespace

TEST_CASE("a draw's charges lie on the lines between the runs", "[forecast]") {
    const DrawnBill more = worked().at({{150, Bytes{150 * kGB}}});
    CHECK(more.front().by_charge.at(ChargeType::storage) == cents(1450));
    CHECK(more.front().by_charge.at(ChargeType::requests) == cents(150));
    CHECK(more.front().total == cents(1600));
    const DrawnBill less = worked().at({{75, Bytes{75 * kGB}}});
    CHECK(less.front().by_charge.at(ChargeType::storage) == cents(760));
    CHECK(less.front().by_charge.at(ChargeType::requests) == cents(75));
}

TEST_CASE("at the paths that were run a draw costs what the run did", "[forecast]") {
    for (const auto& [archives, cost] : std::map<std::int64_t, int>{{50, 520}, {100, 1000}, {200, 1900}}) {
        const DrawnBill there = worked().at({{archives, Bytes{archives * kGB}}});
        CHECK(there.front().by_charge.at(ChargeType::storage) == cents(cost));
    }
}

TEST_CASE("no charge of a draw falls below zero", "[forecast]") {
    const ServiceResponse steep{
        {run(50, cents(0), cents(0)), run(100, cents(1000), cents(100)), run(200, cents(3000), cents(200))},
        plan(),
        pricing::Rounding::invoice};
    CHECK(steep.at({{0, Bytes{}}}).front().total == Money{});
}

TEST_CASE("few files are run for each draw, many three times, and both agree where the service is linear",
          "[forecast]") {
    std::atomic<int> runs{0};
    ForecastSettings counted = settings();
    counted.service_run = [&](const std::vector<MonthlyArrivals>& arrivals, const StoragePlan& plan) {
        ++runs;
        return reading_service(arrivals, plan);
    };
    const Forecast few = made(noisy(1000), counted);
    CHECK(few.draws_by == DrawsBy::runs);
    CHECK(runs == 51);
    runs = 0;
    const Forecast many = made(noisy(1'000'000), counted);
    CHECK(many.draws_by == DrawsBy::response);
    CHECK(runs == 3);
    const Money retrieved = few.months.back().by_charge.at(ChargeType::retrieval).p90;
    CHECK(retrieved.amount() > 0);
    // A thousand times the files cost a thousand times as much, but for the rounding of whole files.
    const Rational ratio = many.months.back().total.p90.amount() / few.months.back().total.p90.amount();
    CHECK(static_cast<double>(ratio) == Approx(1000).epsilon(5e-4));
}

TEST_CASE("without noise every draw is the central path, whichever way it is priced", "[forecast]") {
    for (const double files : {1000.0, 1'000'000.0}) {
        History flat = noisy(files);
        std::fill(flat.items.values.begin(), flat.items.values.end(), files);
        const Forecast forecast = made(flat, settings());
        for (std::size_t i = 0; i < forecast.months.size(); ++i) {
            CHECK(forecast.months[i].total.p10 == forecast.central.periods[i].total);
            CHECK(forecast.months[i].total.p90 == forecast.central.periods[i].total);
        }
    }
}

TEST_CASE("the tornado of a service runs it with another bundle size, and reprices for other prices",
          "[forecast]") {
    const ForecastSettings wanted = settings();
    const Forecast forecast = made(noisy(1000), wanted);
    const usage::WhatIf dearer{.charge = ChargeType::retrieval, .change = Rational{1, 10}};
    const auto total = varied_total(forecast, wanted, small_book(), {.price = dearer});
    REQUIRE(total);
    Money retrieved;
    for (const pricing::PeriodBill& period : forecast.central.periods) {
        for (const pricing::LineItem& line : period.lines)
            retrieved += line.charge == ChargeType::retrieval ? line.cost : Money{};
    }
    CHECK(*total - forecast.central.total == Money{Rational{retrieved.amount() / 10}});
}

TEST_CASE("what stands against a run is the forecast's error", "[forecast]") {
    ForecastSettings failing = settings();
    failing.service_run = [](const std::vector<MonthlyArrivals>&,
                             const StoragePlan&) -> Result<usage::Usage> {
        return failure({.code = "run-refused"});
    };
    const auto forecast = make_forecast(noisy(1000), failing, small_book());
    REQUIRE_FALSE(forecast);
    CHECK(forecast.error().front().code == "run-refused");
}

}  // namespace firn::forecast
