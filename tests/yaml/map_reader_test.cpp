#include "core/yaml/map_reader.hpp"

#include "core/units/quantity_text.hpp"
#include "tests/support/catch.hpp"

#include <functional>
#include <string>

using firn::yaml::Document;
using firn::yaml::MapReader;
using firn::yaml::Reading;

namespace {

/// The diagnostics that reading the text's map leaves behind.
std::string read(const std::string& text, const std::function<void(MapReader&)>& ask) {
    const auto document = firn::yaml::parse_document("f.yaml", text);
    REQUIRE(document.has_value());
    Reading reading{*document, {}};
    MapReader map{*document->root, reading, "a period"};
    ask(map);
    map.finish();
    return to_text(std::move(reading).finish());
}

}  // namespace

TEST_CASE("values are read through the parser of their quantity", "[yaml]") {
    const std::string faults = read("bytes: 25 MB\nname: x\nlist: [1, 2]\n", [](MapReader& map) {
        CHECK(map.require("bytes", firn::parse_bytes) == firn::Bytes{25'000'000});
        CHECK(map.require_text("name") == "x");
        CHECK(map.read_list("list").size() == 2);
        CHECK_FALSE(map.read("absent", firn::parse_count).has_value());
        CHECK_FALSE(map.read_text("absent").has_value());
        CHECK(map.read_list("absent").empty());
        CHECK(map.has("name"));
        CHECK_FALSE(map.has("absent"));
    });
    CHECK(faults.empty());
}

TEST_CASE("a value that its parser refuses is reported where it stands", "[yaml]") {
    const std::string faults = read(
        "bytes: 25\n", [](MapReader& map) { CHECK_FALSE(map.read("bytes", firn::parse_bytes).has_value()); });
    CHECK(faults ==
          "f.yaml:1:8: error: \"25\" has no unit [unit-missing]\n"
          "  1 | bytes: 25\n"
          "    |        ^~\n"
          "expected: a number of bytes with its unit, such as 25 MB or 24 MiB\n"
          "remedy: write the unit: MB and GB count in thousands, MiB and GiB in 1024s, B are single bytes\n");
}

TEST_CASE("a key that must be there is missed at the map", "[yaml]") {
    const std::string faults = read("name: x\n", [](MapReader& map) {
        (void)map.read_text("name");
        CHECK_FALSE(map.require("month", firn::parse_month).has_value());
    });
    CHECK(faults ==
          "f.yaml:1:1: error: a period lacks \"month\" [key-missing]\n"
          "  1 | name: x\n"
          "    | ^\n"
          "remedy: add \"month: ...\"\n");
}

TEST_CASE("a key that nobody asked for is reported with the one that was meant", "[yaml]") {
    const std::string faults = read("moth: 2013-03\n", [](MapReader& map) {
        (void)map.read_text("month");
        (void)map.read_text("name");
    });
    CHECK(faults ==
          "f.yaml:1:1: error: a period has no key \"moth\" [key-unknown]\n"
          "  1 | moth: 2013-03\n"
          "    | ^~~~\n"
          "expected: month or name\n"
          "remedy: did you mean \"month\"?\n");
}

TEST_CASE("a decimal comma within braces is recognised", "[yaml]") {
    const auto remedy_of = [](const std::string& text) {
        const std::string faults = read(text, [](MapReader& map) { (void)map.read_text("price"); });
        const auto at = faults.find("remedy: ");
        return at == std::string::npos ? std::string{} : faults.substr(at);
    };
    CHECK(remedy_of("{price: 4,50}\n") == "remedy: write decimals with a point: 4.50\n");
    CHECK(remedy_of("{price: ten, 50}\n").empty());
    CHECK(remedy_of("{price: 4, 50: x}\n").empty());
}

TEST_CASE("a key without a value is reported at the key", "[yaml]") {
    const std::string faults = read("month:\nname: x\n", [](MapReader& map) {
        CHECK_FALSE(map.read("month", firn::parse_month).has_value());
        (void)map.read_text("name");
    });
    CHECK(faults.find("f.yaml:1:1: error: there is no value [value-missing]\n") == 0);
}

TEST_CASE("a list where one value is expected is reported", "[yaml]") {
    const std::string faults =
        read("month: [1]\n", [](MapReader& map) { CHECK_FALSE(map.read_text("month").has_value()); });
    CHECK(faults.find(
              "f.yaml:1:8: error: here stands a list where one value is expected [text-expected]\n") == 0);
}

TEST_CASE("one value where a list is expected is reported", "[yaml]") {
    const std::string faults =
        read("list: 3\n", [](MapReader& map) { CHECK(map.read_list("list").empty()); });
    CHECK(faults.find("f.yaml:1:7: error: \"list\" is text here [list-expected]\n") == 0);
}

TEST_CASE("an empty list may be written as nothing", "[yaml]") {
    CHECK(read("list:\n", [](MapReader& map) { CHECK(map.read_list("list").empty()); }).empty());
}

TEST_CASE("a map that is none is reported once and reads as empty", "[yaml]") {
    const std::string faults = read("- 1\n", [](MapReader& map) {
        CHECK_FALSE(map.require_text("month").has_value());
        CHECK_FALSE(map.require_text("name").has_value());
    });
    CHECK(faults ==
          "f.yaml:1:1: error: a period is a list here [map-expected]\n"
          "  1 | - 1\n"
          "    | ^\n"
          "expected: a period as \"key: value\" lines\n");
}

TEST_CASE("all faults of a file are reported, in the order of their places", "[yaml]") {
    const std::string faults = read("count: -1\nbytes: 25\nextra: 1\n", [](MapReader& map) {
        (void)map.read("bytes", firn::parse_bytes);
        (void)map.read("count", firn::parse_count);
    });
    const auto negative = faults.find("f.yaml:1:8: error: \"-1\" is negative");
    const auto unit = faults.find("f.yaml:2:8: error: \"25\" has no unit");
    const auto unknown = faults.find("f.yaml:3:1: error: a period has no key \"extra\"");
    CHECK(negative == 0);
    CHECK(negative < unit);
    CHECK(unit < unknown);
    CHECK(unknown != std::string::npos);
}
