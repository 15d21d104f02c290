#include "core/service/service_run.hpp"

#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace firn::service::test {

namespace {

/// So many files of 1 MB that arrive at once at the start.
workload::FileSource files_at_start(std::size_t files) {
    return [files, given = false](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        if (std::exchange(given, true)) return false;
        block.arrivals.assign(files, Duration{0});
        block.sizes.assign(files, Bytes{1'000'000});
        return true;
    };
}

}  // namespace

TEST_CASE("a run says how far it is also when nothing arrives any more", "[service]") {
    // One archive, stored in the first minute, is looked at every 10 s for 31 days: 267,840 audits, each with
    // a reading of its own.
    ServiceSettings settings;
    settings.life = plain_life();
    settings.life.audit = Audit{.share = Rational{1}, .every = kSecond * 10};
    std::vector<Duration> reached;
    ServiceStreams streams{
        .live = files_at_start(1),
        .progress = [&](const backup::ReplayProgress& progress) { reached.push_back(progress.reached); }};
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    const auto outcome = run_service(settings, options, std::move(streams));
    REQUIRE(outcome);
    CHECK(outcome.value().life.audit.audits == 31 * 8'640 - 1);
    REQUIRE(reached.size() > 4);
    CHECK(reached[4] > kDay * 7);
    CHECK(std::is_sorted(reached.begin(), reached.end()));
}

namespace {

const sim::TallySeries& tally(const ServiceSeries& series, std::string_view name) {
    const auto all = series.all();
    return *std::get<const sim::TallySeries*>(
        std::find_if(all.begin(), all.end(), [&](const auto& named) { return named.name == name; })->series);
}

}  // namespace

TEST_CASE("a series has each retrieval that starts, of restores and audits", "[service]") {
    // 20 files of 1 MB become four archives of five. All are asked for on the second day, and an audit each
    // 20 days looks at every archive.
    ServiceSettings settings;
    settings.life = plain_life();
    settings.pipeline.bundle_size = Bytes{5'000'000};
    settings.life.restores = {batch_of_all(kDay)};
    settings.life.audit = Audit{.share = Rational{1}, .every = kDay * 20};
    ServiceSeries series;
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    const auto outcome = run_service(settings, options, {.live = files_at_start(20), .series = &series});
    REQUIRE(outcome);
    const LifeResult& life = outcome.value().life;
    const auto days = tally(series, "retrieved_bytes").buckets(sim::Resolution::day);
    REQUIRE(days.size() == 2);
    CHECK(days[0].begin == kDay);
    CHECK(days[0].count == 4);
    CHECK(days[0].sum == life.restores[0].bytes_retrieved);
    CHECK(days[0].sum == static_cast<UInt128>(life.bytes.count()));
    CHECK(days[1].begin == kDay * 20);
    CHECK(days[1].count == 4);
    CHECK(days[1].sum == life.audit.bytes);
    CHECK(tally(series, "latency_us").buckets(sim::Resolution::day).at(0).quantiles->p99 ==
          tally(series, "latency_us").buckets(sim::Resolution::day).at(0).max);
}

}  // namespace firn::service::test
