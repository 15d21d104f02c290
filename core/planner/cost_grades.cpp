#include "core/planner/cost_grades.hpp"

#include "core/pricing/price_validity.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

using pricing::Grade;
using pricing::LineItem;
using usage::ChargeType;

Grade grade_of_quantity(ChargeType charge, const scenario::Scenario& scenario) {
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
            return Grade::assumed;
        case ChargeType::adjustment:
        case ChargeType::other:
            return Grade::stated;
    }
    return Grade::assumed;
}

}  // namespace

Money GradedCost::total() const {
    Money sum;
    for (const Money& amount : amounts)
        sum += amount;
    return sum;
}

pricing::Grade grade_of_files(const scenario::Scenario& scenario) {
    const bool is_counted = scenario.workload.trace || scenario.workload.monthly_totals;
    const bool is_backfill_counted = !scenario.backfill || !scenario.backfill->file.empty();
    return is_counted && is_backfill_counted && !scenario.life.changes ? Grade::measured : Grade::assumed;
}

CostGrades grades_of(const pricing::Bill& bill, const scenario::Scenario& scenario,
                     const pricing::PriceBook& book) {
    CostGrades grades;
    const usage::BillingSettings none;
    const usage::BillingSettings& billing = scenario.billing ? *scenario.billing : none;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines) {
            const Grade quantity = grade_of_quantity(line.charge, scenario);
            const Grade price = pricing::grade_of(line, period.month, book, billing);
            grades.quantities.of(quantity) += line.cost_exact;
            grades.prices.of(price) += line.cost_exact;
            grades.weaker.of(std::max(quantity, price)) += line.cost_exact;
        }
    }
    return grades;
}

}  // namespace firn::planner
