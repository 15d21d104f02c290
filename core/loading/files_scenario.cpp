#include "core/loading/files_scenario.hpp"

#include "core/io/first_line.hpp"
#include "core/io/monthly_reader.hpp"
#include "core/io/trace_format.hpp"
#include "core/loading/open_trace_workload.hpp"
#include "core/loading/open_workload.hpp"
#include "core/scenario/field.hpp"
#include "core/units/billing_period.hpp"
#include "core/yaml/key_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace firn::loading {

namespace {

using scenario::Scenario;

void enter(Scenario& scenario, std::string_view section) {
    scenario::find_section(section)->enter(scenario);
    scenario::apply_defaults(scenario, section);
}

/// "uploads" of "traces/uploads.csv.gz", "photos" of "photos/".
std::string name_of_files(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    path.remove_prefix(path.rfind('/') + 1);
    return std::string{path.substr(0, path.find('.', 1))};
}

Result<std::optional<Span>> span_of_totals(const Scenario& scenario, const std::string& folder) {
    const auto totals = io::read_monthly_totals(resolve(folder, scenario.workload.monthly_totals->file));
    if (!totals) return totals.error();
    if (totals->empty()) return std::optional<Span>{};
    return std::optional{Span{totals->front().month.begin(), totals->back().month.end() - Duration{1}}};
}

/// Of a trace or monthly totals; absent for other workloads too.
Result<std::optional<Span>> span_of_files(const Scenario& scenario, const std::string& folder,
                                          const RowsRead& goes_on = {}) {
    if (scenario.workload.trace) return span_of_trace(scenario, folder, goes_on);
    if (scenario.workload.monthly_totals) return span_of_totals(scenario, folder);
    return std::optional<Span>{};
}

Instant month_begin(Instant instant) { return BillingPeriod::containing(instant).begin(); }

std::optional<Instant> first_month(const std::optional<Span>& span) {
    return span ? std::optional{month_begin(span->first)} : std::nullopt;
}

void hold(Scenario& scenario, const Span& span) {
    const bool is_trace = scenario.workload.trace.has_value();
    Instant last = span.last;
    const bool is_foreign = span.first < scenario.start || span.first >= horizon_of(scenario);
    if (is_trace && is_foreign) scenario.workload.trace->starts_at = scenario::StartsAt::scenario;
    if (is_trace && scenario.workload.trace->starts_at == scenario::StartsAt::scenario) {
        last += scenario.start - span.first;
    }
    const int months =
        firn::months_between(BillingPeriod::containing(scenario.start), BillingPeriod::containing(last)) + 1;
    scenario.months = std::max<std::int64_t>(scenario.months, months);
}

}  // namespace

bool is_scenario_file(const std::string& path) {
    if (path.ends_with(".yaml") || path.ends_with(".yml")) return true;
    const auto first = io::read_first_line(path);
    return first && yaml::has_key_line(first->blocks.text(), "scenario");
}

Result<bool> take_files(Scenario& scenario, const std::string& path) {
    const auto format = io::recognise_trace_format(path);
    if (!format) return format.error();
    scenario.workload = {};
    if (*format == io::TraceFormat::monthly) {
        enter(scenario, "workload.monthly_totals");
        scenario.workload.monthly_totals->file = path;
    } else {
        enter(scenario, "workload.trace");
        scenario.workload.trace->file = path;
    }
    return true;
}

Result<LoadedScenario> scenario_for_files(const std::string& path) {
    LoadedScenario made{scenario::default_scenario(), ""};
    const auto taken = take_files(made.scenario, path);
    if (!taken) return taken.error();
    made.scenario.name = name_of_files(path);
    return made;
}

Result<std::optional<Instant>> first_month_of_files(const Scenario& scenario, const std::string& folder) {
    const auto span = span_of_files(scenario, folder);
    if (!span) return span.error();
    return first_month(*span);
}

Result<bool> hold_all_files(Scenario& scenario, const std::string& folder) {
    const auto span = span_of_files(scenario, folder);
    if (!span) return span.error();
    if (*span) hold(scenario, **span);
    return span->has_value();
}

Result<bool> begin_with_files(Scenario& scenario, const std::string& folder, Instant otherwise,
                              const RowsRead& goes_on) {
    const auto span = span_of_files(scenario, folder, goes_on);
    if (!span) return span.error();
    scenario.start = first_month(*span).value_or(otherwise);
    if (*span) hold(scenario, **span);
    return span->has_value();
}

}  // namespace firn::loading
