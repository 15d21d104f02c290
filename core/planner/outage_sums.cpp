#include "core/planner/outage_sums.hpp"

#include "core/backup/latest_time.hpp"
#include "core/planner/place_of.hpp"
#include "core/service/outages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace firn::planner {

namespace {

using Resources = std::pair<scenario::Resource, service::Resource>;

constexpr std::array kResources{Resources{scenario::Resource::store, service::Resource::store},
                                Resources{scenario::Resource::network, service::Resource::network},
                                Resources{scenario::Resource::service, service::Resource::service}};

bool can_be_out(const scenario::Scenario& scenario, scenario::Resource resource) {
    const auto& outages = scenario.place.outages;
    return std::any_of(outages.begin(), outages.end(),
                       [resource](const scenario::Outage& outage) { return outage.resource == resource; });
}

OutageSum sum_of(sim::OutageCalendar calendar, scenario::Resource resource, Duration months) {
    OutageSum sum{.resource = resource};
    Duration begin = calendar.next_begin(Duration{0});
    while (begin < months && sum.outages <= kMostOutages) {
        const Duration end = calendar.resume(begin);
        if (!sum.first) sum.first = begin;
        ++sum.outages;
        sum.time += std::min(end, months) - begin;
        begin = calendar.next_begin(end);
    }
    return sum;
}

}  // namespace

std::vector<OutageSum> outage_sums(const scenario::Scenario& scenario, Duration months) {
    if (scenario.place.outages.empty()) return {};
    const service::Place place = place_of(scenario);
    const auto seed = static_cast<std::uint64_t>(scenario.seed);
    const Duration latest = backup::latest_time(scenario.start);
    std::vector<OutageSum> sums;
    for (const auto& [resource, of_service] : kResources) {
        if (!can_be_out(scenario, resource)) continue;
        const OutageSum sum =
            sum_of(service::outages_of(place, {of_service}, seed, latest), resource, months);
        if (sum.outages <= kMostOutages) sums.push_back(sum);
    }
    return sums;
}

}  // namespace firn::planner
