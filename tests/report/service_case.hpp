#pragma once

#include "core/report/service_json.hpp"
#include "core/report/service_report.hpp"
#include "core/report/service_sentences.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace firn::report::test {

/// A run from 2013-01-01 to the end of 2013-02 (59 days) that says nothing yet.
struct Run {
    scenario::Scenario scenario{};
    service::PipelineOutcome pipeline{};
    service::LifeResult life{};

    Run() {
        scenario.start = *parse_rfc3339("2013-01-01");
        life.months = {{.month = *BillingPeriod::parse("2013-01")},
                       {.month = *BillingPeriod::parse("2013-02")}};
    }
    [[nodiscard]] ServiceTold told() const { return {scenario, pipeline, life, scenario.start}; }
    [[nodiscard]] std::vector<std::string> sentences() const { return service_sentences(told()); }
    [[nodiscard]] bool tells(const std::string& sentence) const {
        const auto all = sentences();
        return std::find(all.begin(), all.end(), sentence) != all.end();
    }
    [[nodiscard]] Json json() const { return service_json(told()); }
};

}  // namespace firn::report::test
