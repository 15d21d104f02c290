#include "core/planner/run_figures.hpp"

#include "core/planner/size_outcome.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace firn::planner {

namespace {

/// Collects figures whose names begin alike.
class FigureList {
  public:
    void enter(std::string prefix) { prefix_ = std::move(prefix); }

    void count(std::string_view name, UInt128 value) { add(name, FigureKind::count, to_integer(value)); }
    void bytes(std::string_view name, UInt128 value) { add(name, FigureKind::bytes, to_integer(value)); }
    void bytes(std::string_view name, Bytes value) { add(name, FigureKind::bytes, value.count()); }
    void time(std::string_view name, std::optional<Duration> value) {
        add(name, FigureKind::microseconds, value ? std::optional<Rational>{value->count()} : std::nullopt);
    }
    void time_sum(std::string_view name, UInt128 value) {
        add(name, FigureKind::microseconds, to_integer(value));
    }
    void cost(std::string_view name, const Money& value) { add(name, FigureKind::cost, value.amount()); }

    /// Of no files there is no time.
    void latency(const std::string& name, const backup::LatencySummary& latency, bool exists) {
        const auto one = [&](const char* part, Duration value) {
            time(name + part, exists ? std::optional{value} : std::nullopt);
        };
        one(".mean", latency.mean);
        one(".p50", latency.p50);
        one(".p95", latency.p95);
        one(".p99", latency.p99);
        one(".max", latency.max);
    }

    [[nodiscard]] std::vector<Figure> take() && { return std::move(figures_); }

  private:
    void add(std::string_view name, FigureKind kind, std::optional<Rational> value) {
        figures_.push_back({fmt::format("{}{}", prefix_, name), kind, std::move(value)});
    }

    std::string prefix_;
    std::vector<Figure> figures_;
};

void add_replay(const Simulation& simulation, FigureList& list) {
    const backup::ReplayResult& replay = simulation.replay;
    list.count("files", replay.files);
    list.count("archives", replay.archives);
    list.count("closed_by_age", replay.closed_by_age);
    list.bytes("mean_bundle_bytes", backup::mean_bundle(replay));
    list.bytes("raw_bytes", replay.raw_bytes);
    list.bytes("archive_bytes", replay.archive_bytes);
    list.bytes("billed_bytes", replay.billed_bytes);
    list.count("upload_requests", replay.upload_requests);
    list.time("makespan_us", replay.makespan);
    list.time_sum("fetch_wait_sum_us", replay.fetch_wait_sum);
    list.latency("latency_us", replay.latency, replay.files > 0);
    list.bytes("restore_read_bytes", backup::mean_restore_read(replay));
    list.bytes("at_risk_bytes.mean", mean_at_risk(replay));
    list.bytes("at_risk_bytes.max", replay.at_risk.maximum);
    list.count("archives_past_horizon", replay.archives_past_horizon);
    list.cost("total_exact", simulation.bill.total_exact);
    list.cost("total", simulation.bill.total);
}

void add_states(const service::FileStates& files, const service::ByteStates& bytes, FigureList& list) {
    list.count("arrived.files", files.arrived);
    list.count("stored.files", files.stored);
    list.count("waiting.files", files.waiting);
    list.count("failed.files", files.failed);
    list.count("vanished.files", files.vanished);
    list.bytes("arrived.bytes", bytes.arrived);
    list.bytes("stored.bytes", bytes.stored);
    list.bytes("waiting.bytes", bytes.waiting);
    list.bytes("failed.bytes", bytes.failed);
    list.bytes("vanished.bytes", bytes.vanished);
}

void add_faults(const service::FaultCounts& faults, FigureList& list) {
    list.count("fetch_attempts", faults.fetch_attempts);
    list.count("fetch_attempts_failed", faults.fetch_attempts_failed);
    list.count("files_given_up", faults.files_given_up);
    list.count("upload_attempts", faults.upload_attempts);
    list.count("upload_attempts_failed", faults.upload_attempts_failed);
    list.count("archives_given_up", faults.archives_given_up);
    list.count("files_in_archives_given_up", faults.files_in_archives_given_up);
    list.count("files_vanished", faults.files_vanished);
    list.count("deleted_before_fetch", faults.deleted_before_fetch);
}

void add_backfill(const service::BackfillOutcome& backfill, FigureList& list) {
    list.enter("service.backfill.");
    add_states(backfill.files, backfill.bytes, list);
    list.count("archives", backfill.archives);
    list.time("done_us", backfill.done);
    list.count("dead_drives", backfill.dead_drives);
    list.count("files_on_dead_drives", backfill.files_on_dead_drives);
    list.bytes("bytes_on_dead_drives", backfill.bytes_on_dead_drives);
    list.latency("live_meanwhile", backfill.live_meanwhile, true);
    list.latency("live_afterwards", backfill.live_afterwards, backfill.done.has_value());
}

UInt128 busy_of(const service::PoolOutcome& pool) {
    UInt128 sum = 0;
    for (const std::uint64_t busy : pool.busy_by_hour)
        sum += busy;
    return sum;
}

void add_pool(const std::string& name, const service::PoolOutcome& pool, FigureList& list) {
    list.enter("service.pools." + name + ".");
    list.time_sum("busy_us", busy_of(pool));
    list.count("longest_line", pool.longest_line);
}

void add_pipeline(const service::PipelineOutcome& pipeline, FigureList& list) {
    list.enter("service.files.");
    add_states(pipeline.files, pipeline.bytes, list);
    list.enter("service.faults.");
    add_faults(pipeline.faults, list);
    if (pipeline.backfill) add_backfill(*pipeline.backfill, list);
    add_pool("fetchers", pipeline.fetchers, list);
    add_pool("uploaders", pipeline.uploaders, list);
    list.enter("service.");
    list.bytes("staging.most_bytes", pipeline.staging_most);
    list.count("staging.closed_for_room", pipeline.closed_for_room);
    list.time("oldest_unprotected_us", pipeline.oldest_unprotected);
}

void add_requests(const service::RestoreOutcome& restore, FigureList& list) {
    list.count("requests", restore.requests);
    list.count("not_found", restore.not_found);
    list.count("restored", restore.restored);
    list.count("open", restore.open);
    list.count("retrievals", restore.retrievals);
    list.count("joined", restore.joined);
    list.count("served_by_copies", restore.served_by_copies);
    list.count("beyond_pacing", restore.beyond_pacing);
    list.bytes("bytes_retrieved", restore.bytes_retrieved);
    list.bytes("bytes_downloaded", restore.bytes_downloaded);
    list.bytes("transfer_out", restore.transfer_out);
    list.latency("time_us", restore.time, restore.restored > 0);
    list.time("complete_us", restore.batch_time);
}

/// By number: several restores may bear one name.
void add_restores(const std::vector<service::RestoreOutcome>& restores, FigureList& list) {
    for (std::size_t i = 0; i < restores.size(); ++i) {
        list.enter(fmt::format("service.restores.{}.", i + 1));
        add_requests(restores[i], list);
    }
}

void add_audit(const service::LifeResult& life, FigureList& list) {
    list.enter("service.audit.");
    list.count("audits", life.audit.audits);
    list.count("looked_at", life.audit.looked_at);
    list.count("compared", life.audit.compared);
    list.bytes("bytes", life.audit.bytes);
    list.bytes("store_bytes", life.audit.store_bytes);
    list.enter("service.restore_test.store.");
    add_requests(life.tests_to_store.files, list);
    list.count("overdue", life.tests_to_store.overdue);
    list.enter("service.restore_test.s3.");
    add_requests(life.tests_to_region.files, list);
    list.count("overdue", life.tests_to_region.overdue);
    list.enter("service.restore_test.");
    list.count("failed", life.tests_failed);
}

void add_damage(const service::LifeResult& life, FigureList& list) {
    const service::DamageOutcome& damage = life.damage;
    const std::uint64_t found = damage.found_by_audit + damage.found_by_restore +
                                damage.found_by_restore_test + damage.found_by_compaction;
    list.enter("service.damage.");
    list.count("happened", damage.happened);
    list.count("found_by_audit", damage.found_by_audit);
    list.count("found_by_restore", damage.found_by_restore);
    list.count("found_by_restore_test", damage.found_by_restore_test);
    list.count("found_by_compaction", damage.found_by_compaction);
    list.count("gone", damage.gone);
    list.count("unseen_now", damage.unseen_now);
    list.latency("unseen_us", damage.unseen, found > 0);
    list.count("year_old", damage.year_old);
    list.count("found_within_year", damage.found_within_year);
    list.enter("service.reads.");
    list.count("reads", life.reads.reads);
    list.count("never_read", life.reads.never_read);
    list.count("backfill_unread", life.reads.backfill_unread);
    list.time("backfill_read_us", life.reads.backfill_read);
}

void add_changes(const service::LifeResult& life, FigureList& list) {
    list.enter("service.deletions.");
    list.count("files_deleted", life.deletions.files_deleted);
    list.bytes("bytes_deleted", life.deletions.bytes_deleted);
    list.count("overwritten", life.deletions.overwritten);
    list.count("archives_deleted", life.deletions.archives_deleted);
    list.count("archives_deleted_early", life.deletions.archives_deleted_early);
    list.bytes("dead_now", life.deletions.dead_now);
    list.bytes("dead_most", life.deletions.dead_most);
    list.enter("service.compaction.");
    list.count("archives", life.compaction.archives);
    list.bytes("bytes_read", life.compaction.bytes_read);
    list.bytes("live_bytes", life.compaction.live_bytes);
    list.count("new_archives", life.compaction.new_archives);
    list.bytes("new_bytes", life.compaction.new_bytes);
    list.enter("service.");
    list.count("archives_at_end", life.archives);
    list.bytes("bytes_at_end", life.bytes);
}

}  // namespace

std::vector<Figure> figures_of(const Simulation& simulation) {
    FigureList list;
    add_replay(simulation, list);
    if (simulation.service) {
        const service::LifeResult& life = simulation.service->life;
        add_pipeline(simulation.service->pipeline, list);
        add_restores(life.restores, list);
        add_audit(life, list);
        add_damage(life, list);
        add_changes(life, list);
    }
    return std::move(list).take();
}

}  // namespace firn::planner
