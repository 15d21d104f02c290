#include "core/scenario/scenario.hpp"

namespace firn::scenario {

namespace {

bool limits(const Place& place) {
    const Faults& faults = place.faults;
    const Bundling& bundling = place.bundling;
    return place.staging || place.link || faults.can_fail() || faults.vanished > 0 ||
           bundling.by != GroupBy::arrival || bundling.alone_above || bundling.compression != 100 ||
           !place.schedule.empty() || !place.outages.empty();
}

bool goes_on(const Life& life) { return life.retrieves() || life.damage || life.changes; }

}  // namespace

bool asks_for_service(const Scenario& scenario) {
    const Targets& targets = scenario.targets;
    return scenario.backfill || !scenario.stock.parts.empty() || limits(scenario.place) ||
           goes_on(scenario.life) || targets.unprotected_age || targets.restore_file || targets.restore_batch;
}

}  // namespace firn::scenario
