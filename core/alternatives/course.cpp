#include "core/alternatives/course.hpp"

#include <algorithm>
#include <optional>

namespace firn::alternatives {

namespace {

constexpr std::int64_t kUnitsOfOne = 1'000'000'000'000;  // an amount is a whole number of 10^-12

/// In units of 10^-12, halves away from nought; nullopt: not even a hundred million such amounts could be
/// added up in 128 bits.
std::optional<Int128> booked(const Product& amount) {
    constexpr unsigned kMostBits = 100;
    const Integer units = amount.in_units_of(kUnitsOfOne);
    if ((abs(units) >> kMostBits) != 0) return std::nullopt;
    return units.convert_to<Int128>();
}

Money money_of(Int128 units) {
    return units == 0 ? Money{} : Money{Rational{Integer{units}, Integer{kUnitsOfOne}}};
}

}  // namespace

Grade Ledger::weakest_of(Keys keys) const {
    Grade weakest = Grade::measured;
    for (const std::string_view key : keys)
        weakest = std::max(weakest, parameters_.grade_of(key));
    return weakest;
}

void Ledger::spend(std::size_t month, Spending spending, std::string_view purpose, const Product& amount,
                   Keys rests_on) {
    spend(month, spending, purpose, amount, weakest_of(rests_on));
}

void Ledger::spend(std::size_t month, Spending spending, std::string_view purpose, const Product& amount,
                   Grade grade) {
    if (amount.is_zero()) return;
    const auto whole_units = booked(amount);
    if (!whole_units) {
        course_.is_too_large = true;
        return;
    }
    const Int128 units = *whole_units;
    Booked& cost = booked_[month];
    (spending == Spending::capital ? cost.capital : cost.running) += units;
    by_grade_[static_cast<std::size_t>(grade)] += units;
    const auto found = by_purpose_.find(purpose);
    if (found == by_purpose_.end())
        by_purpose_.emplace(purpose, units);
    else
        found->second += units;
}

void Ledger::work(std::size_t month, const Rational& hours, const Product& amount, Keys rests_on) {
    if (hours == 0) return;
    course_.months[month].hours += hours;
    const Grade weakest = std::max(weakest_of(rests_on), parameters_.grade_of("labour"));
    spend(month, Spending::running, "labour", amount, weakest);
}

Course& Ledger::course() {
    for (std::size_t i = 0; i < booked_.size(); ++i) {
        course_.months[i].capital = money_of(booked_[i].capital);
        course_.months[i].running = money_of(booked_[i].running);
    }
    for (const auto& [purpose, units] : by_purpose_)
        course_.by_purpose[purpose] = money_of(units);
    for (std::size_t i = 0; i < kGradeCount; ++i)
        course_.by_grade[i] = money_of(by_grade_[i]);
    return course_;
}

}  // namespace firn::alternatives
