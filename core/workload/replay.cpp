#include "core/workload/replay.hpp"

#include "core/random/stream.hpp"
#include "core/workload/batch_spread.hpp"
#include "core/workload/merge.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace firn::workload {

namespace {

Diagnostics before_start(const Trace& trace, Instant first, Instant start) {
    return failure(
        {.code = "trace-before-start",
         .where = {.file = trace.name},
         .what = "the first file arrives at " + to_text(first) + ", before the scenario starts at " +
                 to_text(start),
         .remedy = "set `starts_at: scenario` to move the trace to the scenario's start, or start earlier"});
}

Diagnostics copies_out_of_range(const Trace& trace, std::int64_t copies) {
    return failure({.code = "copies-out-of-range",
                    .where = {.file = trace.name},
                    .what = std::to_string(copies) + " copies of a trace cannot be replayed",
                    .expected = "1 to " + std::to_string(kMostCopies) + " copies"});
}

/// The time of the first row; none for a trace without rows.
Result<std::optional<Instant>> first_time(const Trace& trace) {
    const Result<TraceSource> rows = trace.open();
    if (!rows) return rows.error();
    TraceBlock block;
    const Result<bool> more = (*rows)(block);
    if (!more) return more.error();
    return *more ? std::optional{block.times.front()} : std::nullopt;
}

/// The instant of the trace that becomes the scenario's start.
Result<Instant> origin_of(const Trace& trace, const ReplaySettings& settings) {
    const auto first = first_time(trace);
    if (!first) return first.error();
    if (!*first) return settings.start;
    if (settings.starts_at == StartsAt::scenario) return **first;
    if (**first < settings.start) return before_start(trace, **first, settings.start);
    return settings.start;
}

/// Rows as files of copy `copy` whose arrivals count from the origin.
FileSource files_since(TraceSource rows, Instant origin, std::int64_t copy) {
    return [rows = std::move(rows), origin, copy, read = TraceBlock{}](FileBlock& block) mutable {
        block.clear();
        Result<bool> more = rows(read);
        if (!more) return more;
        std::swap(block.sizes, read.sizes);
        swap_keys(block, read);
        make_copy(block, copy);
        std::transform(read.times.begin(), read.times.end(), std::back_inserter(block.arrivals),
                       [origin](Instant time) { return time - origin; });
        return more;
    };
}

Result<std::vector<FileSource>> copies_of(const Trace& trace, const ReplaySettings& settings,
                                          Instant origin) {
    std::vector<FileSource> copies;
    for (std::int64_t copy = 0; copy < settings.copies; ++copy) {
        Result<TraceSource> rows = trace.open();
        if (!rows) return rows.error();
        FileSource files = spread_batches(files_since(std::move(*rows), origin, copy), settings.spread);
        copies.push_back(delayed(std::move(files), shift_of_copy(settings.seed, copy)));
    }
    return copies;
}

/// Counts the files and leaves out those that arrive at the horizon or later.
FileSource counted_to_horizon(FileSource source, std::optional<Duration> horizon,
                              std::shared_ptr<ReplayTally> tally) {
    return [source = std::move(source), horizon, tally = std::move(tally)](FileBlock& block) {
        for (;;) {
            Result<bool> more = source(block);
            if (!more || !*more) return more;
            const auto end = horizon
                                 ? std::lower_bound(block.arrivals.begin(), block.arrivals.end(), *horizon)
                                 : block.arrivals.end();
            const std::ptrdiff_t within = end - block.arrivals.begin();
            tally->replayed += within;
            tally->after_horizon += block.arrivals.end() - end;
            block.cut(static_cast<std::size_t>(within));
            if (within > 0) return more;
        }
    };
}

}  // namespace

Duration shift_of_copy(std::uint64_t seed, std::int64_t copy) {
    if (copy == 0) return Duration{0};
    const random::Stream stream{seed, "trace/copies"};
    constexpr Duration kHour = std::chrono::hours{1};
    const auto number = static_cast<std::uint64_t>(copy);
    const std::chrono::days days{stream.between(2 * number, 0, 6)};
    return days + Duration{stream.between(2 * number + 1, 0, kHour.count() - 1)};
}

Result<Replay> replay(const Trace& trace, const ReplaySettings& settings) {
    if (settings.copies < 1 || settings.copies > kMostCopies)
        return copies_out_of_range(trace, settings.copies);
    const Result<Instant> origin = origin_of(trace, settings);
    if (!origin) return origin.error();
    Result<std::vector<FileSource>> copies = copies_of(trace, settings, *origin);
    if (!copies) return copies.error();
    auto tally = std::make_shared<ReplayTally>();
    FileSource files = counted_to_horizon(merged(std::move(*copies)), settings.horizon, tally);
    return Replay{.files = std::move(files), .tally = std::move(tally)};
}

}  // namespace firn::workload
