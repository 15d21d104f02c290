#include "core/report/life_json.hpp"

#include "core/planner/restore_times.hpp"
#include "core/report/replay_json.hpp"
#include "core/report/service_figures.hpp"

#include <cstddef>

namespace firn::report {

namespace {

using service::RestoreOutcome;

Json optional_bool(const std::optional<bool>& value) { return value ? Json(*value) : Json(nullptr); }

/// The keys that restores and restore tests share.
Json counts_json(const RestoreOutcome& restore) {
    return {{"requests", restore.requests},
            {"not_found", restore.not_found},
            {"restored", restore.restored},
            {"open", restore.open},
            {"retrievals", restore.retrievals},
            {"joined", restore.joined},
            {"served_by_copies", restore.served_by_copies},
            {"bytes_retrieved", count_json(restore.bytes_retrieved)},
            {"bytes_downloaded", count_json(restore.bytes_downloaded)},
            {"transfer_out", count_json(restore.transfer_out)},
            {"time_us", latency_json(restore.time)}};
}

Json restore_json(const ServiceTold& told, std::size_t i) {
    const RestoreOutcome& restore = told.life.restores[i];
    Json json{{"name", restore.name}};
    json.update(counts_json(restore));
    json["beyond_pacing"] = restore.beyond_pacing;
    json["complete_us"] = duration_json(restore.batch_time);
    json["complete_at"] = restore.complete ? Json(to_text(told.start + *restore.complete)) : Json(nullptr);
    const auto targets = planner::target_outcomes(told.scenario, told.life, i);
    json["target_us"] = targets.empty() ? Json(nullptr) : Json(targets.front().target.within.count());
    json["meets_target"] = targets.empty() ? Json(nullptr) : optional_bool(targets.front().is_met);
    return json;
}

Json restores_json(const ServiceTold& told) {
    Json json = Json::array();
    for (std::size_t i = 0; i < told.life.restores.size(); ++i)
        json.push_back(restore_json(told, i));
    return json;
}

Json audit_json(const ServiceTold& told, const scenario::Audit& asked) {
    const service::AuditOutcome& audit = told.life.audit;
    return {{"audits", audit.audits},
            {"looked_at", audit.looked_at},
            {"compared", audit.compared},
            {"bytes", count_json(audit.bytes)},
            {"store_bytes", count_json(audit.store_bytes)},
            {"round_years", format_decimal(audit_round_years(asked))}};
}

Json reads_json(const service::ReadOutcome& reads) {
    const auto rate = reads_a_year(reads);
    return {{"reads", reads.reads},
            {"archive_us", count_json(reads.archive_microseconds)},
            {"reads_a_year", rate ? Json(format_decimal(*rate)) : Json(nullptr)},
            {"never_read", reads.never_read}};
}

Json tests_json(const service::LifeResult& life) {
    const auto destination = [](const service::RestoreOutcome& test) {
        Json json = counts_json(test);
        json["overdue"] = test.overdue;
        return json;
    };
    return {{"store", destination(life.tests_to_store)},
            {"s3", destination(life.tests_to_region)},
            {"files_from_damaged_archives", life.tests_failed}};
}

Json damage_json(const service::DamageOutcome& damage) {
    return {{"happened", damage.happened},
            {"found_by_audit", damage.found_by_audit},
            {"found_by_restore", damage.found_by_restore},
            {"found_by_restore_test", damage.found_by_restore_test},
            {"found_by_compaction", damage.found_by_compaction},
            {"gone", damage.gone},
            {"unseen_now", damage.unseen_now},
            {"unseen_us", latency_json(damage.unseen)},
            {"year_old", damage.year_old},
            {"found_within_year", damage.found_within_year}};
}

Json full_checks_json(const std::vector<service::FullCheck>& checks) {
    Json json = Json::array();
    for (const service::FullCheck& check : checks) {
        json.push_back(
            {{"month", to_text(check.month)}, {"archives", check.archives}, {"bytes", check.bytes.count()}});
    }
    return json;
}

Json deletions_json(const service::LifeResult& life) {
    const service::DeletionOutcome& deletions = life.deletions;
    return {{"files", deletions.files},
            {"bytes", deletions.bytes.count()},
            {"files_living", deletions.files_living},
            {"bytes_living", deletions.bytes_living.count()},
            {"files_deleted", deletions.files_deleted},
            {"bytes_deleted", deletions.bytes_deleted.count()},
            {"overwritten", deletions.overwritten},
            {"unmatched", deletions.unmatched},
            {"archives_deleted", deletions.archives_deleted},
            {"archives_deleted_early", deletions.archives_deleted_early},
            {"early_age_mean_us", duration_json(mean_early_age(life))},
            {"dead_bytes", deletions.dead_now.count()},
            {"dead_bytes_most", deletions.dead_most.count()}};
}

Json compaction_json(const service::CompactionOutcome& compaction) {
    return {{"archives", compaction.archives},
            {"bytes_read", count_json(compaction.bytes_read)},
            {"live_bytes", count_json(compaction.live_bytes)},
            {"new_archives", compaction.new_archives},
            {"new_bytes", count_json(compaction.new_bytes)}};
}

}  // namespace

void add_life(const ServiceTold& told, Json& json) {
    const scenario::Life& asked = told.scenario.life;
    const service::LifeResult& life = told.life;
    if (!life.restores.empty()) json["restores"] = restores_json(told);
    if (asked.audit) json["audit"] = audit_json(told, *asked.audit);
    if (asked.retrieves()) json["reads"] = reads_json(life.reads);
    if (asked.restore_test) json["restore_test"] = tests_json(life);
    if (asked.damage) json["damage"] = damage_json(life.damage);
    if (asked.damage && asked.damage->full_check_months)
        json["full_checks"] = full_checks_json(life.full_checks);
    if (asked.changes) json["deletions"] = deletions_json(life);
    if (asked.changes && asked.changes->compact_above) json["compaction"] = compaction_json(life.compaction);
    json["archives_at_end"] = life.archives;
    json["bytes_at_end"] = life.bytes.count();
}

}  // namespace firn::report
