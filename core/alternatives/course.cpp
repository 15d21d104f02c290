#include "core/alternatives/course.hpp"

#include <algorithm>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr unsigned kBookedPlaces = 12;

}  // namespace

void Ledger::spend(std::size_t month, Spending spending, const std::string& purpose, const Money& amount,
                   const std::vector<std::string>& rests_on) {
    Grade weakest = Grade::stated;
    for (const std::string& key : rests_on)
        weakest = std::max(weakest, parameters_.grade_of(key));
    spend(month, spending, purpose, amount, weakest);
}

void Ledger::spend(std::size_t month, Spending spending, const std::string& purpose, const Money& unrounded,
                   Grade grade) {
    if (unrounded.is_zero()) return;
    const Money amount{round_half_up(unrounded.amount(), kBookedPlaces)};
    MonthCost& cost = course_.months[month];
    (spending == Spending::capital ? cost.capital : cost.running) += amount;
    course_.by_purpose[purpose] += amount;
    course_.by_grade[static_cast<std::size_t>(grade)] += amount;
}

void Ledger::work(std::size_t month, const Rational& hours, const Money& amount,
                  std::vector<std::string> rests_on) {
    course_.months[month].hours += hours;
    rests_on.emplace_back("labour");
    spend(month, Spending::running, "labour", amount, rests_on);
}

}  // namespace firn::alternatives
