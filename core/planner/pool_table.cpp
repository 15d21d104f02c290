#include "core/planner/pool_table.hpp"

#include "core/planner/worker_search.hpp"
#include "core/scenario/fault_checks.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <mutex>
#include <utility>

namespace firn::planner {

namespace {

constexpr std::array kPools{Pool::fetchers, Pool::uploaders};

const service::PoolOutcome& outcome_of(const PoolRun& run, Pool pool) {
    return pool == Pool::fetchers ? run.fetchers : run.uploaders;
}

bool falls_behind(const PoolRun& run, Pool pool) {
    const service::PoolSight& sight = run.sight;
    const Duration empty = pool == Pool::fetchers ? sight.fetch_line_empty : sight.upload_line_empty;
    return empty < sight.last_arrival / 2;
}

StoredTarget target_of(const scenario::Scenario& scenario) {
    if (!scenario.targets.stored_within) return {.within = kUsualTarget};
    return {.within = *scenario.targets.stored_within, .share = scenario.targets.stored_share};
}

Saturation saturation_of(const HoursUse& use) {
    Saturation saturation{.hour = use.full_hour};
    const auto years = static_cast<unsigned>(use.peak_by_year.size());
    if (use.full_hour || years < 2 || use.peak_by_year.front() == 0) return saturation;
    const Rational& first = use.peak_by_year.front();
    const Rational& last = use.peak_by_year.back();
    saturation.growth_of_peak = yearly_growth(first, last, years - 1);
    saturation.years_to_full = years_to_full(first, last, years - 1);
    return saturation;
}

/// Makes one row of the table; its parts are independent of each other and of those of the other row.
class RowMaker {
  public:
    RowMaker(const scenario::Scenario& scenario, Pool pool, StoredTarget target, const PoolRun& today,
             const RunPools& run)
        : scenario_{scenario}, today_{today}, run_{run}, search_{scenario, pool, target, today, run} {
        const service::PoolOutcome& outcome = outcome_of(today, pool);
        row_.pool = pool;
        row_.workers = workers_of(scenario, pool);
        row_.is_scheduled = planner::is_scheduled(scenario, pool);
        row_.use = use_of(scenario, pool, outcome.busy_by_hour);
        row_.longest_line = outcome.longest_line;
        row_.falls_behind = planner::falls_behind(today, pool);
        row_.saturation = saturation_of(row_.use);
    }

    void search() {
        for (std::size_t year = 0; year < today_.sight.files_by_year.size(); ++year) {
            const bool any_files = today_.sight.files_by_year[year] > 0;
            row_.needed.push_back(any_files ? WorkersNeeded{.workers = search_.needed(year)}
                                            : WorkersNeeded{.limit = PoolLimit::no_files});
        }
    }

    void take_one_away() {
        const auto fewer = with_one_fewer(scenario_, row_.pool);
        if (!fewer || !row_.has_work()) return;
        const auto run = checked(run_(*fewer, std::nullopt));
        if (!run) return;
        row_.fewer =
            FewerWorkers{.workers = workers_of(*fewer, row_.pool),
                         .p99 = run->latency.p99,
                         .use_mean = use_of(*fewer, row_.pool, outcome_of(*run, row_.pool).busy_by_hour).mean,
                         .falls_behind = planner::falls_behind(*run, row_.pool)};
    }

    void have_outage(Duration length) {
        if (!row_.has_work()) return;
        const auto& busy = outcome_of(today_, row_.pool).busy_by_hour;
        const service::WatchedTime time = outage_to_watch(scenario_, row_.pool, busy, length);
        const auto run = checked(run_(with_outage(scenario_, time), time));
        if (run) row_.outage = after_outage(run->sight, time);
    }

    [[nodiscard]] std::optional<Diagnostics> error() const {
        return search_.error() ? search_.error() : error_;
    }
    [[nodiscard]] PoolRow& row() { return row_; }

  private:
    std::optional<PoolRun> checked(Result<PoolRun> run) {
        if (run) return std::move(run).value();
        const std::lock_guard lock{mutex_};
        if (!error_) error_ = std::move(run).error();
        return std::nullopt;
    }

    const scenario::Scenario& scenario_;
    const PoolRun& today_;
    const RunPools& run_;
    WorkerSearch search_;
    PoolRow row_;
    std::mutex mutex_;
    std::optional<Diagnostics> error_;
};

bool lacks_a_limit(const WorkersNeeded& needed) { return !needed.workers && !needed.limit; }

bool lacks_a_limit(const PoolTable& table) {
    return std::any_of(table.pools.begin(), table.pools.end(), [](const PoolRow& row) {
        return std::any_of(row.needed.begin(), row.needed.end(),
                           [](const WorkersNeeded& needed) { return lacks_a_limit(needed); });
    });
}

/// Gives the limit to what has neither a number nor one, in the years that this run meets.
void blame(PoolLimit limit, const PoolRun& run, const StoredTarget& target, PoolTable& table) {
    for (PoolRow& row : table.pools) {
        for (std::size_t year = 0; year < row.needed.size(); ++year) {
            if (lacks_a_limit(row.needed[year]) && meets(run, year, target)) row.needed[year].limit = limit;
        }
    }
}

void blame_the_place(PoolTable& table) {
    for (PoolRow& row : table.pools) {
        for (WorkersNeeded& needed : row.needed) {
            if (lacks_a_limit(needed)) needed.limit = PoolLimit::place;
        }
    }
}

/// Why more workers of one pool are not enough: tries more of both, then smaller ages too.
Result<bool> find_limits(const scenario::Scenario& scenario, const StoredTarget& target, const RunPools& run,
                         PoolTable& table) {
    scenario::Scenario many = scenario;
    for (const Pool pool : kPools)
        many = with_workers(std::move(many), pool, most_workers(scenario, pool));
    if (!lacks_a_limit(table)) return true;
    const auto with_many = run(many, std::nullopt);
    if (!with_many) return with_many.error();
    blame(PoolLimit::other_pool, *with_many, target, table);
    const Duration soon = std::max(Duration{1}, target.within / 4);
    if (!lacks_a_limit(table)) return true;
    if (!many.pipeline.max_age || *many.pipeline.max_age > soon) {
        many.pipeline.max_age = soon;
        const auto quickly = run(many, std::nullopt);
        if (!quickly) return quickly.error();
        blame(PoolLimit::largest_age, *quickly, target, table);
    }
    blame_the_place(table);
    return true;
}

std::optional<Pool> first_to_saturate(const std::array<PoolRow, 2>& rows) {
    std::optional<Pool> first;
    std::uint64_t hour = 0;
    for (const PoolRow& row : rows) {
        if (!row.saturation.hour || (first && hour <= *row.saturation.hour)) continue;
        first = row.pool;
        hour = *row.saturation.hour;
    }
    return first;
}

/// Behind a pool that is full no more arrives, whatever grows before it.
void hide_growth(const scenario::Scenario& scenario, std::array<PoolRow, 2>& rows) {
    const auto hide = [](const PoolRow& full, Saturation& behind) {
        if (!full.use.full_hour || !behind.growth_of_peak) return;
        behind = {.growth_is_hidden = true};
    };
    hide(rows[0], rows[1].saturation);
    if (scenario.place.staging) hide(rows[1], rows[0].saturation);
}

}  // namespace

Result<PoolTable> pool_table(const scenario::Scenario& scenario, Duration outage, unsigned threads,
                             const RunPools& run) {
    if (auto error = scenario::outage_too_long(scenario, outage)) {
        return failure({.code = std::move(error->code),
                        .what = std::move(error->what),
                        .expected = std::move(error->expected),
                        .remedy = std::move(error->remedy)});
    }
    const auto today = run(scenario, std::nullopt);
    if (!today) return today.error();
    const StoredTarget target = target_of(scenario);
    RowMaker fetchers{scenario, Pool::fetchers, target, *today, run};
    RowMaker uploaders{scenario, Pool::uploaders, target, *today, run};
    // The long ones first.
    const std::array<std::function<void()>, 6> tasks{[&] { fetchers.search(); },
                                                     [&] { uploaders.search(); },
                                                     [&] { fetchers.take_one_away(); },
                                                     [&] { uploaders.take_one_away(); },
                                                     [&] { fetchers.have_outage(outage); },
                                                     [&] { uploaders.have_outage(outage); }};
    sim::TaskTeam team{threads};
    team.run(tasks.size(), [&](std::size_t task) { tasks[task](); });
    for (const RowMaker* maker : {&fetchers, &uploaders}) {
        if (maker->error()) return *maker->error();
    }
    PoolTable table{.target = target.within,
                    .target_share = target.share,
                    .target_is_set = scenario.targets.stored_within.has_value(),
                    .pools = {std::move(fetchers.row()), std::move(uploaders.row())}};
    const auto found = find_limits(scenario, target, run, table);
    if (!found) return found.error();
    table.saturates_first = first_to_saturate(table.pools);
    hide_growth(scenario, table.pools);
    return table;
}

}  // namespace firn::planner
