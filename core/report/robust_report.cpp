#include "core/report/robust_report.hpp"

#include "core/planner/cost_grades.hpp"
#include "core/report/amounts.hpp"
#include "core/report/assumption.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::report {

namespace {

using planner::Movement;
using planner::Robustness;

std::string percent_more(const Money& cost, const Money& least) {
    if (least.is_zero()) return "0.00 %";
    return format_fixed(Rational{(cost.amount() / least.amount() - 1) * 100}, 2) + " %";
}

/// The assumption under which keeping the size costs most against the one to take then.
const Movement& worst(const Robustness& robustness) {
    const auto extra = [](const Movement& m) {
        return m.cost.is_zero() ? Rational{0} : Rational{m.cost_of_kept.amount() / m.cost.amount()};
    };
    return *std::max_element(robustness.movements.begin(), robustness.movements.end(),
                             [&](const Movement& a, const Movement& b) { return extra(a) < extra(b); });
}

std::string sentences(const PlanReport& report, const char* bullet) {
    const Robustness& robustness = *report.robustness;
    const Movement& most = worst(robustness);
    const std::string kept = to_text(robustness.kept);
    return fmt::format(
               "{}Between the sizes of the table, {} is the smallest within 1 % of the cheapest, {}.\n",
               bullet, to_text(robustness.refined), to_text(robustness.refined_cheapest)) +
           fmt::format(
               "{}Kept in all of these cases, {} costs at most {} more than the size to take then "
               "({}: {}).\n",
               bullet, kept, percent_more(most.cost_of_kept, most.cost), most.assumption,
               to_text(most.recommended)) +
           fmt::format("{}{}.\n", bullet, unconfirmed_assumption("the cost", report.plan.grades.prices).what);
}

Table movements_table(const PlanReport& report) {
    const pricing::Bill& bill = report.plan.bill;
    const std::string kept = to_text(report.robustness->kept);
    Table table{.columns = {{"if", Align::left},
                            {"take"},
                            {"cost"},
                            {fmt::format("cost of {}", kept)},
                            {"against it"},
                            {"", Align::left}}};
    for (const Movement& movement : report.robustness->movements) {
        table.rows.push_back({movement.assumption, to_text(movement.recommended),
                              amount_text(movement.cost, bill), amount_text(movement.cost_of_kept, bill),
                              percent_more(movement.cost_of_kept, movement.cost),
                              movement.targets_met ? "" : "targets missed"});
    }
    return table;
}

std::string heading(const PlanReport& report) {
    return fmt::format("How the answer moves, cost in {} over all months", report.plan.bill.currency);
}

}  // namespace

std::string robust_text(const PlanReport& report) {
    return fmt::format("\n{}:\n\n", heading(report)) + to_plain_text(movements_table(report)) + '\n' +
           sentences(report, "");
}

std::string robust_markdown(const PlanReport& report) {
    return fmt::format("\n## {}\n\n", heading(report)) + to_markdown(movements_table(report)) + '\n' +
           sentences(report, "- ");
}

Json robust_json(const PlanReport& report) {
    const Robustness& robustness = *report.robustness;
    Json json;
    json["kept_bytes"] = robustness.kept.count();
    json["refined_bytes"] = robustness.refined.count();
    json["refined_cost"] = format_decimal(robustness.refined_cost.amount());
    json["refined_cheapest_bytes"] = robustness.refined_cheapest.count();
    json["refined_least_cost"] = format_decimal(robustness.refined_least.amount());
    const planner::GradedCost& prices = report.plan.grades.prices;
    json["unconfirmed_percent"] = unconfirmed_percent(prices.of(pricing::Grade::unconfirmed), prices.total());
    json["movements"] = Json::array();
    for (const Movement& movement : robustness.movements)
        json["movements"].push_back({{"assumption", movement.assumption},
                                     {"targets_met", movement.targets_met},
                                     {"recommended_bytes", movement.recommended.count()},
                                     {"cost", format_decimal(movement.cost.amount())},
                                     {"cost_of_kept", format_decimal(movement.cost_of_kept.amount())}});
    return json;
}

}  // namespace firn::report
