#include "core/report/risk_report.hpp"

#include "core/report/plan_tables.hpp"
#include "core/report/replay_json.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using planner::RestoreRisk;
using planner::SizeOutcome;

bool loses_files(const PlanReport& report) {
    const auto& changes = report.scenario.life.changes;
    return changes.has_value();
}

/// Restores of single files of which some came back.
std::vector<std::size_t> single_restores(const planner::Plan& plan) {
    std::vector<std::size_t> shown;
    const auto& restores = plan.recommended().risk.restores;
    for (std::size_t i = 0; i < restores.size(); ++i) {
        if (restores[i].restored > 0 && !restores[i].batch_time) shown.push_back(i);
    }
    return shown;
}

std::string restored_text(const SizeOutcome& outcome, std::size_t restore) {
    const RestoreRisk& risk = outcome.risk.restores[restore];
    return risk.restored == 0 ? "-" : to_rough_text(risk.time.p99);
}

std::vector<std::string> row_of(const PlanReport& report, const SizeOutcome& outcome, std::string name) {
    std::vector<std::string> row{std::move(name),
                                 to_rough_text(outcome.latency.p50),
                                 to_rough_text(outcome.latency.p99),
                                 to_rough_text(outcome.risk.oldest_unprotected),
                                 to_rough_text(outcome.at_risk_mean),
                                 to_rough_text(outcome.at_risk_max),
                                 to_rough_text(outcome.restore_read),
                                 to_rough_text(outcome.risk.restore_time)};
    for (const std::size_t restore : single_restores(report.plan))
        row.push_back(restored_text(outcome, restore));
    row.push_back(with_separators(format_fixed(outcome.risk.files_per_archive, 1)));
    if (loses_files(report)) {
        row.push_back(format_fixed(Rational{outcome.risk.holes.dead_share() * 100}, 1) + " %");
        row.push_back(to_rough_text(outcome.risk.holes.dead_most));
    }
    return row;
}

Json restore_json(const RestoreRisk& restore) {
    Json json;
    json["name"] = restore.name;
    json["restored"] = restore.restored;
    json["open"] = restore.open;
    json["time_us"] = latency_json(restore.time);
    json["batch_time_us"] = duration_json(restore.batch_time);
    return json;
}

}  // namespace

Table risk_table(const PlanReport& report, bool all) {
    Table table;
    for (const char* heading : {"bundle size", "half wait", "99 % wait", "longest wait", "at risk, mean",
                                "at risk, most", "restore reads", "one file back in"})
        table.columns.push_back({heading});
    for (const std::size_t restore : single_restores(report.plan))
        table.columns.push_back({"p99 of " + report.plan.recommended().risk.restores[restore].name});
    table.columns.push_back({"files an archive"});
    if (loses_files(report)) {
        table.columns.push_back({"holes"});
        table.columns.push_back({"holes, most"});
    }
    for (std::size_t i = 0; i < report.plan.sizes.size(); ++i) {
        if (!all && !is_shown(report, i)) continue;
        const SizeOutcome& outcome = report.plan.sizes[i];
        table.rows.push_back(row_of(report, outcome, to_text(outcome.bundle_size)));
    }
    table.rows.push_back(row_of(report, report.plan.unbundled, "none"));
    return table;
}

Json risk_json(const SizeOutcome& outcome) {
    const planner::RiskSheet& risk = outcome.risk;
    Json json;
    json["waiting_us"] = {{"p50", outcome.latency.p50.count()},
                          {"p99", outcome.latency.p99.count()},
                          {"max", outcome.latency.max.count()},
                          {"oldest_unprotected", risk.oldest_unprotected.count()}};
    json["at_risk_bytes"] = {{"mean", outcome.at_risk_mean.count()}, {"max", outcome.at_risk_max.count()}};
    json["restore_read_bytes"] = outcome.restore_read.count();
    json["restore_time_us"] = risk.restore_time.count();
    json["files_per_archive"] = format_decimal(risk.files_per_archive);
    json["holes"] = {{"dead_bytes", risk.holes.dead.count()},
                     {"dead_bytes_most", risk.holes.dead_most.count()},
                     {"dead_share", format_decimal(risk.holes.dead_share())}};
    json["restores"] = Json::array();
    for (const RestoreRisk& restore : risk.restores)
        json["restores"].push_back(restore_json(restore));
    return json;
}

}  // namespace firn::report
