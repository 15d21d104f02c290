#include "core/planner/policy_runs.hpp"

#include "core/backup/with_policy.hpp"
#include "core/planner/life_of.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/planner/service_usage.hpp"
#include "core/planner/usage_of_replay.hpp"
#include "core/service/life_after_pass.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace firn::planner {

namespace {

using Policies = std::span<const backup::BundlePolicy>;

unsigned team_size(unsigned threads, std::size_t tasks) {
    return static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, tasks)));
}

Result<std::vector<PolicyRun>> sweep(const scenario::Scenario& scenario, const pricing::PriceBook& book,
                                     const OpenFiles& open, Policies policies,
                                     const backup::ReplayOptions& options,
                                     const backup::ReplayProgressCallback& progress) {
    auto files = open();
    if (!files) return files.error();
    auto replays = backup::replay_sweep(pipeline_of(scenario, book), policies, options, *files, progress);
    if (!replays) return replays.error();
    std::vector<PolicyRun> runs;
    for (backup::ReplayResult& replay : *replays) {
        usage::Usage usage = usage_of(replay, scenario, book);
        runs.push_back({std::move(replay), std::move(usage), {}});
    }
    return runs;
}

service::ServiceSettings sized(service::ServiceSettings settings, const backup::BundlePolicy& policy) {
    settings.pipeline = backup::with_policy(settings.pipeline, policy);
    return settings;
}

/// What the run of a service makes of a policy.
PolicyRun run_of(service::ServiceOutcome outcome, const service::ServiceSettings& settings,
                 const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    PolicyRun run{outcome.pipeline.replay, {}, {}};
    apply_life(outcome.life, run.replay.months);
    run.usage = usage_of(run.replay, scenario, book);
    add_life_usage(outcome.life, settings.life.retrieval, scenario, run.usage);
    add_standing_usage(standing_of(scenario), scenario, run.usage);
    run.service = std::move(outcome);
    return run;
}

/// Whether the service reads anything beside its workload: a backfill, or a table of keys.
bool reads_more(const scenario::Scenario& scenario) {
    const scenario::Life& life = scenario.life;
    const bool has_requests =
        std::any_of(life.restores.begin(), life.restores.end(),
                    [](const scenario::Restore& restore) { return !restore.trace.empty(); });
    return scenario.backfill || has_requests || (life.changes && !life.changes->deletion_trace.empty());
}

/// One pass over the files for all policies, and behind each the life of its archives.
class LifeSweep {
  public:
    LifeSweep(const scenario::Scenario& scenario, const pricing::PriceBook& book,
              const service::ServiceSettings& settings, Policies policies,
              const backup::ReplayOptions& options)
        : scenario_{scenario}, book_{book}, settings_{settings}, policies_{policies}, options_{options} {
        for (const backup::BundlePolicy& policy : policies_) {
            service::LifeAfterPass& life = lives_.emplace_back(sized(settings_, policy), options_);
            on_sent_.emplace_back([&life](const backup::SentArchive& archive) { life.sent(archive); });
        }
    }

    Result<std::vector<PolicyRun>> run(workload::FileSource files,
                                       const backup::ReplayProgressCallback& progress) {
        auto replays =
            backup::replay_sweep(settings_.pipeline, policies_, options_, files, progress, on_sent_);
        if (!replays) return replays.error();
        std::vector<service::ServiceOutcome> outcomes(policies_.size());
        sim::TaskTeam team{team_size(options_.threads, policies_.size())};
        team.run(policies_.size(), [&](std::size_t i) {
            outcomes[i].pipeline.replay = std::move((*replays)[i]);
            outcomes[i].pipeline.oldest_unprotected = outcomes[i].pipeline.replay.latency.max;
            outcomes[i].life = lives_[i].result();
        });
        std::vector<PolicyRun> runs;
        for (service::ServiceOutcome& outcome : outcomes)
            runs.push_back(run_of(std::move(outcome), settings_, scenario_, book_));
        return runs;
    }

  private:
    const scenario::Scenario& scenario_;
    const pricing::PriceBook& book_;
    const service::ServiceSettings& settings_;
    Policies policies_;
    const backup::ReplayOptions& options_;
    std::deque<service::LifeAfterPass> lives_;
    std::vector<backup::SentArchiveCallback> on_sent_;
};

/// Runs the service for one policy after the other, on several threads.
class ServiceRuns {
  public:
    ServiceRuns(const scenario::Scenario& scenario, const pricing::PriceBook& book, const OpenFiles& open,
                const OpenServiceFiles& open_service, Policies policies, const backup::ReplayOptions& options)
        : scenario_{scenario},
          book_{book},
          open_{open},
          open_service_{open_service},
          policies_{policies},
          options_{options} {}

    Result<std::vector<PolicyRun>> run(const backup::ReplayProgressCallback& progress) {
        std::vector<std::optional<Result<PolicyRun>>> results(policies_.size());
        sim::TaskTeam team{team_size(options_.threads, policies_.size())};
        team.run(policies_.size(), [&](std::size_t i) {
            // The first of the tasks is the caller's, who alone may be told of progress.
            results[i].emplace(run_one(policies_[i], i == 0 ? progress : backup::ReplayProgressCallback{}));
        });
        std::vector<PolicyRun> runs;
        for (std::optional<Result<PolicyRun>>& result : results) {
            if (!*result) return result->error();
            runs.push_back(std::move(*result).value());
        }
        return runs;
    }

  private:
    Result<PolicyRun> run_one(const backup::BundlePolicy& policy,
                              const backup::ReplayProgressCallback& progress) {
        auto opened = open_both();
        if (!opened) return opened.error();
        auto& [live, service] = *opened;
        const service::ServiceSettings settings = sized(service_of(scenario_, book_, service), policy);
        return run_whole_service(scenario_, book_, settings, options_,
                                 {.live = std::move(live),
                                  .backfill = std::move(service.backfill),
                                  .on_failure = {},
                                  .progress = progress,
                                  .series = nullptr});
    }

    /// Opening is the caller's code, which need not expect several threads.
    Result<std::pair<workload::FileSource, service::ServiceFiles>> open_both() {
        const std::lock_guard lock{opening_};
        auto live = open_();
        if (!live) return live.error();
        auto service =
            open_service_ ? open_service_() : Result<service::ServiceFiles>{service::ServiceFiles{}};
        if (!service) return service.error();
        return std::pair{std::move(live).value(), std::move(service).value()};
    }

    const scenario::Scenario& scenario_;
    const pricing::PriceBook& book_;
    const OpenFiles& open_;
    const OpenServiceFiles& open_service_;
    Policies policies_;
    const backup::ReplayOptions& options_;
    std::mutex opening_;
};

}  // namespace

Result<PolicyRun> run_whole_service(const scenario::Scenario& scenario, const pricing::PriceBook& book,
                                    const service::ServiceSettings& settings,
                                    const backup::ReplayOptions& options, service::ServiceStreams streams) {
    auto outcome = service::run_service(settings, options, std::move(streams));
    if (!outcome) return outcome.error();
    return run_of(std::move(outcome).value(), settings, scenario, book);
}

Result<std::vector<PolicyRun>> run_policies(const scenario::Scenario& scenario,
                                            const pricing::PriceBook& book, const OpenFiles& open,
                                            const OpenServiceFiles& open_service, Policies policies,
                                            const backup::ReplayOptions& options,
                                            const backup::ReplayProgressCallback& progress) {
    if (!scenario::asks_for_service(scenario))
        return sweep(scenario, book, open, policies, options, progress);
    const service::ServiceSettings settings = service_of(scenario, book, {});
    if (reads_more(scenario) || !service::can_follow_pass(settings))
        return ServiceRuns{scenario, book, open, open_service, policies, options}.run(progress);
    auto files = open();
    if (!files) return files.error();
    return LifeSweep{scenario, book, settings, policies, options}.run(std::move(files).value(), progress);
}

}  // namespace firn::planner
