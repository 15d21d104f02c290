#include "core/planner/pool_runs.hpp"

#include "core/planner/pipeline_of.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/service/service_run.hpp"
#include "core/units/billing_period.hpp"

#include <algorithm>
#include <utility>

namespace firn::planner {

Result<PoolRun> watch_pools(const scenario::Scenario& scenario, const pricing::PriceBook& book,
                            workload::FileSource files, const service::ServiceFiles& service_files,
                            backup::Quantiles quantiles, std::optional<service::WatchedTime> watched) {
    backup::ReplayOptions options = replay_options_of(scenario);
    options.quantiles = quantiles;
    service::PoolWatch watch{watched, year_ends_of(scenario), quantiles};
    auto outcome =
        service::run_service(service_of(scenario, book, service_files), options,
                             {.live = std::move(files), .backfill = service_files.backfill, .pools = &watch});
    if (!outcome) return std::move(outcome).error();
    return PoolRun{std::move(outcome->pipeline.fetchers), std::move(outcome->pipeline.uploaders),
                   outcome->pipeline.replay.latency, watch.sight()};
}

std::vector<Duration> year_ends_of(const scenario::Scenario& scenario) {
    constexpr std::int64_t kMonths = 12;
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    std::vector<Duration> ends;
    for (std::int64_t month = 0; month < scenario.months; month += kMonths) {
        const auto end = static_cast<int>(std::min(month + kMonths, scenario.months));
        ends.push_back(first.plus_months(end).begin() - scenario.start);
    }
    return ends;
}

scenario::Scenario with_outage(scenario::Scenario scenario, const service::WatchedTime& outage) {
    const bool is_of_store = outage.resource == service::Resource::store;
    scenario.place.outages.push_back(
        {.resource = is_of_store ? scenario::Resource::store : scenario::Resource::service,
         .at = scenario.start + outage.begin,
         .length = outage.end - outage.begin,
         .every = {},
         .lasts = {}});
    return scenario;
}

}  // namespace firn::planner
