#include "core/planner/place_of.hpp"

#include <cmath>

namespace firn::planner {

namespace {

std::uint32_t count_of(std::int64_t count) { return static_cast<std::uint32_t>(count); }

std::optional<std::uint32_t> count_of(const std::optional<std::int64_t>& count) {
    if (!count) return std::nullopt;
    return count_of(*count);
}

service::Faults faults_of(const scenario::Faults& faults) {
    return {.fetch_failure = chance_of_percent(faults.fetch_failure),
            .upload_failure = chance_of_percent(faults.upload_failure),
            .vanished = chance_of_percent(faults.vanished),
            .retry = {.attempts = count_of(faults.attempts),
                      .pause = faults.pause,
                      .longest_pause = faults.longest_pause,
                      .jitter = chance_of_percent(faults.jitter)}};
}

service::GroupBy group_by(scenario::GroupBy by) {
    switch (by) {
        case scenario::GroupBy::arrival:
            return service::GroupBy::arrival;
        case scenario::GroupBy::owner:
            return service::GroupBy::owner;
        case scenario::GroupBy::prefix:
            return service::GroupBy::prefix;
        case scenario::GroupBy::expiry:
            return service::GroupBy::expiry;
    }
    return service::GroupBy::arrival;
}

service::BundlingPolicy bundling_of(const scenario::Bundling& bundling) {
    return {.by = group_by(bundling.by),
            .expiry_step = bundling.expiry_step,
            .alone_above = bundling.alone_above,
            .compression = service::Compression::of(bundling.compression / 100)};
}

service::WorkerSchedule schedule_of(const scenario::Scenario& scenario) {
    service::WorkerSchedule schedule;
    for (const scenario::WorkerChange& change : scenario.place.schedule) {
        schedule.daily = change.hour.has_value();
        schedule.changes.push_back(
            {.at = change.hour ? Duration{std::chrono::hours{*change.hour}} : *change.from - scenario.start,
             .fetchers = count_of(change.fetchers),
             .uploaders = count_of(change.uploaders)});
    }
    return schedule;
}

service::Resource resource_of(scenario::Resource resource) {
    switch (resource) {
        case scenario::Resource::store:
            return service::Resource::store;
        case scenario::Resource::network:
            return service::Resource::network;
        case scenario::Resource::service:
            return service::Resource::service;
    }
    return service::Resource::service;
}

void add_outages(const scenario::Scenario& scenario, service::Place& place) {
    for (const scenario::Outage& outage : scenario.place.outages) {
        const service::Resource resource = resource_of(outage.resource);
        if (outage.is_planned()) {
            place.planned_outages.push_back(
                {.resource = resource, .begin = *outage.at - scenario.start, .length = *outage.length});
        } else {
            place.random_outages.push_back({.resource = resource,
                                            .every = *outage.every,
                                            .lasts = *outage.lasts,
                                            .exponential = outage.exponential});
        }
    }
}

void add_backfill(const scenario::Backfill& backfill, service::Place& place) {
    place.backfill_share = chance_of_percent(backfill.share);
    if (!backfill.drives) return;
    place.drives = service::Drives{.each = backfill.drives->bytes,
                                   .count = static_cast<std::uint64_t>(backfill.drives->count),
                                   .dead = chance_dead(*backfill.drives),
                                   .at_once = count_of(backfill.drives->at_once),
                                   .swap_time = backfill.drives->swap_time};
}

/// `base` from 0 to 1 to a power of thousandths: whole powers by multiplication, the rest by square roots.
double power(double base, std::int64_t thousandths) {
    constexpr std::int64_t kOne = 1'000;
    constexpr int kRoots = 60;
    double result = 1;
    for (std::int64_t i = 0; i < thousandths / kOne; ++i)
        result *= base;
    std::int64_t rest = thousandths % kOne;
    double root = base;
    for (int i = 0; i < kRoots && rest > 0; ++i) {
        root = std::sqrt(root);
        rest *= 2;
        if (rest < kOne) continue;
        result *= root;
        rest -= kOne;
    }
    return result;
}

}  // namespace

random::Chance chance_of_percent(const Rational& percent) {
    return random::Chance::of(Rational{percent / 100});
}

random::Chance chance_dead(const scenario::Drives& drives) {
    const auto survives = static_cast<double>(Rational{1 - drives.yearly_failures / 100});
    const std::int64_t thousandths = *to_int64(Rational{drives.years * 1'000});
    return random::Chance::of(Rational{1} - Rational{power(survives, thousandths)});
}

service::Place place_of(const scenario::Scenario& scenario) {
    service::Place place;
    place.staging = scenario.place.staging;
    place.link = scenario.place.link;
    place.schedule = schedule_of(scenario);
    place.faults = faults_of(scenario.place.faults);
    place.bundling = bundling_of(scenario.place.bundling);
    add_outages(scenario, place);
    if (scenario.backfill) add_backfill(*scenario.backfill, place);
    return place;
}

}  // namespace firn::planner
