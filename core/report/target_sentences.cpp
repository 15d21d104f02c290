#include "core/report/target_sentences.hpp"

#include "core/planner/size_outcome.hpp"
#include "core/report/plan_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace firn::report {

namespace {

using planner::SizeOutcome;
using scenario::LatencyQuantile;

/// A run, judged as a size of a plan.
SizeOutcome judged(const SimulationReport& report) {
    return planner::outcome_of(report.simulation.replay, report.simulation.bill, report.scenario.targets);
}

bool is_met(const SizeOutcome& outcome, std::string_view target) {
    return std::none_of(outcome.missed.begin(), outcome.missed.end(),
                        [target](const planner::MissedTarget& missed) { return missed.target == target; });
}

std::string_view met_text(const SizeOutcome& outcome, std::string_view target) {
    return is_met(outcome, target) ? "met" : "missed";
}

/// Whether any latency was measured: with a backfill only those of live files are.
bool has_latency(const SimulationReport& report) {
    const auto& service = report.simulation.service;
    return service ? service->pipeline.files.stored > 0 : report.simulation.replay.files > 0;
}

std::string share_of_files(const SimulationReport& report) {
    const char* files = report.scenario.backfill ? "live files" : "files";
    switch (report.scenario.targets.stored_share) {
        case LatencyQuantile::p50:
            return fmt::format("half of the {}", files);
        case LatencyQuantile::p95:
            return fmt::format("95 % of the {}", files);
        case LatencyQuantile::p99:
            return fmt::format("99 % of the {}", files);
        case LatencyQuantile::max:
            return fmt::format("all {}", files);
    }
    return "";
}

std::string latency_text(const SimulationReport& report, const SizeOutcome& outcome) {
    const LatencyQuantile share = report.scenario.targets.stored_share;
    const bool is_exact = outcome.latency.quantiles_exact || share == LatencyQuantile::max;
    return (is_exact ? "" : "about ") + to_rough_text(planner::latency_at(outcome.latency, share));
}

Json meets_json(const SizeOutcome& outcome, std::string_view target, bool is_known) {
    return is_known ? Json(is_met(outcome, target)) : Json(nullptr);
}

}  // namespace

std::vector<std::string> target_sentences(const SimulationReport& report) {
    const scenario::Targets& targets = report.scenario.targets;
    const SizeOutcome outcome = judged(report);
    std::vector<std::string> sentences;
    if (targets.stored_within && has_latency(report)) {
        sentences.push_back(fmt::format("The target that {} are stored within {} is {}: it takes {}.",
                                        share_of_files(report), to_text(*targets.stored_within),
                                        met_text(outcome, "stored_within"), latency_text(report, outcome)));
    }
    if (targets.restore_read && outcome.files > 0) {
        sentences.push_back(fmt::format(
            "The target that a restore of a file reads at most {} in the mean is {}: it reads {}.",
            to_text(*targets.restore_read), met_text(outcome, "restore_read"),
            to_rough_text(outcome.restore_read)));
    }
    if (targets.at_risk) {
        sentences.push_back(fmt::format(
            "The target of at most {} at risk is {}: up to {} had arrived and was not yet stored.",
            to_text(*targets.at_risk), met_text(outcome, "at_risk"), to_rough_text(outcome.at_risk_max)));
    }
    return sentences;
}

Json targets_json(const SimulationReport& report) {
    const scenario::Targets& targets = report.scenario.targets;
    const SizeOutcome outcome = judged(report);
    Json json = Json::object();
    if (targets.stored_within) {
        json["stored_within"] = {{"target_us", targets.stored_within->count()},
                                 {"share", quantile_name(targets.stored_share)},
                                 {"meets_target", meets_json(outcome, "stored_within", has_latency(report))}};
    }
    if (targets.restore_read) {
        json["restore_read"] = {{"target_bytes", targets.restore_read->count()},
                                {"meets_target", meets_json(outcome, "restore_read", outcome.files > 0)}};
    }
    if (targets.at_risk) {
        json["at_risk"] = {{"target_bytes", targets.at_risk->count()},
                           {"meets_target", meets_json(outcome, "at_risk", true)}};
    }
    return json;
}

}  // namespace firn::report
