#pragma once

#include "core/diag/result.hpp"
#include "core/planner/after_outage.hpp"
#include "core/planner/pool_runs.hpp"
#include "core/planner/pool_use_of_hours.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::planner {

/// The target of an answer about workers where the scenario has none: 99 % within a minute.
inline constexpr Duration kUsualTarget = std::chrono::minutes{1};

/// What a pool with one worker fewer at every step of the schedule does.
struct FewerWorkers {
    WorkerRange workers;
    Duration p99{};  ///< of the latency of live files
    Rational use_mean{};
    /// The line before the pool was never empty in the second half of the arrivals.
    bool falls_behind = false;
};

/// Why no number of workers of a pool meets the target.
enum class PoolLimit {
    no_files,     ///< no file was stored in that year: there is nothing to meet
    other_pool,   ///< with more workers in both pools it is met
    largest_age,  ///< with more workers in both pools and a smaller largest age it is met
    place         ///< the transfers themselves, or limits and faults of the place, take too long
};

/// Workers that a pool needs at all times of one year of the scenario, the other pool as it is.
struct WorkersNeeded {
    std::optional<std::int64_t> workers{};
    std::optional<PoolLimit> limit{};  ///< where there is no number
};

/// How a pool would become busy in full.
struct Saturation {
    std::optional<std::uint64_t> hour{};  ///< since the start: the first in which all its time is work
    // Of a pool that never is, where there are two years or more:
    /// A year, of the use in the busiest hour of each year, in percent, rounded down to a tenth.
    std::optional<Rational> growth_of_peak{};
    /// With that growth before it is rounded, from the first year on, to a tenth; none: it does not grow.
    std::optional<Rational> years_to_full{};
    /// In place of these: the pool has its work from one that is full, so that its growth is not to be seen.
    bool growth_is_hidden = false;
};

struct PoolRow {
    Pool pool = Pool::fetchers;
    WorkerRange workers;
    bool is_scheduled = false;
    HoursUse use;
    std::uint64_t longest_line = 0;
    bool falls_behind = false;
    std::optional<FewerWorkers> fewer{};  ///< none: there is only one, or nothing to do
    std::optional<AfterOutage> outage{};  ///< none: there is nothing to do
    std::vector<WorkersNeeded> needed{};  ///< by year
    Saturation saturation;

    [[nodiscard]] bool has_work() const { return use.peak > 0; }
};

struct PoolTable {
    Duration target{};
    scenario::LatencyQuantile target_share = scenario::LatencyQuantile::p99;
    bool target_is_set = false;  ///< by the scenario
    std::array<PoolRow, 2> pools{};
    /// The pool that is the first to be busy for a whole hour; none: neither is.
    std::optional<Pool> saturates_first{};
};

/// Runs the scenario again and again, each run on any of at most so many threads. The table does not depend
/// on their number. Errors: those of `run`; an outage that is longer than the scenario's months.
[[nodiscard]] Result<PoolTable> pool_table(const scenario::Scenario& scenario, Duration outage,
                                           unsigned threads, const RunPools& run);

}  // namespace firn::planner
