#include "core/loading/open_trace_workload.hpp"

#include "core/loading/load_scenario.hpp"
#include "core/loading/workload_owners.hpp"
#include "core/workload/standing_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace firn::loading {

namespace {

using scenario::Scenario;
using scenario::TraceReading;

Diagnostic note(std::string code, std::string what, std::string remedy = {}) {
    return {.code = std::move(code),
            .severity = Severity::note,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

/// The instant of a trace's first row.
Result<std::optional<Instant>> first_instant(const workload::Trace& trace) {
    const auto rows = trace.open();
    if (!rows) return rows.error();
    workload::TraceBlock block;
    const auto more = (*rows)(block);
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

/// "trace uploads.csv.gz (csv), read as arrivals".
std::string reading_text(const Scenario& scenario, io::TraceFormat format, const std::string& rest) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    std::string text = fmt::format("trace {} ({}), read as {}", trace.file, io::name_of(format), rest);
    if (trace.copies > 1) text += fmt::format(", {} copies", trace.copies);
    return text;
}

Diagnostics times_missing(const std::string& path) {
    return failure({.code = "times-missing",
                    .where = {.file = path},
                    .what = "the trace has no times, so nobody knows when its files arrive",
                    .expected = "a column of times (--columns time=NAME), or files that need none",
                    .remedy =
                        "read it as a stock that lies there at the start (--as stock), or as archives that "
                        "are stored already (--as archives)"});
}

/// A trace written for Firn says what it is; what lists files only shows when they were last changed.
std::optional<Diagnostic> assumption(const scenario::TraceWorkload& trace, const io::OrderedTrace& ordered) {
    if (trace.as != TraceReading::automatic) return std::nullopt;
    if (!ordered.has_times)
        return note(
            "reading-assumed", "the trace has no times: it is read as a stock that lies there at the start",
            "--as stock says that this is right; --as archives reads it as archives that are stored already");
    if (io::is_table(ordered.format) && trace.columns.empty()) return std::nullopt;
    return note(
        "reading-assumed", "the times are read as those at which the files arrive",
        "--as arrivals says that this is right; --as stock reads the files as lying there at the start, "
        "--as archives as stored already");
}

Result<OpenedWorkload> open_arrivals(const Scenario& scenario, const WorkloadOverrides& overrides,
                                     const io::OrderedTrace& ordered) {
    const auto first = first_instant(ordered.trace);
    if (!first) return first.error();
    const Instant begin = first->value_or(scenario.start);
    OpenedWorkload opened;
    workload::ReplaySettings settings = replay_settings(scenario, overrides);
    const bool foreign = begin < scenario.start || begin >= horizon_of(scenario);
    if (foreign && overrides.move_foreign_trace && settings.starts_at == workload::StartsAt::recorded) {
        settings.starts_at = workload::StartsAt::scenario;
        opened.notes.push_back(
            note("trace-moved",
                 fmt::format("the trace begins {}, outside the scenario's months: it is moved to {}",
                             to_text(begin), to_text(scenario.start))));
    }
    auto replay = workload::replay(ordered.trace, settings);
    if (!replay) return replay.error();
    opened.starts_with_scenario = settings.starts_at == workload::StartsAt::scenario;
    std::string reading = "arrivals, ";
    reading += opened.starts_with_scenario ? "moved to the scenario's start" : "times as recorded";
    if (settings.spread > Duration{0})
        reading += fmt::format(", batches spread over {}", to_text(settings.spread));
    opened.files = std::move(replay->files);
    opened.reading = reading_text(scenario, ordered.format, reading);
    opened.tally = std::move(replay->tally);
    return opened;
}

Result<OpenedWorkload> open_stock(const Scenario& scenario, const io::OrderedTrace& ordered) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    auto files = workload::standing_files(ordered.trace, trace.spread, trace.copies);
    if (!files) return files.error();
    OpenedWorkload opened;
    opened.files = std::move(files).value();
    std::string reading = "stock that lies there at the start";
    if (trace.spread > Duration{0}) reading += fmt::format(", taken up over {}", to_text(trace.spread));
    opened.reading = reading_text(scenario, ordered.format, reading);
    return opened;
}

Result<OpenedWorkload> open_archives(const Scenario& scenario, const io::OrderedTrace& ordered) {
    const auto standing =
        workload::standing_archives(ordered.trace, scenario.start, scenario.workload.trace->copies);
    if (!standing) return standing.error();
    OpenedWorkload opened;
    opened.files = [](workload::FileBlock& block) -> Result<bool> {
        block.clear();
        return false;
    };
    opened.stock = {.archives = standing->archives, .bytes = standing->bytes, .parts = {}};
    opened.stock_keys = standing->known;
    opened.reading = reading_text(scenario, ordered.format,
                                  fmt::format("archives that lie in the vault: {} with {}",
                                              standing->archives, to_rough_text(standing->bytes)));
    if (standing->after_start > 0) {
        opened.notes.push_back(note(
            "archives-after-start",
            fmt::format("{} of {} archives bear a time after the scenario's start; they are taken to lie "
                        "there from the start",
                        standing->after_start, standing->archives),
            "start the scenario later, or read the trace as arrivals"));
    }
    return opened;
}

Result<OpenedWorkload> open_as(TraceReading reading, const Scenario& scenario,
                               const WorkloadOverrides& overrides, const io::OrderedTrace& ordered) {
    if (reading == TraceReading::archives) return open_archives(scenario, ordered);
    if (reading == TraceReading::stock) return open_stock(scenario, ordered);
    if (!ordered.has_times) return times_missing(ordered.trace.name);
    return open_arrivals(scenario, overrides, ordered);
}

/// The same workload from its first file on, without sorting it again.
Result<OpenedWorkload> open_ordered(const Scenario& scenario, const WorkloadOverrides& overrides,
                                    const io::OrderedTrace& ordered) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    auto opened = open_as(reading_in_force(trace.as, ordered.has_times), scenario, overrides, ordered);
    if (!opened) return opened;
    append(opened->notes, ordered.notes);
    if (auto assumed = assumption(trace, ordered)) {
        if (overrides.strict) {
            assumed->severity = Severity::error;
            assumed->where.file = ordered.trace.name;
            return failure(std::move(*assumed));
        }
        opened->notes.push_back(std::move(*assumed));
    }
    opened->left_out = {.path = ordered.trace.name, .tally = ordered.tally};
    opened->again = [scenario, overrides, ordered] { return open_ordered(scenario, overrides, ordered); };
    return opened;
}

}  // namespace

Result<io::TraceOptions> trace_options(const scenario::TraceWorkload& trace) {
    io::TraceOptions options;
    if (trace.format != "auto") options.format = io::trace_format_named(trace.format);
    if (trace.columns.empty()) return options;
    auto columns = io::parse_trace_columns(trace.columns);
    if (!columns) return columns.error();
    options.columns = std::move(columns).value();
    return options;
}

TraceReading reading_in_force(TraceReading asked, bool has_times) {
    if (asked != TraceReading::automatic) return asked;
    return has_times ? TraceReading::arrivals : TraceReading::stock;
}

Result<std::optional<Span>> span_of_trace(const Scenario& scenario, const std::string& folder,
                                          const RowsRead& goes_on) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    auto options = trace_options(trace);
    if (!options) return options.error();
    options->order = io::RowOrder::any;
    const auto opened = io::open_trace(resolve(folder, trace.file), *options);
    if (!opened) return opened.error();
    std::optional<Span> span;
    if (reading_in_force(trace.as, opened->has_times) != TraceReading::arrivals) return span;
    workload::TraceBlock block;
    std::uint64_t rows = 0;
    for (;;) {
        const auto more = opened->rows(block);
        if (!more) return more.error();
        if (!*more) return span;
        rows += block.times.size();
        if (goes_on && !goes_on(rows)) return Diagnostics{};
        const auto [first, last] = std::minmax_element(block.times.begin(), block.times.end());
        if (!span) span = Span{*first, *last};
        span->first = std::min(span->first, *first);
        span->last = std::max(span->last, *last);
    }
}

Result<OpenedWorkload> open_trace_workload(const Scenario& scenario, const std::string& folder,
                                           const WorkloadOverrides& overrides) {
    const scenario::TraceWorkload& trace = *scenario.workload.trace;
    auto options = trace_options(trace);
    if (!options) return options.error();
    options->strict = overrides.strict;
    options->read_ahead = overrides.read_ahead && trace.copies == 1;
    options->sort.folder = overrides.scratch_folder;
    options->file_columns = columns_of_keys(overrides.columns, overrides.owners);
    options->order = overrides.sort_trace ? io::RowOrder::sorted : io::RowOrder::given;
    if (trace.as == TraceReading::archives) options->order = io::RowOrder::any;
    const auto ordered = io::order_trace(resolve(folder, trace.file), *options);
    if (!ordered) return ordered.error();
    return open_ordered(scenario, overrides, *ordered);
}

}  // namespace firn::loading
