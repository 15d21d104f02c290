#pragma once

#include "core/diag/result.hpp"
#include "core/planner/pool_runs.hpp"
#include "core/scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace firn::planner {

/// What every file, or most of them, should keep to.
struct StoredTarget {
    Duration within{};
    scenario::LatencyQuantile share = scenario::LatencyQuantile::p99;
};

/// Whether the live files that a run stored in this year met the target; those of a year without any did.
[[nodiscard]] bool meets(const PoolRun& run, std::size_t year, const StoredTarget& target);

/// How many workers a pool needs at all times, the other pool as it is: found by bisection, each number run
/// at most once.
class WorkerSearch {
  public:
    /// `today`: the run of the scenario itself. All that is referred to outlives the search.
    WorkerSearch(const scenario::Scenario& scenario, Pool pool, StoredTarget target, const PoolRun& today,
                 const RunPools& run);

    /// The least number that meets the target in this year, where more workers never take longer; none:
    /// not even most() do, or a run failed.
    [[nodiscard]] std::optional<std::int64_t> needed(std::size_t year);

    /// The largest number that is tried.
    [[nodiscard]] std::int64_t most() const { return most_; }
    [[nodiscard]] const std::optional<Diagnostics>& error() const { return error_; }

  private:
    [[nodiscard]] bool met_with(std::int64_t workers, std::size_t year);
    [[nodiscard]] std::int64_t least_between(std::int64_t too_few, std::int64_t enough, std::size_t year);

    const scenario::Scenario& scenario_;
    Pool pool_;
    StoredTarget target_;
    const RunPools& run_;
    std::int64_t today_;
    std::int64_t most_;
    std::size_t years_;
    /// By the number of workers: which years met the target.
    std::map<std::int64_t, std::vector<bool>> known_;
    std::optional<Diagnostics> error_{};
};

/// Most workers of a pool that are tried: a multiple of the most that the scenario has.
[[nodiscard]] std::int64_t most_workers(const scenario::Scenario& scenario, Pool pool);

}  // namespace firn::planner
