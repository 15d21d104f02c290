#include "cli/interview.hpp"

#include "cli/program.hpp"
#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

#include <sstream>
#include <string>

using namespace firn;

namespace {

struct Held {
    bool complete = false;
    scenario::Scenario scenario = scenario::default_scenario();
    std::string said;
};

Held hold(const std::string& answers) {
    Held held;
    std::istringstream in{answers};
    std::ostringstream out;
    held.complete = cli::interview(held.scenario, in, out);
    held.said = out.str();
    return held;
}

/// Name, start, months, region, kind of workload, then what the reference workload asks.
const std::string kHead = "photos\n2013-05-01\n36\neu-west-1\nreference_w1\n2000\n";

}  // namespace

TEST_CASE("an interview sets what was answered and leaves the defaults elsewhere", "[cli]") {
    const Held held = hold(kHead + "100 MB\n\n1 min\n");
    REQUIRE(held.complete);
    CHECK(held.scenario.name == "photos");
    CHECK(held.scenario.months == 36);
    CHECK(held.scenario.region == "eu-west-1");
    REQUIRE(held.scenario.workload.reference_w1);
    CHECK(held.scenario.workload.reference_w1->files == 2000);
    CHECK(held.scenario.pipeline.bundle_size == Bytes{100'000'000});
    CHECK(held.scenario.pipeline.max_age == std::chrono::seconds{30});
    CHECK(held.scenario.targets.stored_within == std::chrono::minutes{1});
}

TEST_CASE("an answer that cannot be is explained and asked for again", "[cli]") {
    const Held held = hold("photos\nsoon\n2013-05-01\n36\neu-west-1\nsomething\nreference_w1\n2000\n\n\n\n");
    CHECK(held.complete);
    CHECK(held.said.find("\"soon\" is not an instant") != std::string::npos);
    CHECK(held.said.find("\"something\" is none of these") != std::string::npos);
    CHECK(held.scenario.workload.reference_w1.has_value());
}

TEST_CASE("what has no default is asked until it is answered", "[cli]") {
    const Held held = hold("\n\n\n2013-05-01\n\n\nreference_w1\n\n\n\n\n");
    CHECK(held.complete);
    CHECK(to_text(held.scenario.start) == "2013-05-01T00:00:00Z");
    CHECK(held.scenario.months == 12);
}

TEST_CASE("an interview whose answers end writes nothing", "[cli]") {
    std::istringstream in{"photos\n2013-05-01\n"};
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err, false, false, &in};
    CHECK(cli::run_program({"scenario", "new"}, console) == cli::ExitCode::input_error);
    CHECK(out.str().empty());
    CHECK(err.str().find("[answers-ended]") != std::string::npos);
}

TEST_CASE("the answers of an interview become a scenario file", "[cli]") {
    std::istringstream in{kHead + "\n\n\n"};
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err, false, false, &in};
    CHECK(cli::run_program({"scenario", "new"}, console) == cli::ExitCode::done);
    CHECK(out.str().find("name: photos\n") != std::string::npos);
    CHECK(out.str().find("files: 2000\n") != std::string::npos);
}
