#include "core/report/grade_report.hpp"

#include "core/report/adding_up.hpp"
#include "core/units/rational.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

namespace firn::report {

namespace {

using planner::GradedCost;
using pricing::Grade;
using pricing::kGrades;

std::vector<Rational> amounts_of(const GradedCost& cost, const Rational& factor) {
    std::vector<Rational> amounts;
    std::transform(cost.amounts.begin(), cost.amounts.end(), std::back_inserter(amounts),
                   [&](const Money& money) { return Rational{money.amount() * factor}; });
    return amounts;
}

/// "98.1 % sourced, 1.9 % unconfirmed"
std::string shares_text(const GradedCost& cost) {
    const std::vector<Rational> shares =
        adding_up(amounts_of(cost, Rational{100 / cost.total().amount()}), 1);
    std::string text;
    for (const Grade grade : kGrades) {
        if (cost.of(grade).is_zero()) continue;
        text +=
            fmt::format("{}{} % {}", text.empty() ? "" : ", ",
                        format_fixed(shares.at(static_cast<std::size_t>(grade)), 1), pricing::to_text(grade));
    }
    return text;
}

Json amounts_json(const GradedCost& cost) {
    const std::vector<Rational> amounts = adding_up(amounts_of(cost, Rational{1}), 12);
    Json json = Json::object();
    for (const Grade grade : kGrades)
        json[std::string{pricing::to_text(grade)}] =
            format_decimal(amounts.at(static_cast<std::size_t>(grade)));
    return json;
}

}  // namespace

std::string grades_text(const planner::CostGrades& grades) {
    if (grades.weaker.total().is_zero()) return "";
    return fmt::format("shares of the total: prices {}; quantities {}; by the weaker of both {}",
                       shares_text(grades.prices), shares_text(grades.quantities),
                       shares_text(grades.weaker));
}

Json grades_json(const planner::CostGrades& grades) {
    const Money total = grades.weaker.total();
    const Money& unconfirmed = grades.weaker.of(Grade::unconfirmed);
    Json json;
    json["prices"] = amounts_json(grades.prices);
    json["quantities"] = amounts_json(grades.quantities);
    json["weaker"] = amounts_json(grades.weaker);
    json["unconfirmed_percent"] =
        total.is_zero() ? "0" : format_decimal(Rational{unconfirmed.amount() / total.amount() * 100});
    return json;
}

}  // namespace firn::report
