#include "core/planner/risk_sheet.hpp"

#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::planner;

namespace {

scenario::Scenario vault_of_2013() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.start = *parse_rfc3339("2013-01-01");
    scenario.storage_class = "glacier";
    return scenario;
}

}  // namespace

// 5 ms of lookup, 5 h of retrieval, 50 ms and 27.9 MB at 20 MB/s = 1.395 s of download, 0.7 MB at 100 MB/s =
// 7 ms of unpacking.
TEST_CASE("a file comes back after lookup, retrieval, download and unpacking", "[risk]") {
    const Duration expected = std::chrono::hours{5} + std::chrono::milliseconds{5 + 50 + 1395 + 7};
    CHECK(time_to_one_file(vault_of_2013(), Bytes{27'900'000}, Bytes{700'000}) == expected);
}

TEST_CASE("a link that is slower than a download worker decides", "[risk]") {
    scenario::Scenario scenario = vault_of_2013();
    scenario.place.link = ByteRate{1'000'000};
    const Duration expected = std::chrono::hours{5} + std::chrono::milliseconds{5 + 50 + 27'900 + 7};
    CHECK(time_to_one_file(scenario, Bytes{27'900'000}, Bytes{700'000}) == expected);
}

TEST_CASE("holes are the dead share of the bytes that lie there", "[risk]") {
    CHECK(Holes{.dead = Bytes{600}, .dead_most = Bytes{600}, .living = Bytes{400}}.dead_share() ==
          Rational{3, 5});
    CHECK(Holes{}.dead_share() == Rational{0});
}

TEST_CASE("without a service nothing waits longer than until it is stored, and nothing has holes", "[risk]") {
    backup::ReplayResult replay;
    replay.files = 100;
    replay.archives = 8;
    replay.raw_bytes = Bytes{70'000'000};
    replay.latency.max = std::chrono::seconds{35};
    const RiskSheet risk = risk_of(replay, {}, vault_of_2013());
    CHECK(risk.oldest_unprotected == std::chrono::seconds{35});
    CHECK(risk.files_per_archive == Rational{25, 2});
    CHECK(risk.holes.dead_share() == Rational{0});
    CHECK(risk.restores.empty());
}

TEST_CASE("the sheet of a service tells of its oldest file, its holes and its restores", "[risk]") {
    service::ServiceOutcome service;
    service.pipeline.oldest_unprotected = std::chrono::hours{2};
    service.life.deletions.dead_now = Bytes{1};
    service.life.deletions.dead_most = Bytes{5};
    service.life.deletions.bytes_living = Bytes{3};
    service.life.restores = {{.name = "daily", .restored = 7, .open = 1}};
    const RiskSheet risk = risk_of({}, service, vault_of_2013());
    CHECK(risk.oldest_unprotected == std::chrono::hours{2});
    CHECK(risk.holes.dead_share() == Rational{1, 4});
    CHECK(risk.holes.dead_most == Bytes{5});
    REQUIRE(risk.restores.size() == 1);
    CHECK(risk.restores[0].restored == 7);
    CHECK(risk.restores[0].open == 1);
    CHECK(risk.files_per_archive == Rational{0});
}
