#include "cli/price_books.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/forecast/usage_history.hpp"
#include "tests/support/catch.hpp"

#include <sstream>
#include <string>

using namespace firn;
using namespace firn::cli;

namespace {

double as_double(Bytes bytes) { return static_cast<double>(bytes.count()); }

/// What firn simulate makes of four years of arXiv's submissions.
Run simulated(pricing::PriceBook& book) {
    std::ostringstream out;
    std::ostringstream err;
    Console console{out, err};
    ScenarioOptions options;
    options.path = FIRN_SOURCE_DIR "/scenarios/arxiv/scenario.yaml";
    auto chosen = choose_scenario(options);
    REQUIRE(chosen);
    auto found = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    REQUIRE(found);
    book = std::move(found).value();
    auto run = run_simulation(*chosen, book, {}, console);
    REQUIRE(run);
    return std::move(run).value();
}

}  // namespace

TEST_CASE("the usage of four years tells what was sent and what lies there at their end", "[cli]") {
    pricing::PriceBook book;
    const Run run = simulated(book);
    const auto history = forecast::history_of_usage(run.simulation.usage, book);
    REQUIRE(history);
    CHECK(history->warnings.empty());
    REQUIRE(history->months.size() == 48);
    const backup::ReplayResult& replay = run.simulation.replay;
    std::uint64_t uploaded = 0;
    for (const backup::MonthlyUsage& month : replay.months)
        uploaded += month.archives_uploaded;
    CHECK(static_cast<std::uint64_t>(workload::total_items(history->months)) == uploaded);
    CHECK(as_double(workload::total_bytes(history->months)) ==
          Approx(as_double(replay.archive_bytes)).epsilon(0.01));
    forecast::StoragePlan plan{.first = *BillingPeriod::parse("2016-11")};
    forecast::go_on(*history, book, plan);
    const Bytes stock = run.scenario.stock.bytes;
    CHECK(as_double(plan.stock_bytes) == Approx(as_double(stock + replay.archive_bytes)).epsilon(0.001));
    CHECK(static_cast<double>(plan.stock_archives) ==
          Approx(static_cast<double>(run.scenario.stock.archives) + static_cast<double>(replay.archives))
              .epsilon(0.002));
}
