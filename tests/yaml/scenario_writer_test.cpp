#include "core/yaml/scenario_writer.hpp"

#include "core/io/read_text_file.hpp"
#include "core/scenario/fingerprint.hpp"
#include "core/yaml/document.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;

namespace {

scenario::Scenario scenario_of(const std::string& file, const std::string& text) {
    const auto scenario = yaml::read_scenario(file, text);
    INFO((scenario ? std::string{} : to_text(scenario.error())));
    REQUIRE(scenario);
    return *scenario;
}

scenario::Scenario shipped(const std::string& name) {
    const std::string path = std::string{FIRN_SOURCE_DIR} + "/scenarios/" + name;
    const auto text = io::read_text_file(path);
    REQUIRE(text);
    return scenario_of(path, *text);
}

/// The scalar of `value:` as the reader sees it.
std::string read_back(const std::string& text) {
    const auto document = yaml::parse_document("s.yaml", "value: " + yaml::scalar_of(text) + "\n");
    INFO((document ? std::string{} : to_text(document.error())));
    REQUIRE(document);
    return document->root->entries.at(0).value->scalar;
}

}  // namespace

TEST_CASE("a scenario that was written reads back as the same", "[yaml]") {
    const auto* name = GENERATE("arxiv/scenario.yaml", "tilesets/scenario.yaml", "freedoom/scenario.yaml",
                                "reference/w1.yaml");
    CAPTURE(name);
    const scenario::Scenario original = shipped(name);
    const scenario::Scenario again = scenario_of("s.yaml", yaml::scenario_text(original));
    CHECK(scenario::fingerprint_of(again) == scenario::fingerprint_of(original));
    CHECK(again.name == original.name);
}

TEST_CASE("each setting stands below a comment that says what it is", "[yaml]") {
    const std::string text = yaml::scenario_text(shipped("arxiv/scenario.yaml"), "Two\nlines");
    CHECK(text.rfind("# Two\n# lines\nscenario: 1\n", 0) == 0);
    CHECK(text.find("  # At which one fetcher pulls a file (assumed).\n  fetch_rate: 10 MB/s\n") !=
          std::string::npos);
    CHECK(text.find("  monthly_totals:\n") != std::string::npos);
    CHECK(text.find("reference_w1") == std::string::npos);
}

TEST_CASE("a text that YAML could misread is quoted", "[yaml]") {
    CHECK(yaml::scalar_of("photos/a-b_1.csv.gz") == "photos/a-b_1.csv.gz");
    CHECK(yaml::scalar_of("two words") == "\"two words\"");
    const auto* text =
        GENERATE("- a", "a: b # c", "say \"so\"", "back\\slash", "tab\tline\nend", "Gr\xC3\xBC\xC3\x9F\x65",
                 "*alias", "{a: b}", " blanks ", "'", "...", "null", "-", "", "\x01\x7F");
    CAPTURE(text);
    CHECK(read_back(text) == text);
}
