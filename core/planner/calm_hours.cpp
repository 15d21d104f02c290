#include "core/planner/calm_hours.hpp"

#include "core/backup/latest_time.hpp"
#include "core/planner/place_of.hpp"
#include "core/service/outages.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace firn::planner {

namespace {

using service::Resource;

sim::OutageCalendar outages_of(const scenario::Scenario& scenario,
                               std::initializer_list<Resource> resources) {
    return service::outages_of(place_of(scenario), resources, static_cast<std::uint64_t>(scenario.seed),
                               backup::latest_time(scenario.start));
}

/// Those after which more than usual comes to a pool: the uploaders have their work from the fetchers, who
/// stop when the staging disk is full.
sim::OutageCalendar outages_felt(const scenario::Scenario& scenario, Pool pool) {
    const bool feels_all = pool == Pool::uploaders || scenario.place.staging;
    return feels_all ? outages_of(scenario, {Resource::store, Resource::network, Resource::service})
                     : outages_of(scenario, {Resource::store});
}

}  // namespace

sim::OutageCalendar outages_beside(const scenario::Scenario& scenario, Pool pool) {
    return pool == Pool::fetchers ? outages_of(scenario, {Resource::store})
                                  : outages_of(scenario, {Resource::network, Resource::service});
}

CalmHours::CalmHours(const scenario::Scenario& scenario, Pool pool)
    : outages_{outages_felt(scenario, pool)}, next_begin_{outages_.next_begin(Duration{0})} {}

bool CalmHours::is_calm(Duration begin, bool is_full) {
    constexpr int kMostTimes = 10;
    while (next_begin_ < begin + std::chrono::hours{1}) {
        end_ = outages_.resume(next_begin_);
        const Duration length = end_ - next_begin_;
        calm_from_ = std::max(calm_from_, end_ + length);
        latest_catching_up_ = std::max(latest_catching_up_, end_ + kMostTimes * length);
        next_begin_ = outages_.next_begin(end_);
    }
    const bool catches_up = begin < latest_catching_up_;
    if (begin >= end_ && !is_full) latest_catching_up_ = Duration{0};
    return calm_from_ <= begin && !catches_up;
}

}  // namespace firn::planner
