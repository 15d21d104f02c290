#include "core/service/outages.hpp"

#include "core/random/exponential.hpp"
#include "core/random/stream.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace firn::service {

namespace {

using Origin = std::function<std::optional<sim::Outage>()>;

Origin planned(std::vector<sim::Outage> outages) {
    std::sort(outages.begin(), outages.end(),
              [](const sim::Outage& a, const sim::Outage& b) { return a.begin < b.begin; });
    return [outages = std::move(outages), next = std::size_t{0}]() mutable -> std::optional<sim::Outage> {
        if (next == outages.size()) return std::nullopt;
        return outages[next++];
    };
}

Origin by_chance(const RandomOutages& settings, std::uint64_t seed, std::size_t entry) {
    const random::Stream stream{seed, "backup/outages/" + std::to_string(entry)};
    return [=, end = Duration{0}, k = std::uint64_t{0}]() mutable -> std::optional<sim::Outage> {
        const Duration begin = end + random::exponential(stream.at(2 * k), settings.every);
        const Duration length =
            settings.exponential ? random::exponential(stream.at(2 * k + 1), settings.lasts) : settings.lasts;
        ++k;
        end = begin + length;
        return sim::Outage{begin, end};
    };
}

}  // namespace

sim::OutageCalendar outages_of(const Place& place, std::initializer_list<Resource> resources,
                               std::uint64_t seed, Duration latest) {
    const auto concerns = [&](Resource resource) {
        return std::find(resources.begin(), resources.end(), resource) != resources.end();
    };
    std::vector<sim::Outage> fixed;
    for (const PlannedOutage& outage : place.planned_outages) {
        if (concerns(outage.resource)) fixed.push_back({outage.begin, outage.begin + outage.length});
    }
    std::vector<Origin> origins;
    if (!fixed.empty()) origins.push_back(planned(std::move(fixed)));
    for (std::size_t i = 0; i < place.random_outages.size(); ++i) {
        const RandomOutages& entry = place.random_outages[i];
        if (concerns(entry.resource)) origins.push_back(by_chance(entry, seed, i));
    }
    return sim::OutageCalendar{std::move(origins), latest};
}

}  // namespace firn::service
