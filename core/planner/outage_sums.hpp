#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::planner {

/// The outages of one resource, planned and random; those that overlap are one.
struct OutageSum {
    scenario::Resource resource = scenario::Resource::store;
    std::uint64_t outages = 0;
    /// Within the months.
    Duration time{};
    /// When the first begins, since the start; none: there is none.
    std::optional<Duration> first{};

    friend bool operator==(const OutageSum&, const OutageSum&) = default;
};

/// Of more outages of a resource nothing is told.
inline constexpr std::uint64_t kMostOutages = 1'000'000;

/// Those of a run with the scenario's seed that begin before `months` are over, an entry for each resource
/// that can be out; in the order of their names in a scenario.
[[nodiscard]] std::vector<OutageSum> outage_sums(const scenario::Scenario& scenario, Duration months);

}  // namespace firn::planner
