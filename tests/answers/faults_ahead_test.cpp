#include "core/answers/faults_ahead.hpp"
#include "core/catalogue/price_books.hpp"
#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;

namespace {

scenario::Scenario plain() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.price_book = "aws-s3-glacier";
    scenario.storage_class = "deep_archive";
    return scenario;
}

std::vector<answers::FaultAhead> faults_of(const scenario::Scenario& scenario) {
    const auto book = catalogue::find_price_book(scenario.price_book, scenario.region);
    REQUIRE(book);
    return answers::faults_ahead(scenario, "/no/such/folder/", *book);
}

}  // namespace

TEST_CASE("all files that are missing are told before a run, with the settings that name them", "[answers]") {
    scenario::Scenario scenario = plain();
    scenario.backfill.emplace().file = "old.csv";
    scenario.life.restores.resize(3);
    scenario.life.restores[0].trace = "one.csv";
    scenario.life.restores[2].trace = "three.csv";
    scenario.life.changes.emplace().deletion_trace = "deletions.csv";
    const auto faults = faults_of(scenario);
    REQUIRE(faults.size() == 4);
    CHECK(faults[0].setting == "backfill.file");
    CHECK(faults[1].setting == "restores.1.trace");
    CHECK(faults[2].setting == "restores.3.trace");
    CHECK(faults[2].stated == "three.csv");
    CHECK(faults[2].fault.where.file == "/no/such/folder/three.csv");
    CHECK(faults[3].setting == "changes.deletion_trace");
    for (const auto& fault : faults)
        CHECK(fault.fault.code == "file-missing");
}

TEST_CASE("a class of the stock that the price book lacks is told with the key that states it", "[answers]") {
    scenario::Scenario scenario = plain();
    scenario.stock.parts.resize(3);
    scenario.stock.parts[0].storage_class = "instant";
    scenario.stock.parts[1].storage_class = "foo";
    const auto faults = faults_of(scenario);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].setting == "stock.parts.2.class");
    CHECK(faults[0].fault.code == "class-unknown");
    CHECK(faults[0].fault.remedy.starts_with("state stock.parts.class as one of these"));
}

TEST_CASE("a scenario whose files and classes are there has no faults ahead", "[answers]") {
    CHECK(faults_of(plain()).empty());
}
