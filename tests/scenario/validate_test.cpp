#include "core/scenario/validate.hpp"

#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::scenario;

namespace {

Scenario valid() {
    Scenario scenario = default_scenario();
    scenario.start = *parse_rfc3339("2012-11-01");
    scenario.workload.reference_w1.emplace().files = 10;
    return scenario;
}

std::vector<std::string> codes_of(const Scenario& scenario) {
    std::vector<std::string> codes;
    for (const Fault& fault : validate(scenario))
        codes.push_back(fault.path + " " + fault.error.code);
    return codes;
}

}  // namespace

TEST_CASE("a scenario with a start and one workload is valid", "[scenario]") {
    CHECK(codes_of(valid()).empty());
}

TEST_CASE("a scenario without a workload is refused", "[scenario]") {
    Scenario scenario = valid();
    scenario.workload.reference_w1.reset();
    CHECK(codes_of(scenario) == std::vector<std::string>{"workload workload-missing"});
}

TEST_CASE("two workloads contradict each other", "[scenario]") {
    Scenario scenario = valid();
    scenario.workload.trace.emplace().file = "a.csv";
    CHECK(codes_of(scenario) == std::vector<std::string>{"workload entries-contradict"});
}

TEST_CASE("a scenario begins with a month", "[scenario]") {
    Scenario scenario = valid();
    scenario.start = *parse_rfc3339("2012-11-01T00:00:01Z");
    CHECK(codes_of(scenario) == std::vector<std::string>{"start start-within-month"});
}

TEST_CASE("bytes in the stock lie in archives", "[scenario]") {
    Scenario scenario = valid();
    scenario.stock.bytes = Bytes{1};
    CHECK(codes_of(scenario) == std::vector<std::string>{"stock.bytes entries-contradict"});
}

TEST_CASE("all faults are found at once", "[scenario]") {
    Scenario scenario = valid();
    scenario.workload.reference_w1.reset();
    scenario.stock.bytes = Bytes{1};
    CHECK(codes_of(scenario).size() == 2);
}
