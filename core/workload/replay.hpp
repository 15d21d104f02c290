#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace firn::workload {

/// What time of the scenario the first row of a trace gets.
enum class StartsAt {
    recorded,  ///< the time it bears
    scenario,  ///< the scenario's start; the whole trace is shifted
};

/// Each copy keeps the trace open on its own, and a process may open about a thousand files.
inline constexpr std::int64_t kMostCopies = 256;

/// How a trace becomes the files of a scenario.
struct ReplaySettings {
    /// The scenario's start, from which arrivals count.
    Instant start{};
    /// Files that arrive at `start + horizon` or later are not replayed; none: all are.
    std::optional<Duration> horizon;
    StartsAt starts_at = StartsAt::recorded;
    /// File k (from 0) of the n files of one instant t arrives at t + floor(k * spread / n). Zero: all at t.
    Duration spread{0};
    /// How often the trace runs beside itself, 1 to kMostCopies. See `shift_of_copy`.
    std::int64_t copies = 1;
    /// Of the shifts of the copies.
    std::uint64_t seed = 1;
};

/// What became of the rows of a trace. Complete when the source of the replay has reached its end.
struct ReplayTally {
    std::int64_t replayed = 0;
    /// Not replayed: they arrive at the horizon or later.
    std::int64_t after_horizon = 0;
};

struct Replay {
    FileSource files;
    std::shared_ptr<const ReplayTally> tally;
};

/// How much later copy `copy` of a trace comes: copy 0 not at all; each other by 0 to 6 whole days and less
/// than one hour, drawn evenly from the seed. Times of day keep their traffic (to within the hour) while
/// bursts of one copy meet quiet of another; weekdays are mixed.
[[nodiscard]] Duration shift_of_copy(std::uint64_t seed, std::int64_t copy);

/// The files of a scenario from a trace: placed in time, spread, copied, cut at the horizon, in this order.
/// Each copy reads the trace on its own, so memory is bounded by the files that overlap in a spread and by a
/// block a copy.
///
/// Equal arrivals keep the order of the trace, and copies the order of their numbers. What the rows tell of
/// their keys goes with them; in the copies the owners and keys are others (hash_of_copy).
///
/// Errors: `trace-before-start` (recorded, and the first row is earlier than the start), `no-copies` (fewer
/// than 1), and what opening the trace gives.
[[nodiscard]] Result<Replay> replay(const Trace& trace, const ReplaySettings& settings);

}  // namespace firn::workload
