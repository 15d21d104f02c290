#include "core/scenario/check_frequencies.hpp"

#include "core/scenario/fault_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace firn::scenario {

namespace {

/// Of one restore; a thousand million take about ten minutes.
constexpr std::int64_t kMostRequests = 1'000'000'000;
/// Every half minute of a hundred years.
constexpr std::int64_t kMostAudits = 100'000'000;

Duration asked_for(const Restore& restore, const Scenario& scenario) {
    const Instant end = scenario.start + length_of(scenario);
    return std::min(end, restore.until.value_or(end)) - restore.from.value_or(scenario.start);
}

void check_restore(const Scenario& scenario, const Restore& restore, const std::string& path,
                   std::vector<Fault>& faults) {
    if (!restore.rate) return;
    const Duration gap = std::max(Duration{1}, mean_gap(*restore.rate));
    const std::int64_t requests = asked_for(restore, scenario) / gap;
    if (requests <= kMostRequests) return;
    faults.push_back({path + ".rate",
                      {"requests-too-many", fmt::format("that makes {} requests in the months", requests),
                       fmt::format("at most {}", kMostRequests), "a lower rate, or fewer months"}});
}

void check_audit(const Scenario& scenario, const Audit& audit, std::vector<Fault>& faults) {
    if (audit.every <= Duration{}) return;
    const std::int64_t audits = length_of(scenario) / audit.every;
    if (audits <= kMostAudits) return;
    faults.push_back({"audit.every",
                      {"audits-too-many", fmt::format("that makes {} audits in the months", audits),
                       fmt::format("at most {}", kMostAudits),
                       "audit a larger share less often: hourly 3600 times the share of every second"}});
}

}  // namespace

void check_frequencies(const Scenario& scenario, std::vector<Fault>& faults) {
    const std::vector<Restore>& restores = scenario.life.restores;
    for (std::size_t i = 0; i < restores.size(); ++i)
        check_restore(scenario, restores[i], fmt::format("restores.{}", i + 1), faults);
    if (scenario.life.audit) check_audit(scenario, *scenario.life.audit, faults);
}

}  // namespace firn::scenario
