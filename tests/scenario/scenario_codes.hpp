#pragma once

#include "core/yaml/scenario_reader.hpp"

#include <string>
#include <vector>

/// Heads of scenarios, and the codes of what is wrong with settings below one.
namespace firn::scenario::test {

inline const std::string kHead = "scenario: 1\nname: test\nstart: 2013-01-01\nmonths: 2\n";
inline const std::string kPlain = kHead + "workload: {reference_w1: {}}\n";
inline const std::string kTraced = kHead + "workload: {trace: {file: rows.csv}}\n";
inline const std::string kOwned = kHead + "workload: {reference_w1: {}, owners: 10}\n";

inline std::vector<std::string> codes(const std::string& settings, const std::string& head = kPlain) {
    std::vector<std::string> found;
    const auto scenario = yaml::read_scenario("s.yaml", head + settings + "\n");
    if (!scenario) {
        for (const Diagnostic& diagnostic : scenario.error())
            found.push_back(diagnostic.code);
    }
    return found;
}

using Codes = std::vector<std::string>;

}  // namespace firn::scenario::test
