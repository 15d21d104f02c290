#pragma once

#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>

namespace firn::planner {

/// Of W1 from 2013-01-01 on, with these lines of settings.
inline scenario::Scenario small_scenario(const std::string& settings) {
    auto scenario = yaml::read_scenario(
        "s.yaml", "scenario: 1\nname: test\nstart: 2013-01-01\nworkload: {reference_w1: {}}\n" + settings);
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    return std::move(scenario).value();
}

}  // namespace firn::planner
