// Any bytes as a scenario: one that is checked, or diagnostics.

#include "core/yaml/scenario_reader.hpp"
#include "tests/fuzz/laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto scenario = firn::yaml::read_scenario("scenario.yaml", firn::fuzz::text_of(data, size));
    if (!scenario) firn::fuzz::check_diagnostics(scenario.error());
    return 0;
}
