#include "core/loading/open_service.hpp"
#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;

TEST_CASE("what is wrong with any file of a service is told at once", "[loading]") {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.backfill.emplace().file = "old.csv";
    scenario.life.restores.resize(2);
    scenario.life.restores[0].trace = "one.csv";
    scenario.life.restores[1].trace = "two.csv";
    scenario.life.changes.emplace().deletion_trace = "gone.csv";
    const auto opened = loading::open_service(scenario, "/no/such/folder/");
    REQUIRE_FALSE(opened);
    REQUIRE(opened.error().size() == 4);
    CHECK(opened.error()[0].where.file == "/no/such/folder/old.csv");
    CHECK(opened.error()[3].where.file == "/no/such/folder/gone.csv");
}
