#include "core/alternatives/balance.hpp"

#include "core/alternatives/comparison.hpp"
#include "core/alternatives/finance.hpp"
#include "core/alternatives/models.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace firn::alternatives {

Balance::Balance(const Comparison& comparison, const Demand& demand, std::size_t winner,
                 std::shared_ptr<GrowthTable> growth)
    : demand_{demand},
      alone_{comparison},
      current_{comparison.current},
      winner_{winner},
      growth_{growth ? std::move(growth) : std::make_shared<GrowthTable>(demand.months.size())},
      inflation_{growth_->of(comparison.inflation)},
      discount_{discount_factors(comparison.discount_rate, demand.months.size())} {
    alone_.current.clear();
    for (std::size_t i = 0; i < alone_.alternatives.size(); ++i)
        costs_.push_back(alone_.alternatives[i].kind == Kind::set ? OwnCost{} : cost_of(i));
}

Balance Balance::for_another_thread() const {
    Balance copy = *this;
    copy.growth_ = std::make_shared<GrowthTable>(*growth_);
    return copy;
}

bool Balance::is_of_current(const std::string& name) const {
    const auto& all = alone_.alternatives;
    return std::any_of(all.begin(), all.end(),
                       [&](const Alternative& one) { return one.name == current_ && is_part_of(one, name); });
}

Balance::OwnCost Balance::cost_of(std::size_t i) const {
    const auto course = own_course(alone_, alone_.alternatives[i], demand_, inflation_, *growth_);
    OwnCost cost{.cash = cash_of(*course), .is_too_large = course->is_too_large};
    if (is_of_current(alone_.alternatives[i].name)) {
        const auto overlap = static_cast<std::size_t>(alone_.overlap);
        for (std::size_t month = 0; month < std::min(overlap, course->months.size()); ++month)
            cost.beside_cash.push_back(course->months[month].running);
    }
    discount(cost);
    return cost;
}

void Balance::discount(OwnCost& cost) const {
    cost.alone = present_value(cost.cash, discount_).amount();
    cost.beside = present_value(cost.beside_cash, discount_).amount();
}

void Balance::discount_at(const Rational& rate) {
    discount_ = discount_factors(rate, demand_.months.size());
    for (OwnCost& cost : costs_)
        discount(cost);
}

Rational Balance::sum_of(std::size_t i) const {
    const Alternative& one = alone_.alternatives[i];
    Rational sum;
    for (std::size_t m = 0; m < costs_.size(); ++m)
        sum += is_part_of(one, alone_.alternatives[m].name) ? costs_[m].alone : costs_[m].beside;
    return sum;
}

bool Balance::is_reckoned() const {
    return std::none_of(costs_.begin(), costs_.end(), [](const OwnCost& cost) { return cost.is_too_large; });
}

Rational Balance::lead() const {
    std::optional<Rational> nearest;
    for (std::size_t i = 0; i < costs_.size(); ++i) {
        if (i == winner_) continue;
        Rational cost = sum_of(i);
        if (!nearest || cost < *nearest) nearest = std::move(cost);
    }
    return *nearest - sum_of(winner_);
}

std::size_t Balance::cheapest() const {
    std::size_t best = winner_;
    Rational least = sum_of(winner_);
    for (std::size_t i = 0; i < costs_.size(); ++i) {
        Rational cost = sum_of(i);
        if (cost >= least) continue;
        least = std::move(cost);
        best = i;
    }
    return best;
}

Balance::OwnCost Balance::move(std::size_t owner, const std::string& key, const Rational& value) {
    Rational& held = alone_.alternatives[owner].parameters.find(key)->value;
    const Rational before = std::exchange(held, value);
    OwnCost base = std::exchange(costs_[owner], cost_of(owner));
    held = before;
    return base;
}

std::optional<Rational> Balance::lead_with(std::size_t owner, const std::string& key, const Rational& value) {
    OwnCost base = move(owner, key, value);
    std::optional<Rational> ahead;
    if (is_reckoned()) ahead = lead();
    costs_[owner] = std::move(base);
    return ahead;
}

std::size_t Balance::cheapest_with(std::size_t owner, const std::string& key, const Rational& value) {
    OwnCost base = move(owner, key, value);
    const std::size_t best = cheapest();
    costs_[owner] = std::move(base);
    return best;
}

}  // namespace firn::alternatives
