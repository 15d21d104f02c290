#include "core/report/service_json.hpp"

#include "core/planner/restore_times.hpp"
#include "core/report/life_json.hpp"
#include "core/report/outage_words.hpp"
#include "core/report/replay_json.hpp"
#include "core/report/service_figures.hpp"

namespace firn::report {

namespace {

using service::BackfillOutcome;

Json instant_json(const ServiceTold& told, const std::optional<Duration>& since_start) {
    return since_start ? Json(to_text(told.start + *since_start)) : Json(nullptr);
}

Json decimal_json(const std::optional<Rational>& value) {
    return value ? Json(format_decimal(*value)) : Json(nullptr);
}

Json states_json(const service::FileStates& files, const service::ByteStates& bytes) {
    const auto state = [](std::uint64_t count, Bytes size) {
        return Json{{"files", count}, {"bytes", size.count()}};
    };
    return {{"arrived", state(files.arrived, bytes.arrived)},
            {"stored", state(files.stored, bytes.stored)},
            {"waiting", state(files.waiting, bytes.waiting)},
            {"failed", state(files.failed, bytes.failed)},
            {"vanished", state(files.vanished, bytes.vanished)}};
}

Json faults_json(const service::FaultCounts& faults) {
    return {{"fetch_attempts", faults.fetch_attempts},
            {"fetch_attempts_failed", faults.fetch_attempts_failed},
            {"files_given_up", faults.files_given_up},
            {"upload_attempts", faults.upload_attempts},
            {"upload_attempts_failed", faults.upload_attempts_failed},
            {"archives_given_up", faults.archives_given_up},
            {"files_in_archives_given_up", faults.files_in_archives_given_up},
            {"files_vanished", faults.files_vanished},
            {"deleted_before_fetch", faults.deleted_before_fetch}};
}

Json backfill_json(const ServiceTold& told, const BackfillOutcome& backfill) {
    const bool by_checksum = told.scenario.backfill->verification == scenario::Verification::checksum;
    Json json = states_json(backfill.files, backfill.bytes);
    json["archives"] = backfill.archives;
    json["done_us"] = duration_json(backfill.done);
    json["done_at"] = instant_json(told, backfill.done);
    json["verification"] = by_checksum ? "checksum" : "audit";
    if (!by_checksum) json["archives_unread"] = told.life.reads.backfill_unread;
    json["switch_off_us"] = duration_json(switch_off(told));
    json["switch_off_at"] = instant_json(told, switch_off(told));
    json["dead_drives"] = backfill.dead_drives;
    json["files_on_dead_drives"] = backfill.files_on_dead_drives;
    json["bytes_on_dead_drives"] = backfill.bytes_on_dead_drives.count();
    json["live_meanwhile"] = latency_json(backfill.live_meanwhile);
    json["live_afterwards"] = latency_json(backfill.live_afterwards);
    json["live_without"] = backfill.live_without ? latency_json(*backfill.live_without) : Json(nullptr);
    return json;
}

Json pool_json(const PoolFigures& figures) {
    return {{"name", figures.name},
            {"workers", figures.pool.workers},
            {"is_scheduled", figures.is_scheduled},
            {"busy_us", count_json(figures.busy)},
            {"busy_mean", format_decimal(figures.busy_mean)},
            {"busy_peak", format_decimal(figures.busy_peak)},
            {"use_mean", decimal_json(figures.use_mean())},
            {"use_peak", decimal_json(figures.use_peak())},
            {"peak_hour", figures.peak_hour ? Json(to_text(*figures.peak_hour)) : Json(nullptr)},
            {"longest_line", figures.pool.longest_line}};
}

Json unprotected_json(const ServiceTold& told, const Duration& target) {
    return {{"target_us", target.count()}, {"meets_target", told.pipeline.oldest_unprotected <= target}};
}

}  // namespace

Json service_json(const ServiceTold& told) {
    const service::PipelineOutcome& pipeline = told.pipeline;
    Json json;
    json["files"] = states_json(pipeline.files, pipeline.bytes);
    if (can_have_faults(told.scenario)) json["faults"] = faults_json(pipeline.faults);
    if (pipeline.backfill) json["backfill"] = backfill_json(told, *pipeline.backfill);
    if (!told.scenario.place.outages.empty())
        json["outages"] = outages_json(told.scenario, planner::horizon_of(told.life, told.start));
    json["pools"] = Json::array();
    for (const PoolFigures& figures : pools_of(told))
        json["pools"].push_back(pool_json(figures));
    if (const auto& staging = told.scenario.place.staging) {
        json["staging"] = {{"size_bytes", staging->count()},
                           {"most_bytes", pipeline.staging_most.count()},
                           {"closed_for_room", pipeline.closed_for_room}};
    }
    json["oldest_unprotected_us"] = pipeline.oldest_unprotected.count();
    if (const auto& target = told.scenario.targets.unprotected_age)
        json["unprotected_age"] = unprotected_json(told, *target);
    add_life(told, json);
    return json;
}

}  // namespace firn::report
