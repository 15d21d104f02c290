#include "core/loading/open_workload.hpp"

#include "core/io/monthly_reader.hpp"
#include "core/io/trace_reader.hpp"
#include "core/loading/growth_model_of.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/scenario/growth_values.hpp"
#include "core/units/billing_period.hpp"
#include "core/workload/growth_model.hpp"
#include "core/workload/monthly_arrivals.hpp"
#include "core/workload/reference_w1.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::loading {

namespace {

using scenario::Scenario;

Diagnostic note(std::string code, std::string what) {
    return {.code = std::move(code), .severity = Severity::note, .what = std::move(what)};
}

/// The first `n` files of a source.
workload::FileSource take(workload::FileSource source, std::int64_t n) {
    return [source = std::move(source), left = n](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        if (left == 0) return false;
        auto more = source(block);
        if (!more || !*more) return more;
        const auto files = std::min<std::int64_t>(left, static_cast<std::int64_t>(block.files()));
        block.arrivals.resize(static_cast<std::size_t>(files));
        block.sizes.resize(static_cast<std::size_t>(files));
        left -= files;
        return true;
    };
}

/// The instant of a trace's first row.
Result<std::optional<Instant>> first_instant(const io::OpenedTrace& trace) {
    workload::TraceBlock block;
    const auto more = trace.rows(block);
    if (!more) return more.error();
    return *more ? std::optional{block.times.front()} : std::nullopt;
}

workload::ReplaySettings replay_settings(const Scenario& scenario, const WorkloadOverrides& overrides) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    const bool recorded = trace.starts_at == scenario::StartsAt::recorded;
    workload::ReplaySettings settings;
    settings.start = scenario.start;
    if (!overrides.past_horizon) settings.horizon = horizon_of(scenario) - scenario.start;
    settings.starts_at = recorded ? workload::StartsAt::recorded : workload::StartsAt::scenario;
    settings.spread = trace.spread;
    settings.copies = trace.copies;
    settings.seed = static_cast<std::uint64_t>(scenario.seed);
    return settings;
}

std::string trace_reading(const std::string& path, io::TraceFormat format,
                          const workload::ReplaySettings& settings) {
    const bool recorded = settings.starts_at == workload::StartsAt::recorded;
    std::string text = fmt::format("trace {} ({}), {}", path, io::name_of(format),
                                   recorded ? "times as recorded" : "moved to the scenario's start");
    if (settings.spread > Duration{0})
        text += fmt::format(", batches spread over {}", to_text(settings.spread));
    if (settings.copies > 1) text += fmt::format(", {} copies", settings.copies);
    return text;
}

Result<io::TraceOptions> trace_options(const scenario::TraceWorkload& trace) {
    io::TraceOptions options;
    if (trace.format != "auto") options.format = io::trace_format_named(trace.format);
    if (trace.columns.empty()) return options;
    auto columns = io::parse_trace_columns(trace.columns);
    if (!columns) return columns.error();
    options.columns = std::move(columns).value();
    return options;
}

Result<OpenedWorkload> open_trace(const Scenario& scenario, const std::string& folder,
                                  const WorkloadOverrides& overrides) {
    const std::string path = resolve(folder, scenario.workload.trace->file);
    const auto options = trace_options(*scenario.workload.trace);
    if (!options) return options.error();
    auto opened = io::open_trace(path, *options);
    if (!opened) return opened.error();
    const auto first = first_instant(*opened);
    if (!first) return first.error();
    const Instant begin = first->value_or(scenario.start);

    workload::ReplaySettings settings = replay_settings(scenario, overrides);
    Diagnostics notes = std::move(opened->notes);
    const bool foreign = begin < scenario.start || begin >= horizon_of(scenario);
    if (foreign && overrides.move_foreign_trace && settings.starts_at == workload::StartsAt::recorded) {
        settings.starts_at = workload::StartsAt::scenario;
        notes.push_back(
            note("trace-moved",
                 fmt::format("the trace begins {}, outside the scenario's months: it is moved to {}",
                             to_text(begin), to_text(scenario.start))));
    }
    auto replay = workload::replay(io::trace_in(path, *options), settings);
    if (!replay) return replay.error();
    const bool with_scenario = settings.starts_at == workload::StartsAt::scenario;
    return OpenedWorkload{std::move(replay->files),
                          trace_reading(scenario.workload.trace->file, opened->format, settings),
                          std::move(notes), std::move(replay->tally), with_scenario};
}

std::string signed_percent(const Rational& percent) {
    return (percent < 0 ? "" : "+") + scenario::percent_text(percent);
}

/// 1.5 -> 1,500 thousandths; the field allows three decimals.
int thousandths(const Rational& value) { return static_cast<int>(*to_int64(Rational{value * 1000})); }

Result<OpenedWorkload> open_monthly_totals(const Scenario& scenario, const std::string& folder,
                                           const WorkloadOverrides& overrides) {
    const scenario::MonthlyWorkload& monthly = *scenario.workload.monthly_totals;
    const auto totals = io::read_monthly_totals(resolve(folder, monthly.file));
    if (!totals) return totals.error();
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    const bool open_ended = overrides.past_horizon && !totals->empty();
    const BillingPeriod end = open_ended ? std::max(totals->back().month.next(), first)
                                         : first.plus_months(static_cast<int>(scenario.months));
    const bool constant = monthly.sizes == scenario::SizeShape::constant;
    const auto sizes = constant ? workload::SizeDistribution::constant()
                                : workload::SizeDistribution::lognormal(thousandths(monthly.deviation));
    const auto months = workload::months_between(*totals, first, end);
    auto files = workload::monthly_arrivals(
        months, {.start = scenario.start, .sizes = sizes, .seed = static_cast<std::uint64_t>(scenario.seed)});
    if (!files) return files.error();
    OpenedWorkload opened{std::move(files).value(),
                          fmt::format("monthly totals {}, {} of {} months, sizes {}", monthly.file,
                                      months.size(), totals->size(), constant ? "constant" : "lognormal"),
                          {},
                          nullptr,
                          false};
    if (months.empty()) {
        opened.notes.push_back(
            note("workload-empty", "no month of the totals lies within the scenario's months"));
    }
    return opened;
}

OpenedWorkload open_reference(const scenario::ReferenceWorkload& reference) {
    return {
        workload::reference_w1(static_cast<std::uint64_t>(reference.files),
                               static_cast<std::uint64_t>(reference.replicate)),
        fmt::format("reference workload W1, {} files, replicate {}", reference.files, reference.replicate),
        {},
        nullptr,
        false};
}

Result<OpenedWorkload> open_growth(const Scenario& scenario, const WorkloadOverrides& overrides) {
    const scenario::GrowthWorkload& growth = *scenario.workload.growth;
    workload::GrowthModel model = growth_model_of(growth);
    model.start = scenario.start;
    if (!overrides.past_horizon) model.horizon = horizon_of(scenario) - scenario.start;
    model.seed = static_cast<std::uint64_t>(scenario.seed);
    auto files = workload::growth_model(model);
    if (!files) return files.error();
    return OpenedWorkload{std::move(files).value(),
                          fmt::format("growth model, {} at the start, files {}, size {} a year",
                                      scenario::inflow_text(growth.inflow),
                                      signed_percent(growth.file_growth), signed_percent(growth.size_growth)),
                          {},
                          nullptr};
}

Result<OpenedWorkload> open_any(const Scenario& scenario, const std::string& folder,
                                const WorkloadOverrides& overrides) {
    if (scenario.workload.trace) return open_trace(scenario, folder, overrides);
    if (scenario.workload.growth) return open_growth(scenario, overrides);
    if (scenario.workload.monthly_totals) return open_monthly_totals(scenario, folder, overrides);
    return open_reference(*scenario.workload.reference_w1);
}

}  // namespace

Result<workload::TraceSource> trace_of(const Scenario& scenario, const std::string& folder) {
    const auto options = trace_options(*scenario.workload.trace);
    if (!options) return options.error();
    auto opened = io::open_trace(resolve(folder, scenario.workload.trace->file), *options);
    if (!opened) return opened.error();
    return std::move(opened->rows);
}

std::string reading_of(const OpenedWorkload& workload) {
    const std::int64_t late = workload.tally ? workload.tally->after_horizon : 0;
    if (late == 0) return workload.reading;
    return fmt::format("{}; of {} files {} arrive after the last month and are left out", workload.reading,
                       workload.tally->replayed + late, late);
}

Instant horizon_of(const Scenario& scenario) {
    return BillingPeriod::containing(scenario.start).plus_months(static_cast<int>(scenario.months)).begin();
}

Result<OpenedWorkload> open_workload(const Scenario& scenario, const std::string& folder,
                                     const WorkloadOverrides& overrides) {
    auto opened = open_any(scenario, folder, overrides);
    if (opened && overrides.files && !scenario.workload.reference_w1) {
        opened->files = take(std::move(opened->files), *overrides.files);
    }
    return opened;
}

}  // namespace firn::loading
