#include "cli/forecast_runs.hpp"
#include "cli/forecast_source.hpp"
#include "cli/simulation_run.hpp"
#include "core/forecast/history.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <sstream>
#include <string>

using namespace firn;
using namespace firn::cli;

namespace {

/// A service with restores, audits, restore tests and deletions.
constexpr const char* kScenario = R"(scenario: 1
name: service
start: {}
months: 12
price_book: aws-glacier
region: us-east-1
workload: {{monthly_totals: {{file: monthly.csv, sizes: constant}}}}
pipeline: {{bundle_size: 1 GB, max_age: 2 days}}
stock: {{archives: 100, bytes: 10 GB}}
restores: [{{name: files, rate: 2/day}}, {{name: some, batch: 5 %, at: 2014-06-15T12:00Z}}]
audit: {{share: 1 %, every: 1 day}}
restore_test: {{files: 2, within: 24 h}}
changes: {{deletions: [{{share: 50 %, rate: 40 %}}]}}
)";

/// The same number of files of 100 MB in each month of 2012 to 2014.
std::string flat_months() {
    std::string text = "month,items,bytes\n";
    for (int i = 0; i < 36; ++i)
        text += fmt::format("{},300,30000000000\n", to_text(BillingPeriod::parse("2012-01")->plus_months(i)));
    return text;
}

struct Both {
    forecast::Forecast forecast;
    pricing::Bill simulated;
};

/// The forecast of a scenario without noise, and the bill of firn simulate.
Both both(const std::string& start) {
    const TemporaryFolder folder;
    (void)folder.write("monthly.csv", flat_months());
    const std::string path = folder.write("scenario.yaml", fmt::format(fmt::runtime(kScenario), start));
    std::ostringstream out;
    std::ostringstream err;
    Console console{out, err};
    ForecastOptions options;
    options.scenario.path = path;
    auto source = read_source(options, console);
    REQUIRE(source);
    const auto until = *BillingPeriod::parse("2013-12");
    const auto history =
        forecast::history_of(source->totals.months, {std::nullopt, until}, source->totals.absent);
    REQUIRE(history);
    auto settings = settings_from(options, *source, end_of(*history));
    settings.draws = 12;
    settings.threads = 2;
    settings.items_model = forecast::Model::linear;
    settings.size_model = forecast::Model::linear;
    auto run = service_run_of(*source, settings);
    REQUIRE(run);
    REQUIRE(*run);
    settings.service_run = *run;
    auto forecast = forecast::make_forecast(*history, settings, source->book);
    REQUIRE(forecast);
    source->chosen.scenario.months =
        12 + months_between(BillingPeriod::containing(source->chosen.scenario.start), end_of(*history));
    const auto simulated = run_simulation(source->chosen, source->book, {}, console);
    REQUIRE(simulated);
    return {*std::move(forecast), simulated->simulation.bill};
}

}  // namespace

TEST_CASE("without noise a forecast of the whole service is what firn simulate bills", "[cli]") {
    const Both made = both("2014-01-01");
    REQUIRE(made.forecast.months.size() == 12);
    REQUIRE(made.simulated.periods.size() == 12);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(made.forecast.months[i].total.p10 == made.simulated.periods[i].total);
        CHECK(made.forecast.months[i].total.p50 == made.simulated.periods[i].total);
        CHECK(made.forecast.months[i].total.p90 == made.simulated.periods[i].total);
    }
    CHECK(made.forecast.months[6].by_charge.contains(usage::ChargeType::retrieval));
}

TEST_CASE("a service that began before the forecast goes on from what it has become", "[cli]") {
    const Both made = both("2013-07-01");
    REQUIRE(made.forecast.months.size() == 12);
    REQUIRE(made.simulated.periods.size() == 18);
    for (std::size_t i = 0; i < 12; ++i)
        CHECK(made.forecast.months[i].total.p90 == made.simulated.periods[i + 6].total);
}
