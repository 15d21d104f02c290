#include "core/report/forecast_report.hpp"
#include "core/report/variance_report.hpp"
#include "tests/forecast/small_book.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <string>

namespace firn::report {

namespace {

const BillingPeriod kFirst = *BillingPeriod::parse("2024-01");

/// Two years in which 100 files of 1 GB arrive each month.
forecast::History flat() {
    return {.items = {kFirst, std::vector<double>(24, 100)},
            .bytes_per_item = {kFirst, std::vector<double>(24, 1e9)}};
}

forecast::ForecastSettings settings() {
    return {.plan = {.first = kFirst.plus_months(24),
                     .price_book = "small",
                     .region = "here",
                     .storage_class = "cold",
                     .bundle_size = Bytes{1'000'000'000}},
            .months = 3,
            .draws = 10,
            .items_model = forecast::Model::linear,
            .size_model = forecast::Model::linear};
}

/// A forecast that lives as long as what is shown of it.
struct Made {
    forecast::History history = flat();
    forecast::ForecastSettings settings;
    forecast::Forecast forecast;
    ForecastReport report;

    explicit Made(forecast::ForecastSettings wanted)
        : settings{std::move(wanted)},
          forecast{*forecast::make_forecast(history, settings, forecast::small_book())},
          report{history, settings, forecast, {.program_version = "0"}} {
        report.name = "photos";
        report.basis = forecast_basis(history, settings, {"what nobody stated"});
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a forecast begins with its total and says what its files do", "[report]") {
    const Made made{settings()};
    const std::string text = forecast_text(made.report);
    CHECK(text.starts_with("From 2026-01 to 2026-03 photos will cost "));
    CHECK(has(text, "Files go on as linear, bytes per file as linear, from 24 months of history."));
    CHECK(has(text, "no restores and no deletions"));
    CHECK(has(text, "- assumed: what nobody stated"));
}

TEST_CASE("a history of bills speaks of archives", "[report]") {
    forecast::ForecastSettings bills = settings();
    bills.plan.are_archives = true;
    const Made made{bills};
    const std::string text = forecast_text(made.report);
    CHECK(has(text, "Archives go on as linear, bytes per archive as linear"));
    CHECK_FALSE(has(text, "bundles of"));
}

TEST_CASE("a forecast says how its draws were priced", "[report]") {
    CHECK(has(forecast_json(Made{settings()}.report), R"("draws_by": "monthly_usage")"));
    forecast::ForecastSettings service = settings();
    service.service_run = [](const auto& arrivals, const auto& plan) -> Result<usage::Usage> {
        return forecast::usage_of(arrivals, plan);
    };
    const Made made{service};
    CHECK(has(forecast_json(made.report), R"("draws_by": "runs")"));
    CHECK(has(forecast_text(made.report), "as firn simulate runs them"));
}

TEST_CASE("the means of the charges add up to the mean of the month", "[report]") {
    const Made made{settings()};
    for (const forecast::ForecastMonth& month : made.forecast.months) {
        Money sum;
        for (const auto& [charge, band] : month.by_charge)
            sum += band.mean;
        CHECK(sum == month.total.mean);
    }
}

TEST_CASE("the CSV of a forecast has a row a month", "[report]") {
    const std::string text = forecast_csv(Made{settings()}.report);
    CHECK(text.starts_with("month,p10,p50,p90,mean,cumulative_p10"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 4);
}

TEST_CASE("what --freeze keeps is read back as the budget that it was", "[report]") {
    const Made made{settings()};
    const auto budget = read_budget("budget.json", budget_json(made.report));
    REQUIRE(budget);
    CHECK(budget->name == "photos");
    CHECK(budget->currency == "USD");
    REQUIRE(budget->months.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(budget->months[i].p90 == made.forecast.months[i].total.p90);
        REQUIRE(budget->months[i].so_far);
        CHECK(budget->months[i].so_far->p50 == made.forecast.months[i].cumulative.p50);
        REQUIRE_FALSE(budget->months[i].lines.empty());
        CHECK(budget->months[i].lines.front().charge == usage::ChargeType::storage);
        CHECK(forecast::total_of(budget->months[i].lines) == made.forecast.central.periods[i].total);
    }
}

TEST_CASE("a budget that is billed as planned has no variance", "[report]") {
    const Made made{settings()};
    auto budget = read_budget("budget.json", budget_json(made.report));
    REQUIRE(budget);
    std::vector<forecast::BilledMonth> billed;
    for (const forecast::BudgetMonth& month : budget->months)
        billed.push_back({month.month, month.lines});
    const auto variance = variance_of(*std::move(budget), billed, Rational{1});
    REQUIRE(variance);
    CHECK(forecast::total_of(variance->bridge) == Money{});
    CHECK(variance->actual == made.forecast.central.total);
}

// January is checked, February and March are not: they are held flat, and so are their lines of the bill.
TEST_CASE("a forecast beyond the check of its book says so and counts it", "[report]") {
    const forecast::History history = flat();
    const forecast::ForecastSettings wanted = settings();
    pricing::PriceBook book = forecast::small_book();
    book.verified_until = "2026-01-31";
    const auto made = forecast::make_forecast(history, wanted, book);
    REQUIRE(made);
    const ForecastReport report{history, wanted, *made, {}};
    const auto& months = made->central.periods;
    CHECK(made->unconfirmed == months[1].total_exact + months[2].total_exact);
    const std::string text = forecast_text(report);
    CHECK(has(text,
              "- unconfirmed: The prices of small were checked up to 2026-01-31; for 2026-02 to 2026-03 "
              "they are held flat.\n"));
    CHECK(has(text, "% of the central total rests on prices that nobody confirmed\n"));
    CHECK(has(forecast_json(report), "\"unconfirmed_percent\": \""));
}

}  // namespace firn::report
