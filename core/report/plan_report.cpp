#include "core/report/plan_report.hpp"

#include "core/report/adding_up.hpp"
#include "core/report/age_sentences.hpp"
#include "core/report/age_tables.hpp"
#include "core/report/assumption_json.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/grade_report.hpp"
#include "core/report/indifference_sentences.hpp"
#include "core/report/json_value.hpp"
#include "core/report/plan_basis.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/report/plan_tables.hpp"
#include "core/report/replay_json.hpp"
#include "core/report/risk_report.hpp"
#include "core/report/robust_report.hpp"
#include "core/report/settings_notes.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace firn::report {

namespace {

using planner::SizeOutcome;

Json outcome_json(const SizeOutcome& outcome) {
    Json json;
    json["files"] = outcome.files;
    json["archives"] = outcome.archives;
    json["archives_past_horizon"] = outcome.archives_past_horizon;
    json["closed_by_age"] = outcome.closed_by_age;
    json["mean_bundle_bytes"] = outcome.mean_bundle.count();
    json["cost"] = format_decimal(outcome.cost.amount());
    json["cost_by_charge"] = Json::object();
    for (const auto& [charge, cost] : outcome.cost_by_charge) {
        json["cost_by_charge"][std::string{usage::to_text(charge)}] = format_decimal(cost.amount());
    }
    json["cost_per_tb_month"] =
        outcome.cost_per_tb_month ? Json(format_decimal(outcome.cost_per_tb_month->amount())) : Json(nullptr);
    json["latency_us"] = latency_json(outcome.latency);
    json["restore_read_bytes"] = outcome.restore_read.count();
    json["at_risk_bytes"] = {{"mean", outcome.at_risk_mean.count()}, {"max", outcome.at_risk_max.count()}};
    json["risk"] = risk_json(outcome);
    json["meets_targets"] = outcome.meets_targets();
    json["missed"] = Json::array();
    for (const planner::MissedTarget& missed : outcome.missed) {
        json["missed"].push_back({{"target", missed.target}, {"reason", missed.reason}});
    }
    return json;
}

Json size_json(const SizeOutcome& outcome) {
    Json json;
    json["bundle_bytes"] = outcome.bundle_size.count();
    json["max_age_us"] = duration_json(outcome.max_age);
    json.update(outcome_json(outcome));
    return json;
}

Json region_json(const planner::FlatRegion& region) {
    return {{"from_bytes", region.from.count()}, {"to_bytes", region.to.count()}};
}

/// Why the size decides nothing, and what to stay with; null where it does decide.
Json indifference_json(const PlanReport& report) {
    const auto indifference = indifference_of(report);
    if (!indifference) return nullptr;
    return {{"spread", format_decimal(indifference->spread, 6)},
            {"keep_bytes", kept_size(report).count()},
            {"reason", reason_text(*indifference)}};
}

/// What each largest age would mean at its best size; the sizes themselves are in `sizes`.
Json ages_json(const PlanReport& report) {
    Json json = Json::array();
    for (std::size_t i = 0; i < report.plan.ages.size(); ++i) {
        const planner::AgePlan& age = report.plan.ages[i];
        Json entry;
        entry["max_age_us"] = duration_json(age.max_age);
        entry["recommended"] = age.recommended().bundle_size.count();
        entry["cheapest"] = age.sizes[age.recommendation.cheapest].bundle_size.count();
        entry["targets_met"] = age.recommendation.targets_met;
        entry["flat_1pct"] = region_json(age.recommendation.flat_1pct);
        entry["flat_5pct"] = region_json(age.recommendation.flat_5pct);
        entry.update(outcome_json(age.recommended()));
        json.push_back(std::move(entry));
    }
    return json;
}

/// They add up as they are shown.
Json charges_json(const std::vector<std::pair<usage::ChargeType, Money>>& charges) {
    std::vector<Rational> parts;
    for (const auto& [charge, cost] : charges)
        parts.push_back(cost.amount());
    parts = adding_up(std::move(parts), 12);
    Json json = Json::object();
    for (std::size_t i = 0; i < parts.size(); ++i)
        json[std::string{usage::to_text(charges[i].first)}] = format_decimal(parts[i]);
    return json;
}

Json limits_json(const planner::Recommendation& recommendation) {
    Json json = Json::array();
    for (const planner::Limit& limit : recommendation.limits) {
        Json entry{{"side", limit.side == planner::Limit::Side::smaller ? "smaller" : "larger"},
                   {"cause", limit.cause},
                   {"bundle_bytes", limit.at ? Json(limit.at->count()) : Json(nullptr)},
                   {"reason", limit.reason}};
        entry["extra_cost"] = limit.extra ? Json(format_decimal(limit.extra->amount())) : Json(nullptr);
        entry["extra_by_charge"] = charges_json(limit.extra_by_charge);
        json.push_back(std::move(entry));
    }
    return json;
}

/// Costs of all sizes with the prices of the scenario's beginning; null when they hold anyway.
Json held_json(const planner::Plan& plan) {
    if (!plan.held) return nullptr;
    Json json;
    json["prices_of"] = to_text(plan.held->prices_of);
    json["recommended"] = plan.held->recommended().bundle_size.count();
    json["cost"] = format_decimal(plan.held->recommended().cost.amount());
    json["sizes"] = Json::array();
    for (const SizeOutcome& outcome : plan.held->sizes) {
        json["sizes"].push_back(
            {{"bundle_bytes", outcome.bundle_size.count()}, {"cost", format_decimal(outcome.cost.amount())}});
    }
    return json;
}

std::vector<std::string> csv_row(const SizeOutcome& outcome, const std::string& name, const std::string& age,
                                 bool recommended) {
    std::vector<std::string> row{name, age, std::to_string(outcome.archives),
                                 format_decimal(outcome.cost.amount())};
    for (const usage::ChargeType charge : {usage::ChargeType::storage, usage::ChargeType::requests}) {
        Money cost;
        for (const auto& [known, sum] : outcome.cost_by_charge) {
            if (known == charge) cost += sum;
        }
        row.push_back(format_decimal(cost.amount()));
    }
    row.push_back(outcome.cost_per_tb_month ? format_decimal(outcome.cost_per_tb_month->amount()) : "");
    for (const Duration latency : {outcome.latency.mean, outcome.latency.p50, outcome.latency.p95,
                                   outcome.latency.p99, outcome.latency.max}) {
        row.push_back(std::to_string(latency.count()));
    }
    for (const Bytes bytes :
         {outcome.mean_bundle, outcome.restore_read, outcome.at_risk_mean, outcome.at_risk_max}) {
        row.push_back(std::to_string(bytes.count()));
    }
    row.push_back(std::to_string(outcome.risk.restore_time.count()));
    row.push_back(format_decimal(outcome.risk.files_per_archive));
    row.push_back(format_decimal(outcome.risk.holes.dead_share()));
    row.emplace_back(outcome.meets_targets() ? "true" : "false");
    row.emplace_back(recommended ? "true" : "false");
    return row;
}

/// Every size, age by age.
std::vector<const SizeOutcome*> all_outcomes(const planner::Plan& plan) {
    std::vector<const SizeOutcome*> outcomes;
    for (const planner::AgePlan& age : plan.ages) {
        for (const SizeOutcome& outcome : age.sizes)
            outcomes.push_back(&outcome);
    }
    if (!outcomes.empty()) return outcomes;
    for (const SizeOutcome& outcome : plan.sizes)
        outcomes.push_back(&outcome);
    return outcomes;
}

std::string bullet_list(const std::vector<std::string>& lines, std::string_view bullet) {
    std::string text;
    for (const std::string& line : lines)
        text += fmt::format("{}{}\n", bullet, line);
    return text;
}

/// "Bundle sizes, each waiting at most 5 min": which age the table of sizes is for.
std::string at_age(const planner::Plan& plan) {
    return plan.ages.empty() ? std::string{} : " that " + wait_text(plan.recommended().max_age);
}

std::string ages_text(const PlanReport& report) {
    return fmt::format("\nLargest ages, each with its best size, cost in {} over all months:\n\n",
                       report.plan.bill.currency) +
           to_plain_text(ages_table(report)) + "\nHours of the day with the recommended pair:\n\n" +
           to_plain_text(hours_table(report.plan.replay.hours));
}

std::string ages_markdown(const PlanReport& report) {
    return fmt::format("\n## Largest ages, each with its best size, cost in {}\n\n",
                       report.plan.bill.currency) +
           to_markdown(ages_table(report)) + "\n## Hours of the day with the recommended pair\n\n" +
           to_markdown(hours_table(report.plan.replay.hours));
}

}  // namespace

std::string plan_text(const PlanReport& report) {
    std::string text = bullet_list(plan_sentences(report), "");
    if (!report.plan.ages.empty()) text += ages_text(report);
    text += fmt::format("\nBundle sizes{}, cost in {} over all months:\n\n", at_age(report.plan),
                        report.plan.bill.currency);
    text += to_plain_text(sizes_table(report, report.all_sizes));
    if (!report.all_sizes && report.plan.ages.empty()) text += "(every size: --all-sizes)\n";
    if (report.risk) text += "\nRisk of each size:\n\n" + to_plain_text(risk_table(report, report.all_sizes));
    text +=
        fmt::format("\nMonths at {}{}, exact costs, shown rounded, in {}:\n\n",
                    to_text(report.plan.recommended().bundle_size),
                    indifference_of(report) ? ", much as at any other size" : "", report.plan.bill.currency);
    text += to_plain_text(months_table(report.plan.bill));
    if (report.robustness != nullptr) text += robust_text(report);
    text += "\nThis rests on:\n" + bullet_list(plan_assumptions(report), "- ");
    return text;
}

std::string plan_markdown(const PlanReport& report) {
    std::string text = fmt::format("# Bundle size for {}\n\n", report.scenario.name);
    text += bullet_list(plan_sentences(report), "- ");
    if (!report.plan.ages.empty()) text += ages_markdown(report);
    text +=
        fmt::format("\n## Bundle sizes{}, cost in {}\n\n", at_age(report.plan), report.plan.bill.currency);
    text += to_markdown(sizes_table(report, true));
    if (report.risk) text += "\n## Risk of each size\n\n" + to_markdown(risk_table(report, true));
    text += fmt::format("\n## Months at {}\n\n", to_text(report.plan.recommended().bundle_size));
    text += to_markdown(months_table(report.plan.bill));
    if (report.robustness != nullptr) text += robust_markdown(report);
    return text + "\n## This rests on\n\n" + bullet_list(plan_assumptions(report), "- ");
}

std::string plan_csv(const PlanReport& report) {
    Table table;
    for (const char* heading :
         {"bundle_bytes",      "max_age_us",         "archives",           "cost",
          "storage",           "requests",           "cost_per_tb_month",  "latency_mean_us",
          "latency_p50_us",    "latency_p95_us",     "latency_p99_us",     "latency_max_us",
          "mean_bundle_bytes", "restore_read_bytes", "at_risk_mean_bytes", "at_risk_max_bytes",
          "restore_time_us",   "files_per_archive",  "dead_share",         "meets_targets",
          "recommended"}) {
        table.columns.push_back({heading});
    }
    const SizeOutcome& chosen = report.plan.recommended();
    for (const SizeOutcome* outcome : all_outcomes(report.plan)) {
        const bool recommended =
            outcome->bundle_size == chosen.bundle_size && outcome->max_age == chosen.max_age;
        const std::string age = outcome->max_age ? std::to_string(outcome->max_age->count()) : "none";
        table.rows.push_back(
            csv_row(*outcome, std::to_string(outcome->bundle_size.count()), age, recommended));
    }
    table.rows.push_back(csv_row(report.plan.unbundled, "unbundled", "", false));
    return to_csv(table);
}

std::string plan_json(const PlanReport& report) {
    const planner::Recommendation& recommendation = report.plan.recommendation;
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["scenario"] = report.scenario.name;
    json["reading"] = report.reading;
    json["currency"] = report.plan.bill.currency;
    json["answer"] = plan_sentences(report);
    json["recommended"] = report.plan.recommended().bundle_size.count();
    json["recommended_max_age_us"] = duration_json(report.plan.recommended().max_age);
    json["cheapest"] = report.plan.cheapest().bundle_size.count();
    json["cheapest_max_age_us"] = duration_json(report.plan.cheapest().max_age);
    json["targets_met"] = recommendation.targets_met;
    json["indifference"] = indifference_json(report);
    json["flat_1pct"] = region_json(recommendation.flat_1pct);
    json["flat_5pct"] = region_json(recommendation.flat_5pct);
    json["limits"] = limits_json(recommendation);
    json["grades"] = grades_json(report.plan.grades);
    json["sizes"] = Json::array();
    for (const SizeOutcome* outcome : all_outcomes(report.plan))
        json["sizes"].push_back(size_json(*outcome));
    if (!report.plan.ages.empty()) json["ages"] = ages_json(report);
    json["hours"] = hours_json(report.plan.replay.hours);
    json["held"] = held_json(report.plan);
    if (report.robustness != nullptr) json["robustness"] = robust_json(report);
    json["unbundled"] = outcome_json(report.plan.unbundled);
    json["months"] = Json::array();
    for (const pricing::PeriodBill& period : report.plan.bill.periods) {
        json["months"].push_back(period_bill_json(period, report.plan.bill.rounding));
    }
    if (report.plan.bill.exchange) json["exchange"] = exchange_json(report.plan.bill);
    if (Json notes = settings_notes(report.plan.bill); !notes.empty()) json["notes"] = std::move(notes);
    json["assumed"] = report.assumed;
    json["pipeline"] = pipeline_json(report.scenario.pipeline);
    json["assumptions"] = assumptions_json(plan_basis(report));
    return json_text(json);
}

}  // namespace firn::report
