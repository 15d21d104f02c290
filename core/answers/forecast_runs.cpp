#include "core/answers/forecast_runs.hpp"

#include "core/loading/open_service.hpp"
#include "core/loading/open_workload.hpp"
#include "core/planner/simulation.hpp"
#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace firn::answers {

namespace {

using forecast::MonthlyArrivals;
using scenario::Scenario;

/// The scenario of the runs: its own, or what was made for files, from its start to the forecast's end.
Scenario scenario_of_runs(const ServiceAsked& asked, const forecast::ForecastSettings& settings) {
    Scenario scenario = asked.scenario;
    const BillingPeriod first = settings.plan.first;
    const BillingPeriod start = BillingPeriod::containing(scenario.start);
    if (asked.was_made || first < start) {
        scenario.start = first.begin();
        scenario.stock.archives = settings.plan.stock_archives;
        scenario.stock.bytes = settings.plan.stock_bytes;
        scenario.stock.parts.clear();
    }
    scenario.months = months_between(BillingPeriod::containing(scenario.start), first) +
                      static_cast<std::int64_t>(settings.months);
    if (scenario.workload.monthly_totals) return scenario;
    scenario.workload.trace.reset();
    scenario::find_section("workload.monthly_totals")->enter(scenario);
    scenario::apply_defaults(scenario, "workload.monthly_totals");
    return scenario;
}

/// What arrived since the scenario's start.
workload::MonthlyTotals arrived_before(const ServiceAsked& asked, const Scenario& scenario,
                                       BillingPeriod first) {
    return workload::months_between(asked.arrived, BillingPeriod::containing(scenario.start), first);
}

/// A service of the future, as often as somebody asks.
class Runs {
  public:
    Runs(ServiceAsked asked, const forecast::ForecastSettings& settings)
        : asked_{std::move(asked)},
          scenario_{scenario_of_runs(asked_, settings)},
          arrived_{arrived_before(asked_, scenario_, settings.plan.first)},
          first_{settings.plan.first} {}

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const ServiceAsked& asked() const { return asked_; }

    Result<usage::Usage> run(const std::vector<MonthlyArrivals>& arrivals,
                             const forecast::StoragePlan& plan) const {
        Scenario scenario = scenario_;
        scenario.pipeline.bundle_size = plan.bundle_size;
        const auto overrides = loading::with_columns({}, scenario);
        auto files = loading::open_totals(scenario, totals_of(arrivals), overrides);
        if (!files) return files.error();
        auto opened = loading::open_service(scenario, asked_.folder, asked_.overrides);
        if (!opened) return opened.error();
        planner::SimulationOptions options;
        options.service_files = std::move(opened->files);
        auto simulation = planner::simulate(scenario, files->files, asked_.book, options);
        if (!simulation) return simulation.error();
        usage::Usage usage = std::move(simulation->usage);
        std::erase_if(usage.periods, [&](const usage::Period& period) {
            return period.month < first_ ||
                   first_.plus_months(static_cast<int>(arrivals.size())) <= period.month;
        });
        return usage;
    }

  private:
    [[nodiscard]] workload::MonthlyTotals totals_of(const std::vector<MonthlyArrivals>& arrivals) const {
        workload::MonthlyTotals totals = arrived_;
        BillingPeriod month = first_;
        for (const MonthlyArrivals& arriving : arrivals) {
            totals.push_back({month, arriving.items, arriving.bytes});
            month = month.next();
        }
        return totals;
    }

    ServiceAsked asked_;
    Scenario scenario_;
    workload::MonthlyTotals arrived_;
    BillingPeriod first_;
};

/// Drawn files have no keys by which a service could tell them apart.
Result<bool> check_keys(const Scenario& scenario, const ServiceAsked& asked) {
    const auto columns = loading::with_columns({}, scenario).columns;
    const bool has_owners = scenario.workload.owners.has_value();
    if (!columns.keys && columns.prefix_parts == 0 && (!columns.owners || has_owners)) return true;
    return failure({.code = "service-needs-keys",
                    .where = {.file = asked.path},
                    .what = "the scenario's service asks for keys of files (owners, prefixes, or tables of "
                            "restores and deletions), and files to come have none",
                    .expected = "restores by rate or batch, deletions by share, owners by workload.owners",
                    .remedy = "describe them so for the forecast, or run firn simulate on the trace"});
}

}  // namespace

Result<forecast::ServiceRun> service_run_of(ServiceAsked asked, const forecast::ForecastSettings& settings) {
    if (!scenario::asks_for_service(asked.scenario)) return forecast::ServiceRun{};
    const auto runs = std::make_shared<const Runs>(std::move(asked), settings);
    if (const auto possible = check_keys(runs->scenario(), runs->asked()); !possible) return possible.error();
    return forecast::ServiceRun{
        [runs](const std::vector<MonthlyArrivals>& arrivals, const forecast::StoragePlan& plan) {
            return runs->run(arrivals, plan);
        }};
}

std::string how_drawn(forecast::DrawsBy draws_by) {
    if (draws_by != forecast::DrawsBy::response) return {};
    return "the service is run on the central path, with half and with twice its files; the bills of the "
           "draws lie on the lines between";
}

}  // namespace firn::answers
