#include "core/loading/forecast_start.hpp"

#include "core/io/monthly_reader.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_workload.hpp"
#include "core/workload/trace_profile.hpp"

#include <utility>

namespace firn::loading {

namespace {

constexpr std::size_t kFewestMonths = 6;
constexpr int kUsualHistory = 120;

/// Where the history ends: before a scenario that begins within it, or with the file.
std::optional<BillingPeriod> usual_end(const scenario::Scenario& scenario, const ArrivedTotals& totals,
                                       bool states_start) {
    const BillingPeriod start = BillingPeriod::containing(scenario.start);
    if (!states_start || workload::months_before(totals.months, start).size() < kFewestMonths)
        return std::nullopt;
    return start.plus_months(-1);
}

}  // namespace

Result<ArrivedTotals> arrived_totals(const scenario::Scenario& scenario, const std::string& folder,
                                     const std::string& path) {
    const scenario::Workload& workload = scenario.workload;
    if (workload.monthly_totals) {
        auto months = io::read_monthly_totals(resolve(folder, workload.monthly_totals->file));
        if (!months) return months.error();
        return ArrivedTotals{std::move(months).value()};
    }
    if (!workload.trace)
        return failure({.code = "history-missing",
                        .where = {.file = path},
                        .what = "the scenario's workload is made up, so that it has no history",
                        .expected = "a workload of monthly totals or of a trace",
                        .remedy = "give a history with --trace FILE; firn simulate runs a growth model"});
    const auto rows = trace_of(scenario, folder);
    if (!rows) return rows.error();
    auto profile = workload::profile_of(*rows);
    if (!profile) return profile.error();
    return ArrivedTotals{std::move(profile->months), forecast::AbsentMonth::no_files};
}

forecast::HistoryRange history_range(const scenario::Scenario& scenario, const ArrivedTotals& totals,
                                     forecast::HistoryRange asked, bool states_start) {
    if (!asked.until) asked.until = usual_end(scenario, totals, states_start);
    if (!asked.from && !totals.months.empty())
        asked.from = asked.until.value_or(totals.months.back().month).plus_months(1 - kUsualHistory);
    return asked;
}

forecast::ForecastSettings forecast_settings(const scenario::Scenario& scenario, BillingPeriod first) {
    forecast::ForecastSettings settings{
        .plan = {.first = first,
                 .price_book = scenario.price_book,
                 .region = scenario.region,
                 .storage_class = scenario.storage_class,
                 .bundle_size = scenario.pipeline.bundle_size,
                 .max_age = scenario.pipeline.max_age,
                 .stock_archives = scenario.stock.archives,
                 .stock_bytes = scenario.stock.bytes,
                 .rules = scenario.rules.value_or(usage::Rules{}),
                 .billing = scenario.billing.value_or(usage::BillingSettings{})},
        .months = static_cast<std::size_t>(scenario.months),
        .seed = static_cast<std::uint64_t>(scenario.seed)};
    for (const scenario::StockPart& part : scenario.stock.parts) {
        settings.plan.stock_archives += part.archives;
        settings.plan.stock_bytes += part.bytes;
    }
    return settings;
}

void add_arrived(const ArrivedTotals& totals, BillingPeriod from, forecast::StoragePlan& plan) {
    for (const workload::MonthTotal& total : totals.months) {
        if (total.month < from || plan.first <= total.month) continue;
        plan.stock_archives += forecast::archives_of({total.items, total.bytes}, total.month, plan);
        plan.stock_bytes += total.bytes;
    }
}

Diagnostics placed_in_history(Diagnostics faults, const scenario::Scenario& scenario,
                              const std::string& folder) {
    const scenario::Workload& workload = scenario.workload;
    if (!workload.monthly_totals && !workload.trace) return faults;
    const std::string& file = workload.monthly_totals ? workload.monthly_totals->file : workload.trace->file;
    for (Diagnostic& fault : faults) {
        if (fault.where.file.empty() &&
            (fault.code.starts_with("history") || fault.code == "logarithm-of-zero"))
            fault.where.file = resolve(folder, file);
    }
    return faults;
}

}  // namespace firn::loading
