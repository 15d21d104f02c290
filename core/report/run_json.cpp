#include "core/report/run_json.hpp"

#include "core/planner/size_outcome.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/grade_report.hpp"
#include "core/report/replay_json.hpp"
#include "core/report/service_json.hpp"
#include "core/report/target_sentences.hpp"
#include "core/report/usage_json.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>

namespace firn::report {

namespace {

/// A month of the bill. One after the horizon, to which a copy of the last month reaches, has no usage.
Json month_json(const SimulationReport& report, std::size_t i) {
    const pricing::Bill& bill = report.simulation.bill;
    const auto& periods = report.simulation.usage.periods;
    const usage::Period used =
        i < periods.size() ? periods[i] : usage::Period{.month = bill.periods[i].month};
    return {{"month", to_text(used.month)},
            {"usage", usage_json(used)},
            {"bill", period_bill_json(bill.periods[i], bill.rounding)}};
}

}  // namespace

std::optional<ServiceTold> service_of(const SimulationReport& report) {
    if (!report.simulation.service) return std::nullopt;
    return ServiceTold{report.scenario, report.simulation.service->pipeline, report.simulation.service->life,
                       report.scenario.start};
}

Json run_json(const SimulationReport& report) {
    const backup::ReplayResult& replay = report.simulation.replay;
    const pricing::Bill& bill = report.simulation.bill;
    Json json;
    json["bundle_bytes"] = replay.bundle_size.count();
    json["files"] = replay.files;
    json["archives"] = replay.archives;
    json["closed_by_age"] = replay.closed_by_age;
    json["max_age_us"] = duration_json(replay.max_age);
    json["mean_bundle_bytes"] = backup::mean_bundle(replay).count();
    json["raw_bytes"] = replay.raw_bytes.count();
    json["archive_bytes"] = replay.archive_bytes.count();
    json["billed_bytes"] = replay.billed_bytes.count();
    json["upload_requests"] = replay.upload_requests;
    json["makespan_us"] = replay.makespan.count();
    json["fetch_wait_sum_us"] = count_json(replay.fetch_wait_sum);
    json["latency_us"] = latency_json(replay.latency);
    json["restore_read_bytes"] = backup::mean_restore_read(replay).count();
    json["at_risk_bytes"] = {{"mean", planner::mean_at_risk(replay).count()},
                             {"max", replay.at_risk.maximum.count()}};
    if (Json targets = targets_json(report); !targets.empty()) json["targets"] = std::move(targets);
    json["fingerprint"] = fmt::format("{:016x}", replay.fingerprint);
    json["archives_past_horizon"] = replay.archives_past_horizon;
    json["hours"] = hours_json(replay.hours);
    if (!report.backfill.empty()) json["backfill_reading"] = report.backfill;
    if (const auto service = service_of(report)) json["service"] = service_json(*service);
    json["currency"] = bill.currency;
    json["rounding"] = std::string{pricing::to_text(bill.rounding)};
    json["months"] = Json::array();
    for (std::size_t i = 0; i < bill.periods.size(); ++i)
        json["months"].push_back(month_json(report, i));
    json["total_exact"] = format_decimal(bill.total_exact.amount());
    json["total"] = pricing::to_text(bill.total, bill.rounding);
    json["grades"] = grades_json(report.simulation.grades);
    return json;
}

}  // namespace firn::report
