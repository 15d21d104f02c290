#include "core/planner/worker_search.hpp"

#include "core/backup/pipeline_settings.hpp"
#include "core/planner/size_outcome.hpp"

#include <algorithm>
#include <utility>

namespace firn::planner {

namespace {

std::vector<bool> years_met(const PoolRun& run, const StoredTarget& target) {
    std::vector<bool> met;
    for (std::size_t year = 0; year < run.sight.files_by_year.size(); ++year)
        met.push_back(meets(run, year, target));
    return met;
}

}  // namespace

bool meets(const PoolRun& run, std::size_t year, const StoredTarget& target) {
    return run.sight.files_by_year[year] == 0 ||
           latency_at(run.sight.latency_by_year[year], target.share) <= target.within;
}

std::int64_t most_workers(const scenario::Scenario& scenario, Pool pool) {
    constexpr std::int64_t kMostTimes = 64;
    return std::min<std::int64_t>(backup::kMostWorkers,
                                  kMostTimes * std::max<std::int64_t>(1, workers_of(scenario, pool).most));
}

WorkerSearch::WorkerSearch(const scenario::Scenario& scenario, Pool pool, StoredTarget target,
                           const PoolRun& today, const RunPools& run)
    : scenario_{scenario},
      pool_{pool},
      target_{target},
      run_{run},
      today_{std::max<std::int64_t>(1, workers_of(scenario, pool).most)},
      most_{most_workers(scenario, pool)},
      years_{today.sight.files_by_year.size()} {
    if (!is_scheduled(scenario, pool)) known_.emplace(today_, years_met(today, target_));
}

bool WorkerSearch::met_with(std::int64_t workers, std::size_t year) {
    const auto known = known_.find(workers);
    if (known != known_.end()) return known->second[year];
    if (error_) return false;
    auto run = run_(with_workers(scenario_, pool_, workers), std::nullopt);
    if (!run) error_ = std::move(run).error();
    const auto met = run ? years_met(*run, target_) : std::vector<bool>(years_, false);
    return known_.emplace(workers, met).first->second[year];
}

std::int64_t WorkerSearch::least_between(std::int64_t too_few, std::int64_t enough, std::size_t year) {
    while (enough - too_few > 1) {
        const std::int64_t middle = too_few + (enough - too_few) / 2;
        (met_with(middle, year) ? enough : too_few) = middle;
    }
    return enough;
}

std::optional<std::int64_t> WorkerSearch::needed(std::size_t year) {
    if (met_with(today_, year)) return least_between(0, today_, year);
    std::int64_t too_few = today_;
    while (too_few < most_) {
        const std::int64_t more = std::min(most_, 2 * too_few);
        if (met_with(more, year)) return least_between(too_few, more, year);
        too_few = more;
    }
    return std::nullopt;
}

}  // namespace firn::planner
