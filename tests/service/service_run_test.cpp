#include "core/service/service_run.hpp"

#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace firn::service::test {

TEST_CASE("a run says how far it is also when nothing arrives any more", "[service]") {
    // One archive, stored in the first minute, is looked at every 10 s for 31 days: 267,840 audits, each with
    // a reading of its own.
    ServiceSettings settings;
    settings.life = plain_life();
    settings.life.audit = Audit{.share = Rational{1}, .every = kSecond * 10};
    std::vector<Duration> reached;
    ServiceStreams streams{
        .live = [given = false](workload::FileBlock& block) mutable -> Result<bool> {
            block.clear();
            if (std::exchange(given, true)) return false;
            block.arrivals = {Duration{0}};
            block.sizes = {Bytes{1'000'000}};
            return true;
        },
        .progress = [&](const backup::ReplayProgress& progress) { reached.push_back(progress.reached); }};
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    const auto outcome = run_service(settings, options, std::move(streams));
    REQUIRE(outcome);
    CHECK(outcome.value().life.audit.audits == 31 * 8'640 - 1);
    REQUIRE(reached.size() > 4);
    CHECK(reached[4] > kDay * 7);
    CHECK(std::is_sorted(reached.begin(), reached.end()));
}

}  // namespace firn::service::test
