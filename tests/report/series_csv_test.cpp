#include "core/report/series_csv.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace std::chrono_literals;

namespace {

const Instant kStart = *parse_rfc3339("2026-01-01");

/// The rows of a series, without its name.
std::vector<std::string> rows(const std::string& csv, const std::string& series) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin < csv.size();) {
        const std::size_t end = csv.find('\n', begin);
        const std::string line = csv.substr(begin, end - begin);
        if (line.rfind(series + ',', 0) == 0) found.push_back(line.substr(series.size() + 1));
        begin = end + 1;
    }
    return found;
}

}  // namespace

TEST_CASE("latencies have quantiles in the minute, the hour and the day in which files were stored",
          "[report]") {
    service::ServiceSeries series;
    const std::vector<Duration> arrivals{0us, 100us, 200us, 300us};
    series.stored({.stored = 400us, .files = 4, .arrivals = arrivals});
    const std::vector<Duration> later{2min};
    series.stored({.stored = 2min + 500us, .files = 1, .arrivals = later});
    series.finish(3min);
    const std::string csv = report::series_csv(series, kStart);
    CHECK(csv.rfind("series,unit,resolution,begin,seconds,count,mean,deviation,min,max,sum,p50,p95,p99\n",
                    0) == 0);
    // 100, 200, 300 and 400: mean 250, squares 22,500, 2,500, 2,500, 22,500, deviation the root of 12,500.
    // With 500: mean 300, the root of 20,000; P50 the third.
    CHECK(rows(csv, "latency_us") ==
          std::vector<std::string>{
              "us,minute,2026-01-01T00:00:00Z,60,4,250.000,111.803,100,400,1000,200,400,400",
              "us,minute,2026-01-01T00:02:00Z,60,1,500.000,0.000,500,500,500,500,500,500",
              "us,hour,2026-01-01T00:00:00Z,3600,5,300.000,141.421,100,500,1500,300,500,500",
              "us,day,2026-01-01T00:00:00Z,86400,5,300.000,141.421,100,500,1500,300,500,500"});
}

TEST_CASE("retrievals that start have their number and the sum of their bytes", "[report]") {
    service::ServiceSeries series;
    for (const Duration at : {1min, 2min, 3min})
        series.retrieved(Bytes{1'000'000'000}, at);
    series.finish(2h);
    const std::vector<std::string> found = rows(report::series_csv(series, kStart), "retrieved_bytes");
    REQUIRE(found.size() == 5);
    CHECK(found[3] ==
          "B,hour,2026-01-01T00:00:00Z,3600,3,1000000000.000,0.000,1000000000,1000000000,3000000000,,,");
}

TEST_CASE("a level has neither a sum nor quantiles", "[report]") {
    service::ServiceSeries series;
    series.finish(1min);
    CHECK(rows(report::series_csv(series, kStart), "catalogue_rows").at(0) ==
          "rows,minute,2026-01-01T00:00:00Z,60,0,0.000,0.000,0,0,,,,");
}
