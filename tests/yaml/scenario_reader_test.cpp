#include "core/yaml/scenario_reader.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;

namespace {

const std::string kSmallest =
    "scenario: 1\n"
    "start: 2012-11-01\n"
    "workload: {trace: {file: a.csv}}\n";

std::vector<std::string> faults_of(const std::string& text) {
    const auto scenario = yaml::read_scenario("s.yaml", text);
    REQUIRE_FALSE(scenario.has_value());
    std::vector<std::string> faults;
    for (const Diagnostic& d : scenario.error())
        faults.push_back(to_text(d.where) + " " + d.code);
    return faults;
}

}  // namespace

TEST_CASE("what a scenario does not state gets its default", "[yaml]") {
    const auto scenario = yaml::read_scenario("s.yaml", kSmallest);
    REQUIRE(scenario.has_value());
    CHECK(scenario->months == 12);
    CHECK(scenario->region == "us-east-1");
    CHECK(scenario->pipeline.fetchers == 32);
    CHECK(scenario->pipeline.bundle_size == Bytes{25'000'000});
    REQUIRE(scenario->workload.trace.has_value());
    CHECK(scenario->workload.trace->copies == 1);
    CHECK_FALSE(scenario->workload.monthly_totals.has_value());
}

TEST_CASE("what a scenario states is read", "[yaml]") {
    const auto scenario =
        yaml::read_scenario("s.yaml", kSmallest +
                                          "months: 36\n"
                                          "pipeline: {bundle_size: 24 MiB, max_age: none}\n"
                                          "targets: {stored_within: 60 s, stored_share: p95}\n");
    REQUIRE(scenario.has_value());
    CHECK(scenario->months == 36);
    CHECK(scenario->pipeline.bundle_size == Bytes::from_mib(24));
    CHECK_FALSE(scenario->pipeline.max_age.has_value());
    CHECK(scenario->targets.stored_within == Duration{60'000'000});
    CHECK(scenario->targets.stored_share == scenario::LatencyQuantile::p95);
}

TEST_CASE("a section without settings stands for its defaults", "[yaml]") {
    const auto scenario =
        yaml::read_scenario("s.yaml", "scenario: 1\nstart: 2012-11-01\nworkload: {reference_w1: }\n");
    REQUIRE(scenario.has_value());
    REQUIRE(scenario->workload.reference_w1.has_value());
    CHECK(scenario->workload.reference_w1->files == 1'000'000);
}

TEST_CASE("all errors of a scenario are reported at once, each at its place", "[yaml]") {
    CHECK(faults_of("scenario: 1\n"
                    "start: 2012-11-01\n"
                    "mouths: 3\n"
                    "workload:\n"
                    "  trace: {file: a.csv, spread: 5}\n"
                    "pipeline:\n"
                    "  fetchers: 0\n"
                    "  bundle_size: 25 Mb\n") ==
          std::vector<std::string>{"s.yaml:3:1 key-unknown", "s.yaml:5:32 unit-missing",
                                   "s.yaml:7:13 value-out-of-range", "s.yaml:8:16 unit-unknown"});
}

TEST_CASE("an unknown key gets the nearest known one", "[yaml]") {
    const auto scenario = yaml::read_scenario("s.yaml", kSmallest + "mouths: 3\n");
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().front().remedy == "did you mean \"months\"?");
}

TEST_CASE("a missing start and a missing file are reported at their sections", "[yaml]") {
    CHECK(faults_of("scenario: 1\nworkload: {trace: {copies: 2}}\n") ==
          std::vector<std::string>{"s.yaml:1:1 key-missing", "s.yaml:2:19 key-missing"});
}

TEST_CASE("what a setting needs is not missing where it could not be read", "[yaml]") {
    CHECK(faults_of("scenario: 1\n"
                    "start: 2013-01-01\n"
                    "workload: {reference_w1: {files: 5}}\n"
                    "restores:\n"
                    "  - {rate: 1/day, pacing: bytes_per_hour, bytes_per_hour: 0 B}\n"
                    "  - {rate: 1/day, pacing: bytes_per_hour, name: b}\n") ==
          std::vector<std::string>{"s.yaml:5:59 value-out-of-range", "s.yaml:6:27 key-missing"});
}

TEST_CASE("a fault between settings is reported at the setting that shows it", "[yaml]") {
    CHECK(faults_of("scenario: 1\nstart: 2012-11-05\nworkload: {reference_w1: {files: 5}}\n") ==
          std::vector<std::string>{"s.yaml:2:8 start-within-month"});
}

TEST_CASE("another version of the format is refused", "[yaml]") {
    CHECK(faults_of("scenario: 2\nstart: 2012-11-01\nworkload: {reference_w1: {files: 5}}\n") ==
          std::vector<std::string>{"s.yaml:1:11 scenario-version"});
}

TEST_CASE("not a number is no number of files", "[yaml]") {
    CHECK(faults_of("scenario: 1\nstart: 2012-11-01\nworkload: {reference_w1: {files: .nan}}\n") ==
          std::vector<std::string>{"s.yaml:3:34 number-malformed"});
}
