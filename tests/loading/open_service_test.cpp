#include "core/loading/open_service.hpp"
#include "core/scenario/field.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;

namespace {

/// From 2012-11-01 on in a vault; a table asks for parts of archives.
scenario::Scenario asking_for_parts() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.start = *parse_rfc3339("2012-11-01");
    scenario.months = 1;
    scenario.storage_class = "glacier";
    scenario::Restore& restore = scenario.life.restores.emplace_back();
    restore.trace = "requests.csv";
    restore.ranges = true;
    return scenario;
}

}  // namespace

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

TEST_CASE("rows of a table tell whether parts of archives are asked for too early", "[loading]") {
    const TemporaryFolder folder;
    const scenario::Scenario scenario = asking_for_parts();
    static_cast<void>(folder.write("requests.csv", "timestamp_utc,key\n2012-11-13,a\n2012-11-20,b\n"));
    CHECK(loading::open_service(scenario, folder.path() + "/"));
    static_cast<void>(folder.write("requests.csv", "timestamp_utc,key\n2012-11-20,b\n2012-11-12,a\n"));
    CHECK(codes_of(loading::open_service(scenario, folder.path() + "/")) ==
          std::vector<std::string>{"ranges-not-offered"});
}
