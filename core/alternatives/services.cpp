#include "core/alternatives/models.hpp"

#include <algorithm>

namespace firn::alternatives {

namespace {

constexpr int kGigabyte = 1'000'000'000;
constexpr std::int64_t kTerabyte = 1'000'000'000'000;
constexpr int kDaysPerMonth = 30;
constexpr double kDesignTarget = 1e-11;

void look_after(const Situation& s, Ledger& ledger) {
    for (std::size_t i = 0; i < s.months(); ++i)
        ledger.work(i, s["admin_time"], s.wages(s["admin_time"], i), {"admin_time"});
}

void answer_times(const Situation& s, Course& course) {
    course.restore_file_hours = s["first_byte"];
    course.restore_all_hours = s["first_byte"] + s.demand.months.back().end / s["link"] / kSecondsPerHour;
    course.exit_hours = course.restore_all_hours;
    course.audit = {true, "archives are retrieved and compared by machine"};
}

/// What the youngest archives owe when everything is taken out at the end: the rest of the minimum.
Rational owed_byte_months(const Situation& s) {
    Rational owed;
    const auto& months = s.demand.months;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const Rational age = (Rational{months.size() - 1 - i} + Rational{1, 2}) * kDaysPerMonth;
        const Rational rest = s["minimum_days"] - age;
        if (rest > 0) owed += months[i].added * rest / kDaysPerMonth;
    }
    return owed;
}

}  // namespace

Course archive_service(const Situation& s) {
    Ledger ledger{s.alternative.parameters, s.months()};
    const auto prices = price_factors(s, s["price_change"]);
    for (std::size_t i = 0; i < s.months(); ++i) {
        const MonthDemand& month = s.demand.months[i];
        const Rational billed = std::max(month.average, s["minimum_stored"]);
        ledger.spend(i, Spending::running, "storage", Product{billed} / kGigabyte * s["storage"] * prices[i],
                     {"storage", "price_change"});
        const Rational read = month.restored + month.audited;
        ledger.spend(i, Spending::running, "retrieval",
                     Product{read} / kGigabyte * s["retrieval"] * prices[i], {"retrieval"});
        ledger.spend(i, Spending::running, "transfer out",
                     Product{month.restored} / kGigabyte * s["egress"] * prices[i], {"egress"});
    }
    look_after(s, ledger);
    Course& course = ledger.course();
    answer_times(s, course);
    const Rational all = s.demand.months.back().end / kGigabyte;
    course.exit_cost = Money{prices.back() * (all * (s["retrieval"] + s["egress"]) +
                                              owed_byte_months(s) / kGigabyte * s["storage"])};
    course.loss = {kDesignTarget + s["account_loss"].convert_to<double>(),
                   "a design target of 11 nines, and the account"};
    return std::move(course);
}

Course vendor_quote(const Situation& s) {
    Ledger ledger{s.alternative.parameters, s.months()};
    const auto prices = price_factors(s, s["price_change"]);
    ledger.spend(0, Spending::capital, "set-up", Product{s["setup"]}, {"setup"});
    for (std::size_t i = 0; i < s.months(); ++i) {
        const MonthDemand& month = s.demand.months[i];
        ledger.spend(i, Spending::running, "storage",
                     Product{month.average} / kTerabyte * s["per_tb_month"] * prices[i], {"per_tb_month"});
        ledger.spend(i, Spending::running, "retrieval",
                     Product{month.restored} / kTerabyte * s["restore_per_tb"] * prices[i],
                     {"restore_per_tb"});
    }
    look_after(s, ledger);
    Course& course = ledger.course();
    answer_times(s, course);
    course.exit_cost = Money{s.demand.months.back().end / kTerabyte * s["exit_per_tb"]};
    course.loss = {s["failures"].convert_to<double>() + s["account_loss"].convert_to<double>(),
                   "the vendor's own loss, as assumed, and the account"};
    return std::move(course);
}

Course together(const std::vector<const Course*>& members) {
    Course sum = *members.front();
    for (std::size_t m = 1; m < members.size(); ++m) {
        const Course& next = *members[m];
        for (std::size_t i = 0; i < sum.months.size(); ++i) {
            sum.months[i].capital += next.months[i].capital;
            sum.months[i].running += next.months[i].running;
            sum.months[i].hours += next.months[i].hours;
        }
        for (const auto& [purpose, amount] : next.by_purpose)
            sum.by_purpose[purpose] += amount;
        for (std::size_t g = 0; g < kGradeCount; ++g)
            sum.by_grade[g] += next.by_grade[g];
        sum.residual += next.residual;
        sum.exit_cost += next.exit_cost;
        sum.exit_hours = std::max(sum.exit_hours, next.exit_hours);
        sum.restore_file_hours = std::min(sum.restore_file_hours, next.restore_file_hours);
        sum.restore_all_hours = std::min(sum.restore_all_hours, next.restore_all_hours);
        sum.copies += next.copies;
        sum.loss.yearly_chance *= next.loss.yearly_chance;
        if (!sum.audit.possible) sum.audit = next.audit;
        sum.notes.insert(sum.notes.end(), next.notes.begin(), next.notes.end());
    }
    sum.loss.model = "all members lose it in the same year, independently";
    return sum;
}

}  // namespace firn::alternatives
