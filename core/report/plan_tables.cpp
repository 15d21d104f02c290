#include "core/report/plan_tables.hpp"

#include "core/planner/cheaper_but_missing.hpp"
#include "core/report/amounts.hpp"
#include "core/report/indifference_sentences.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

namespace firn::report {

namespace {

using planner::SizeOutcome;

Money charge_of(const SizeOutcome& outcome, usage::ChargeType charge) {
    const auto found = std::find_if(outcome.cost_by_charge.begin(), outcome.cost_by_charge.end(),
                                    [&](const auto& entry) { return entry.first == charge; });
    return found == outcome.cost_by_charge.end() ? Money{} : found->second;
}

/// The charges that any size has, in the order of the bill.
std::vector<usage::ChargeType> charges_of(const planner::Plan& plan) {
    std::vector<usage::ChargeType> charges;
    for (const SizeOutcome& outcome : plan.sizes) {
        for (const auto& [charge, cost] : outcome.cost_by_charge)
            charges.push_back(charge);
    }
    std::sort(charges.begin(), charges.end());
    charges.erase(std::unique(charges.begin(), charges.end()), charges.end());
    return charges;
}

bool is_doubling(Bytes size) {
    const auto count = static_cast<std::uint64_t>(size.count());
    return std::has_single_bit(count) && size >= Bytes::from_mib(1);
}

std::string cheapest_text(const planner::Plan& plan) {
    std::string text{plan.ages.empty() ? "cheapest" : "cheapest at this age"};
    return planner::cheaper_but_missing(plan) ? text + " that meets the targets" : text;
}

/// What sets the size apart: "recommended", "cheapest, misses stored_within".
std::string note_of(const PlanReport& report, const SizeOutcome& outcome) {
    const planner::Recommendation& chosen = report.plan.recommendation;
    std::vector<std::string> notes;
    const auto indifference = indifference_of(report);
    if (indifference && outcome.bundle_size == kept_size(report)) notes.emplace_back("as good as any");
    if (!indifference && outcome.bundle_size == report.plan.sizes[chosen.size].bundle_size)
        notes.emplace_back("recommended");
    const bool is_cheapest = outcome.bundle_size == report.plan.sizes[chosen.cheapest].bundle_size;
    if (is_cheapest && !(indifference && indifference->spread == 0))
        notes.push_back(cheapest_text(report.plan));
    const auto cheaper = planner::cheaper_but_missing(report.plan);
    if (cheaper && outcome.bundle_size == cheaper->bundle_size && outcome.max_age == cheaper->max_age)
        notes.emplace_back("cheapest of all");
    if (outcome.bundle_size == report.scenario.pipeline.bundle_size) notes.emplace_back("the scenario's");
    for (const planner::MissedTarget& missed : outcome.missed)
        notes.push_back("misses " + missed.target);
    return fmt::format("{}", fmt::join(notes, ", "));
}

std::string missed_text(const SizeOutcome& outcome) {
    std::string text = "each file alone";
    for (const planner::MissedTarget& missed : outcome.missed)
        text += ", misses " + missed.target;
    return text;
}

std::vector<std::string> size_row(const PlanReport& report, const SizeOutcome& outcome, std::string name,
                                  std::string note, const std::vector<usage::ChargeType>& charges) {
    const auto money_text = [&report](const Money& money) { return amount_text(money, report.plan.bill); };
    std::vector<std::string> row{std::move(name), with_separators(std::to_string(outcome.archives)),
                                 money_text(outcome.cost)};
    for (const usage::ChargeType charge : charges)
        row.push_back(money_text(charge_of(outcome, charge)));
    row.push_back(outcome.cost_per_tb_month ? money_text(*outcome.cost_per_tb_month) : "-");
    row.push_back(to_rough_text(planner::latency_at(outcome.latency, report.scenario.targets.stored_share)));
    row.push_back(to_rough_text(outcome.restore_read));
    row.push_back(to_rough_text(outcome.at_risk_max));
    row.push_back(std::move(note));
    return row;
}

/// What a month's lines of one charge come to.
struct MonthlyCharge {
    Rational quantity;
    std::string prices;  ///< "0.010"; "0.010, 0.007" where a price changed within the month
    Money cost;
};

MonthlyCharge monthly_charge(const pricing::PeriodBill& period, usage::ChargeType charge) {
    MonthlyCharge sum;
    for (const pricing::LineItem& line : period.lines) {
        if (line.charge != charge) continue;
        sum.quantity += line.quantity;
        sum.cost += line.cost_exact;
        const std::string price = to_text(line.unit_price);
        if (sum.prices.find(price) == std::string::npos)
            sum.prices += (sum.prices.empty() ? "" : ", ") + price;
    }
    return sum;
}

bool is_cheapest_of_all(const PlanReport& report, std::size_t size) {
    const auto cheaper = planner::cheaper_but_missing(report.plan);
    return cheaper && cheaper->bundle_size == report.plan.sizes[size].bundle_size;
}

}  // namespace

bool is_shown(const PlanReport& report, std::size_t size) {
    const planner::Recommendation& chosen = report.plan.recommendation;
    const Bytes bytes = report.plan.sizes[size].bundle_size;
    return is_doubling(bytes) || size == chosen.size || size == chosen.cheapest ||
           bytes == report.scenario.pipeline.bundle_size || is_cheapest_of_all(report, size);
}

std::string quantile_name(scenario::LatencyQuantile quantile) {
    switch (quantile) {
        case scenario::LatencyQuantile::p50:
            return "p50";
        case scenario::LatencyQuantile::p95:
            return "p95";
        case scenario::LatencyQuantile::p99:
            return "p99";
        case scenario::LatencyQuantile::max:
            return "max";
    }
    return "";
}

Table sizes_table(const PlanReport& report, bool all) {
    const std::vector<usage::ChargeType> charges = charges_of(report.plan);
    Table table{.columns = {{"bundle size"}, {"archives"}, {"cost"}}};
    for (const usage::ChargeType charge : charges)
        table.columns.push_back({usage::charge_words(charge)});
    table.columns.push_back({"per TB-month"});
    table.columns.push_back({quantile_name(report.scenario.targets.stored_share) + " stored after"});
    table.columns.push_back({"restore reads"});
    table.columns.push_back({"at risk, max"});
    table.columns.push_back({"note", Align::left});
    for (std::size_t i = 0; i < report.plan.sizes.size(); ++i) {
        if (!all && !is_shown(report, i)) continue;
        const SizeOutcome& outcome = report.plan.sizes[i];
        table.rows.push_back(
            size_row(report, outcome, to_text(outcome.bundle_size), note_of(report, outcome), charges));
    }
    table.rows.push_back(
        size_row(report, report.plan.unbundled, "none", missed_text(report.plan.unbundled), charges));
    return table;
}

namespace {

/// What a month costs besides storage and requests.
Money other_costs(const pricing::PeriodBill& period) {
    Money sum = period.total_exact;
    for (const pricing::LineItem& line : period.lines) {
        const bool has_column =
            line.charge == usage::ChargeType::storage || line.charge == usage::ChargeType::requests;
        if (has_column) sum = sum - line.cost_exact;
    }
    return sum;
}

}  // namespace

Table months_table(const pricing::Bill& bill) {
    Table table{.columns = {{"month", Align::left},
                            {"stored GB-Mo"},
                            {"per GB-Mo"},
                            {"storage"},
                            {"billed requests"},
                            {"per request"},
                            {"requests"}}};
    const bool has_more = std::any_of(bill.periods.begin(), bill.periods.end(),
                                      [](const auto& period) { return !other_costs(period).is_zero(); });
    if (has_more) table.columns.push_back({"all else"});
    table.columns.push_back({"month's cost"});
    table.columns.push_back({"so far"});
    const auto money_text = [&bill](const Money& money) { return amount_text(money, bill); };
    Money so_far;
    for (const pricing::PeriodBill& period : bill.periods) {
        const MonthlyCharge storage = monthly_charge(period, usage::ChargeType::storage);
        const MonthlyCharge requests = monthly_charge(period, usage::ChargeType::requests);
        so_far += period.total_exact;
        table.rows.push_back({to_text(period.month), with_separators(format_fixed(storage.quantity, 3)),
                              storage.prices, money_text(storage.cost),
                              with_separators(format_decimal(requests.quantity)), requests.prices,
                              money_text(requests.cost)});
        if (has_more) table.rows.back().push_back(money_text(other_costs(period)));
        table.rows.back().push_back(money_text(period.total_exact));
        table.rows.back().push_back(money_text(so_far));
    }
    return table;
}

}  // namespace firn::report
