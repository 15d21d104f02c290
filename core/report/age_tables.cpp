#include "core/report/age_tables.hpp"

#include "core/report/amounts.hpp"
#include "core/report/plan_tables.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

namespace firn::report {

namespace {

using planner::AgePlan;
using planner::SizeOutcome;

/// What sets the age apart: "recommended", "the cheapest pair", "the scenario's", "misses stored_within".
std::string note_of(const PlanReport& report, std::size_t i) {
    const AgePlan& age = report.plan.ages[i];
    std::vector<std::string> notes;
    if (i == report.plan.pair.age) notes.emplace_back("recommended");
    if (i == report.plan.pair.cheapest_age) notes.emplace_back("cheapest");
    if (age.max_age == report.scenario.pipeline.max_age) notes.emplace_back("the scenario's");
    const bool is_recommended = i == report.plan.pair.age;
    const SizeOutcome& best = is_recommended ? report.plan.recommended() : age.recommended();
    for (const planner::MissedTarget& missed : best.missed)
        notes.push_back("misses " + missed.target);
    return fmt::format("{}", fmt::join(notes, ", "));
}

}  // namespace

Table ages_table(const PlanReport& report) {
    const scenario::LatencyQuantile share = report.scenario.targets.stored_share;
    Table table{.columns = {{"waits at most"},
                            {"best size"},
                            {"archives"},
                            {"cost"},
                            {quantile_name(share) + " stored after"},
                            {"closed by age"},
                            {"real size, mean"},
                            {"restore reads"},
                            {"note", Align::left}}};
    for (std::size_t i = 0; i < report.plan.ages.size(); ++i) {
        const AgePlan& age = report.plan.ages[i];
        // The recommended pair is chosen among all ages, which may differ from the best size of its age
        // alone.
        const SizeOutcome& best = i == report.plan.pair.age ? report.plan.recommended() : age.recommended();
        table.rows.push_back(
            {age.max_age ? firn::to_text(*age.max_age) : "none", firn::to_text(best.bundle_size),
             with_separators(std::to_string(best.archives)), amount_text(best.cost, report.plan.bill),
             to_rough_text(planner::latency_at(best.latency, share)),
             percent_text(best.closed_by_age, best.archives) + " %", to_rough_text(best.mean_bundle),
             to_rough_text(best.restore_read), note_of(report, i)});
    }
    return table;
}

Table hours_table(const backup::HoursOfDay& hours) {
    Table table{.columns = {{"hour (UTC)"}, {"archives"}, {"closed by age"}, {"real size, mean"}}};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const backup::HourOfDay& hour = hours.at(i);
        const bool any = hour.archives > 0;
        table.rows.push_back({fmt::format("{:02}", i), with_separators(std::to_string(hour.archives)),
                              any ? percent_text(hour.closed_by_age, hour.archives) + " %" : "-",
                              any ? to_rough_text(backup::mean_bundle(hour)) : "-"});
    }
    return table;
}

}  // namespace firn::report
