#include "core/scenario/fault_checks.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

namespace firn::scenario {

bool check_one_of(const std::vector<Alternative>& alternatives, const std::string& path,
                  const std::string& what, std::vector<Fault>& faults) {
    std::vector<std::string> keys;
    std::vector<std::string> stated;
    for (const Alternative& alternative : alternatives) {
        keys.emplace_back(alternative.key);
        if (alternative.is_stated) stated.emplace_back(alternative.key);
    }
    const std::string expected = fmt::format("one of {}", one_of(keys));
    if (stated.empty()) {
        faults.push_back({path, {"key-missing", what, expected, ""}});
    } else if (stated.size() > 1) {
        faults.push_back({path,
                          {"entries-contradict",
                           fmt::format("\"{}\" and \"{}\" cannot stand together", stated[0], stated[1]),
                           expected, "keep the one that is meant"}});
    }
    return stated.size() == 1;
}

Duration length_of(const Scenario& scenario) {
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    return first.plus_months(static_cast<int>(scenario.months)).begin() - scenario.start;
}

std::optional<QuantityError> outage_too_long(const Scenario& scenario, Duration outage) {
    const Duration months = length_of(scenario);
    if (outage <= months) return std::nullopt;
    return QuantityError{"outage-too-long",
                         fmt::format("an outage of {} is longer than the scenario's months", to_text(outage)),
                         fmt::format("at most {}", to_text(months)), "a shorter outage, or more months"};
}

void check_within_months(const Scenario& scenario, Instant instant, const std::string& path,
                         std::vector<Fault>& faults) {
    const Instant end = scenario.start + length_of(scenario);
    if (instant >= scenario.start && instant < end) return;
    faults.push_back({path,
                      {"time-outside-scenario",
                       fmt::format("{} lies outside the months of the scenario", to_text(instant)),
                       fmt::format("from {} to before {}", to_text(scenario.start), to_text(end)), ""}});
}

}  // namespace firn::scenario
