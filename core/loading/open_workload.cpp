#include "core/loading/open_workload.hpp"

#include "core/io/monthly_reader.hpp"
#include "core/io/trace_reader.hpp"
#include "core/loading/growth_model_of.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_trace_workload.hpp"
#include "core/loading/workload_owners.hpp"
#include "core/scenario/growth_values.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/counted_text.hpp"
#include "core/workload/growth_model.hpp"
#include "core/workload/monthly_arrivals.hpp"
#include "core/workload/reference_w1.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
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
        block.cut(static_cast<std::size_t>(files));
        left -= files;
        return true;
    };
}

std::string signed_percent(const Rational& percent) {
    return (percent < 0 ? "" : "+") + scenario::percent_text(percent);
}

/// 1.5 -> 1,500 thousandths; the field allows three decimals.
int thousandths(const Rational& value) { return static_cast<int>(*to_int64(Rational{value * 1000})); }

Result<OpenedWorkload> draw_monthly_totals(const Scenario& scenario, const workload::MonthlyTotals& totals,
                                           const WorkloadOverrides& overrides) {
    const scenario::MonthlyWorkload& monthly = *scenario.workload.monthly_totals;
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    const bool open_ended = overrides.past_horizon && !totals.empty();
    const BillingPeriod end = open_ended ? std::max(totals.back().month.next(), first)
                                         : first.plus_months(static_cast<int>(scenario.months));
    const bool constant = monthly.sizes == scenario::SizeShape::constant;
    const auto sizes = constant ? workload::SizeDistribution::constant()
                                : workload::SizeDistribution::lognormal(thousandths(monthly.deviation));
    const auto months = workload::months_between(totals, first, end);
    auto files = workload::monthly_arrivals(months, {.start = scenario.start,
                                                     .sizes = sizes,
                                                     .seed = static_cast<std::uint64_t>(scenario.seed),
                                                     .calendar = calendar_of(monthly.calendar),
                                                     .batches = batches_of(monthly.batches)});
    if (!files) return files.error();
    OpenedWorkload opened;
    opened.files = std::move(files).value();
    opened.reading = fmt::format("monthly totals {}, {} of {} months, sizes {}", monthly.file, months.size(),
                                 totals.size(), constant ? "constant" : "lognormal");
    if (months.empty()) {
        opened.notes.push_back(
            note("workload-empty", "no month of the totals lies within the scenario's months"));
    }
    return opened;
}

Result<OpenedWorkload> open_monthly_totals(const Scenario& scenario, const std::string& folder,
                                           const WorkloadOverrides& overrides) {
    const auto totals = io::read_monthly_totals(resolve(folder, scenario.workload.monthly_totals->file));
    if (!totals) return totals.error();
    return draw_monthly_totals(scenario, *totals, overrides);
}

OpenedWorkload open_reference(const scenario::ReferenceWorkload& reference) {
    OpenedWorkload opened;
    opened.files = workload::reference_w1(static_cast<std::uint64_t>(reference.files),
                                          static_cast<std::uint64_t>(reference.replicate));
    opened.reading = fmt::format("reference workload W1, {}, replicate {}",
                                 counted(static_cast<std::uint64_t>(reference.files), "file", "files"),
                                 reference.replicate);
    return opened;
}

Result<OpenedWorkload> open_growth(const Scenario& scenario, const WorkloadOverrides& overrides) {
    const scenario::GrowthWorkload& growth = *scenario.workload.growth;
    workload::GrowthModel model = growth_model_of(growth);
    model.start = scenario.start;
    if (!overrides.past_horizon) model.horizon = horizon_of(scenario) - scenario.start;
    model.seed = static_cast<std::uint64_t>(scenario.seed);
    auto files = workload::growth_model(model);
    if (!files) return files.error();
    OpenedWorkload opened;
    opened.files = std::move(files).value();
    opened.reading = fmt::format("growth model, {} at the start, files {}, size {} a year",
                                 scenario::inflow_text(growth.inflow), signed_percent(growth.file_growth),
                                 signed_percent(growth.size_growth));
    return opened;
}

Result<OpenedWorkload> open_any(const Scenario& scenario, const std::string& folder,
                                const WorkloadOverrides& overrides) {
    if (scenario.workload.trace) return open_trace_workload(scenario, folder, overrides);
    const auto possible =
        need_no_keys(columns_of_keys(overrides.columns, overrides.owners), "such a workload");
    if (!possible) return possible.error();
    if (scenario.workload.growth) return open_growth(scenario, overrides);
    if (scenario.workload.monthly_totals) return open_monthly_totals(scenario, folder, overrides);
    return open_reference(*scenario.workload.reference_w1);
}

/// The workload without all but its first `n` files.
OpenedWorkload first_files(OpenedWorkload opened, std::int64_t n) {
    return changed(std::move(opened),
                   [n](OpenedWorkload& workload) { workload.files = take(std::move(workload.files), n); });
}

OpenedWorkload with_owners(OpenedWorkload opened, const Scenario& scenario,
                           const WorkloadOverrides& overrides) {
    if (!overrides.columns.owners || !overrides.owners) return opened;
    return owned(std::move(opened),
                 {.count = *overrides.owners, .seed = static_cast<std::uint64_t>(scenario.seed)});
}

}  // namespace

Result<scenario::Scenario> with_stock(Scenario scenario, const OpenedWorkload& workload) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (workload.stock.bytes.count() > kMost - scenario.stock.bytes.count())
        return failure(
            {.code = "stock-too-large",
             .where = {.file = workload.left_out.path},
             .what = "the archives of the trace and the scenario's stock together have more than 2^63 - 1 "
                     "bytes",
             .remedy = "check the sizes of the largest archives"});
    scenario.stock.archives += workload.stock.archives;
    scenario.stock.bytes += workload.stock.bytes;
    return scenario;
}

Diagnostics notes_of(const OpenedWorkload& workload) {
    Diagnostics notes = workload.notes;
    if (workload.left_out.tally != nullptr)
        append(notes, io::remarks_on(workload.left_out.path, *workload.left_out.tally->of, Severity::note));
    return notes;
}

bool sort_and_repeat(const Diagnostics& faults, WorkloadOverrides& overrides) {
    if (overrides.strict || overrides.sort_trace || !io::is_only_out_of_order(faults)) return false;
    overrides.sort_trace = true;
    return true;
}

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
    const auto files = static_cast<std::uint64_t>(workload.tally->replayed + late);
    return fmt::format("{}; of {} {} after the last month and {} left out", workload.reading,
                       counted(files, "file", "files"),
                       counted(static_cast<std::uint64_t>(late), "arrives", "arrive"),
                       late == 1 ? "is" : "are");
}

Instant horizon_of(const Scenario& scenario) {
    return BillingPeriod::containing(scenario.start).plus_months(static_cast<int>(scenario.months)).begin();
}

Result<OpenedWorkload> open_workload(const Scenario& scenario, const std::string& folder,
                                     const WorkloadOverrides& overrides) {
    auto opened = open_any(scenario, folder, overrides);
    if (!opened) return opened;
    if (overrides.files && !scenario.workload.reference_w1)
        opened = first_files(std::move(opened).value(), *overrides.files);
    return with_owners(std::move(opened).value(), scenario, overrides);
}

Result<OpenedWorkload> open_totals(const Scenario& scenario, const workload::MonthlyTotals& totals,
                                   const WorkloadOverrides& overrides) {
    const auto possible =
        need_no_keys(columns_of_keys(overrides.columns, overrides.owners), "such a workload");
    if (!possible) return possible.error();
    auto opened = draw_monthly_totals(scenario, totals, overrides);
    if (!opened) return opened;
    return with_owners(std::move(opened).value(), scenario, overrides);
}

}  // namespace firn::loading
