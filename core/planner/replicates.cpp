#include "core/planner/replicates.hpp"

#include "core/planner/figure_table.hpp"
#include "core/random/stream.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace firn::planner {

namespace {

std::int64_t seed_of(std::int64_t seed, std::uint64_t number) {
    if (number == 0) return seed;
    const random::Stream seeds{static_cast<std::uint64_t>(seed), "replicates"};
    return static_cast<std::int64_t>(seeds.at(number) >> 1U);
}

/// The figures of the runs, and the first of them that failed. Those after it are not needed any more.
class Runs {
  public:
    explicit Runs(std::size_t count) : table_{count}, errors_(count), first_failed_{count} {}

    /// Is called from several threads at once.
    void run(std::size_t number, const scenario::Scenario& scenario, const RunReplicate& run) {
        if (number > first_failed_) return;
        auto figures = run(replicate_of(scenario, number), number);
        if (figures) {
            const std::lock_guard lock{mutex_};
            table_.add(number, *figures);
            return;
        }
        errors_[number] = std::move(figures).error();
        std::size_t first = first_failed_;
        while (number < first && !first_failed_.compare_exchange_weak(first, number)) {
        }
    }

    /// When all have ended.
    [[nodiscard]] Result<std::vector<FigureSpread>> spreads() && {
        if (first_failed_ < errors_.size()) return std::move(*errors_[first_failed_]);
        return table_.spreads();
    }

  private:
    std::mutex mutex_;
    FigureTable table_;  ///< under the mutex
    std::vector<std::optional<Diagnostics>> errors_;
    std::atomic<std::size_t> first_failed_;
};

}  // namespace

scenario::Scenario replicate_of(scenario::Scenario scenario, std::uint64_t number) {
    scenario.seed = seed_of(scenario.seed, number);
    if (auto& reference = scenario.workload.reference_w1) {
        const auto next = static_cast<std::uint64_t>(reference->replicate) + number;
        reference->replicate = static_cast<std::int64_t>(next & INT64_MAX);
    }
    return scenario;
}

Result<Replicates> run_replicates(const scenario::Scenario& scenario, std::uint64_t runs, unsigned threads,
                                  const RunReplicate& run) {
    Runs done{runs};
    sim::TaskTeam team{static_cast<unsigned>(std::min<std::uint64_t>(threads, runs))};
    team.run(runs, [&](std::size_t number) { done.run(number, scenario, run); });
    auto figures = std::move(done).spreads();
    if (!figures) return std::move(figures).error();
    Replicates replicates;
    for (std::uint64_t number = 0; number < runs; ++number)
        replicates.seeds.push_back(seed_of(scenario.seed, number));
    replicates.figures = std::move(figures).value();
    return replicates;
}

}  // namespace firn::planner
