#include "core/yaml/place_of_key.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

TEST_CASE("a setting is found by its path, items of lists by their numbers", "[yaml]") {
    const auto document = yaml::parse_document("s.yaml",
                                               "start: 2013-01-01\n"
                                               "workload: {trace: rows.csv}\n"
                                               "restores:\n"
                                               "  - {rate: 2/day}\n"
                                               "  - {trace: wanted.csv}\n");
    REQUIRE(document);
    const yaml::Node* wanted = yaml::node_of_setting(*document, "restores.2.trace");
    REQUIRE(wanted != nullptr);
    CHECK(wanted->scalar == "wanted.csv");
    CHECK(wanted->place.line == 5);
    CHECK(wanted->place.column == 13);
    // The short form of a section.
    const yaml::Node* rows = yaml::node_of_setting(*document, "workload.trace.file");
    REQUIRE(rows != nullptr);
    CHECK(rows->scalar == "rows.csv");
    CHECK(yaml::node_of_setting(*document, "restores.3.trace") == nullptr);
    CHECK(yaml::node_of_setting(*document, "restores.1.trace") == nullptr);
    CHECK(yaml::node_of_setting(*document, "restores.x") == nullptr);
}
