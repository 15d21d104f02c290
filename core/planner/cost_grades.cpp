#include "core/planner/cost_grades.hpp"

#include "core/pricing/price_validity.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

using pricing::LineItem;
using usage::ChargeType;

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

CostGrade grade_of_price(pricing::PriceOrigin origin) {
    switch (origin) {
        case pricing::PriceOrigin::sourced:
            return CostGrade::sourced;
        case pricing::PriceOrigin::stated:
            return CostGrade::stated;
        case pricing::PriceOrigin::unconfirmed:
            return CostGrade::unconfirmed;
    }
    return CostGrade::unconfirmed;
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

CostGrade grade_of_files(const scenario::Scenario& scenario) {
    const bool is_counted = scenario.workload.trace || scenario.workload.monthly_totals;
    const bool is_backfill_counted = !scenario.backfill || !scenario.backfill->file.empty();
    return is_counted && is_backfill_counted && !scenario.life.changes ? CostGrade::measured
                                                                       : CostGrade::assumed;
}

CostGrades grades_of(const pricing::Bill& bill, const scenario::Scenario& scenario,
                     const pricing::PriceBook& book) {
    CostGrades grades;
    const usage::BillingSettings none;
    const usage::BillingSettings& billing = scenario.billing ? *scenario.billing : none;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines) {
            const CostGrade quantity = grade_of_quantity(line.charge, scenario);
            const CostGrade price = grade_of_price(pricing::origin_of(line, period.month, book, billing));
            grades.quantities.of(quantity) += line.cost_exact;
            grades.prices.of(price) += line.cost_exact;
            grades.weaker.of(std::max(quantity, price)) += line.cost_exact;
        }
    }
    return grades;
}

}  // namespace firn::planner
