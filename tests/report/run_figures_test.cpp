#include "core/report/run_figures.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace firn;
using planner::Figure;
using planner::FigureKind;
using report::Json;

namespace {

std::vector<std::string> names_in(const char* answer) {
    std::vector<std::string> names;
    for (const Figure& figure : report::figures_in(Json::parse(answer)))
        names.push_back(figure.name);
    return names;
}

std::vector<Figure> figures_in(const char* answer) { return report::figures_in(Json::parse(answer)); }

}  // namespace

TEST_CASE("every number of an answer is a figure, by its path", "[report]") {
    CHECK(names_in(R"({"files": 3, "hours": [{"hour": 0, "archives": 2}, {"hour": 1, "archives": 4}],
                       "service": {"restores": [{"name": "7", "time_us": {"sum": 5, "max": 5}}]}})") ==
          std::vector<std::string>{"files", "hours.1.archives", "hours.2.archives",
                                   "service.restores.1.time_us.sum", "service.restores.1.time_us.max"});
}

TEST_CASE("decimals and amounts that are text are figures, other texts are none", "[report]") {
    const auto figures = figures_in(R"({"total": "12.30", "usage": {"transfer_out": "2 KiB"},
        "more": {"transfer_out": "1.5 B"}, "service": {"verification": "audit", "use_mean": "0.25"}})");
    REQUIRE(figures.size() == 4);
    CHECK(figures[0].value == Rational{123, 10});
    CHECK(figures[1].value == Rational{2048});
    CHECK(figures[2].value == Rational{3, 2});
    CHECK(figures[3].value == Rational{1, 4});
}

TEST_CASE("settings, prices, conventions and instants are no figures", "[report]") {
    CHECK(names_in(R"({"bundle_bytes": 5, "fingerprint": "0000000000000012", "rounding": "invoice",
                       "service": {"pools": [{"name": "fetchers", "workers": 4, "is_scheduled": false,
                                              "peak_hour": null}],
                                   "staging": {"size_bytes": 9, "most_bytes": 8}},
                       "months": [{"month": "2013-01", "bill": {"rules": {"month_hours": "720"},
                          "lines": [{"charge": "storage", "unit": "GB-Mo", "unit_price": "0.01"}]}}]})") ==
          std::vector<std::string>{"service.staging.most_bytes"});
}

TEST_CASE("what stands at another place in each run is named by what it is", "[report]") {
    CHECK(
        names_in(
            R"({"service": {"pools": [{"name": "fetchers", "busy_us": 1}, {"name": "uploaders", "busy_us": 2}]},
                       "months": [{"month": "2013-01", "bill": {"lines": [
                          {"charge": "storage", "class": "glacier", "unit_price": "0.01", "cost": "1"},
                          {"charge": "storage", "class": "glacier", "unit_price": "0.009", "cost": "2"},
                          {"charge": "requests", "class": "glacier", "kind": "upload", "cost": "3"}]}}]})") ==
        std::vector<std::string>{"service.pools.fetchers.busy_us", "service.pools.uploaders.busy_us",
                                 "months.1.bill.lines.storage.glacier.cost",
                                 "months.1.bill.lines.storage.glacier.2.cost",
                                 "months.1.bill.lines.requests.glacier.upload.cost"});
}

TEST_CASE("single retrievals and deletions of the usage are no figures, those of a run are", "[report]") {
    CHECK(names_in(R"({"months": [{"usage": {"retrievals": [{"bytes": 1}], "deletions": [{"bytes": 1}],
                                             "copies": [{"bytes": 1}]}}],
                       "service": {"deletions": {"files": 3}, "restores": [{"retrievals": 2}]}})") ==
          std::vector<std::string>{"service.deletions.files", "service.restores.1.retrievals"});
}

TEST_CASE("null is a figure without a value, and times of no file have only their sum", "[report]") {
    const auto figures = figures_in(R"({"done_us": null, "done_at": null,
        "latency_us": {"sum": 0, "mean": 0, "p50": 0, "p95": 0, "p99": 0, "max": 0, "quantiles_exact": true}})");
    REQUIRE(figures.size() == 7);
    CHECK(figures[0].name == "done_us");
    CHECK_FALSE(figures[0].value);
    CHECK(figures[1].value == Rational{0});
    CHECK_FALSE(figures[2].value);
    CHECK_FALSE(figures[6].value);
}

TEST_CASE("a figure's kind follows from its name", "[report]") {
    const auto figures =
        figures_in(R"({"mean_bundle_bytes": 1, "at_risk_bytes": {"max": 1}, "transfer_out": 1,
        "latency_us": {"p99": 1}, "backfill": {"live_meanwhile": {"p99": 1}}, "makespan_us": 1,
        "total_exact": "1", "grades": {"prices": {"sourced": "1"}, "unconfirmed_percent": "1"}, "audits": 1})");
    std::vector<FigureKind> kinds;
    for (const Figure& figure : figures)
        kinds.push_back(figure.kind);
    using enum FigureKind;
    CHECK(kinds == std::vector<FigureKind>{bytes, bytes, bytes, microseconds, microseconds, microseconds,
                                           cost, cost, count, count});
}
