#include "core/planner/cost_grades.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

using pricing::LineItem;
using usage::ChargeType;

/// A count of the past, or a model. Deletions are supposed, and so is a backfill of which only numbers are
/// known.
CostGrade grade_of_files(const scenario::Scenario& scenario) {
    const bool is_counted = scenario.workload.trace || scenario.workload.monthly_totals;
    const bool is_backfill_counted = !scenario.backfill || !scenario.backfill->file.empty();
    return is_counted && is_backfill_counted && !scenario.life.changes ? CostGrade::measured
                                                                       : CostGrade::assumed;
}

CostGrade grade_of_quantity(ChargeType charge, const scenario::Scenario& scenario) {
    switch (charge) {
        case ChargeType::storage:
        case ChargeType::overhead:
        case ChargeType::requests:
        case ChargeType::staging:
            return grade_of_files(scenario);
        case ChargeType::retrieval:
        case ChargeType::retrieval_requests:
        case ChargeType::early_deletion:
        case ChargeType::transfer_out:
        case ChargeType::copy:
        case ChargeType::capacity:
            return CostGrade::assumed;
        case ChargeType::adjustment:
        case ChargeType::other:
            return CostGrade::stated;
    }
    return CostGrade::assumed;
}

bool is_held(BillingPeriod month, const pricing::PriceBook& book) {
    const auto checked = parse_rfc3339(book.verified_until);
    return checked && month.end() > *checked + std::chrono::hours{24};
}

/// Empty texts of a what-if stand for all.
bool concerns(const usage::WhatIf& what_if, const LineItem& line, BillingPeriod month) {
    const auto fits = [](const std::string& wanted, const std::string& text) {
        return wanted.empty() || wanted == text;
    };
    return (!what_if.charge || *what_if.charge == line.charge) &&
           fits(what_if.storage_class, line.storage_class) && fits(what_if.kind, line.kind) &&
           fits(what_if.tier, line.tier) && (!what_if.from || *what_if.from < month.end()) &&
           (!what_if.until || *what_if.until > month.begin());
}

bool is_changed(const LineItem& line, BillingPeriod month, const scenario::Scenario& scenario) {
    if (!scenario.billing) return false;
    if (scenario.billing->prices_as_of) return true;
    return std::any_of(scenario.billing->what_ifs.begin(), scenario.billing->what_ifs.end(),
                       [&](const usage::WhatIf& what_if) { return concerns(what_if, line, month); });
}

CostGrade grade_of_price(const LineItem& line, BillingPeriod month, const scenario::Scenario& scenario,
                         const pricing::PriceBook& book) {
    if (!line.doubts.empty()) return CostGrade::unconfirmed;
    const bool is_own = line.charge == ChargeType::adjustment || line.charge == ChargeType::other;
    if (is_own || is_changed(line, month, scenario)) return CostGrade::stated;
    return is_held(month, book) ? CostGrade::unconfirmed : CostGrade::sourced;
}

}  // namespace

std::string_view to_text(CostGrade grade) {
    switch (grade) {
        case CostGrade::measured:
            return "measured";
        case CostGrade::sourced:
            return "sourced";
        case CostGrade::stated:
            return "stated";
        case CostGrade::assumed:
            return "assumed";
        case CostGrade::unconfirmed:
            return "unconfirmed";
    }
    return "";
}

Money GradedCost::total() const {
    Money sum;
    for (const Money& amount : amounts)
        sum += amount;
    return sum;
}

CostGrades grades_of(const pricing::Bill& bill, const scenario::Scenario& scenario,
                     const pricing::PriceBook& book) {
    CostGrades grades;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines) {
            const CostGrade quantity = grade_of_quantity(line.charge, scenario);
            const CostGrade price = grade_of_price(line, period.month, scenario, book);
            grades.quantities.of(quantity) += line.cost_exact;
            grades.prices.of(price) += line.cost_exact;
            grades.weaker.of(std::max(quantity, price)) += line.cost_exact;
        }
    }
    return grades;
}

}  // namespace firn::planner
