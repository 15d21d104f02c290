// How often and how long a resource was out in a run.
#include "core/planner/outage_sums.hpp"

#include "tests/planner/small_scenario.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using planner::outage_sums;
using planner::OutageSum;
using std::chrono::hours;

namespace {

/// January 2013, 744 hours.
scenario::Scenario with(const std::string& outages) {
    return planner::small_scenario("months: 1\noutages: [" + outages + "]\n");
}

}  // namespace

TEST_CASE("outages that overlap are one, what lies after the months does not count", "[planner]") {
    // Of the store 02:00 to 07:00; of the service 30 h from the last day's noon, of which 12 h are January.
    const auto sums =
        outage_sums(with("{resource: store, at: 2013-01-01T02:00Z, for: 3 h}, {resource: store, at: "
                         "2013-01-01T04:00Z, for: 3 h}, {resource: service, at: 2013-01-31T12:00Z, "
                         "for: 30 h}"),
                    hours{744});
    CHECK(sums == std::vector<OutageSum>{{scenario::Resource::store, 1, hours{5}, hours{2}},
                                         {scenario::Resource::service, 1, hours{12}, hours{732}}});
}

TEST_CASE("outages by chance are counted as they come in the run", "[planner]") {
    // Each lasts an hour: as many hours as outages, but for the last. In the mean one in 10 h and its hour,
    // 68 of 744 h; their number has a deviation of about 8.
    const auto sums = outage_sums(with("{resource: network, every: 10 h, lasts: 1 h}"), hours{744});
    REQUIRE(sums.size() == 1);
    CHECK(sums[0].resource == scenario::Resource::network);
    CHECK(sums[0].outages > 68 - 4 * 8);
    CHECK(sums[0].outages < 68 + 4 * 8);
    CHECK(sums[0].time > hours{sums[0].outages - 1});
    CHECK(sums[0].time <= hours{sums[0].outages});
}

TEST_CASE("of a resource that is out too often nothing is told, and without outages there is nothing",
          "[planner]") {
    // About 1.3 million in January.
    CHECK(outage_sums(with("{resource: store, every: 1 s, lasts: 1 s}"), hours{744}).size() == 0);
    CHECK(outage_sums(with(""), hours{744}).empty());
}
