#include "core/forecast/bridge.hpp"

#include <map>

namespace firn::forecast {

namespace {

/// The lines of one usage type as one.
struct Sum {
    Rational quantity{};
    Money cost{};
    bool has_quantity = true;
};
using Sums = std::map<std::string, Sum>;  // by usage type

std::map<std::string, Sums> by_unit(const std::vector<BridgeLine>& lines) {
    std::map<std::string, Sums> units;
    for (const BridgeLine& line : lines) {
        Sum& sum = units[line.unit][line.usage_type];
        sum.quantity += line.quantity.value_or(Rational{0});
        sum.cost += line.cost;
        sum.has_quantity = sum.has_quantity && line.quantity.has_value();
    }
    return units;
}

Money times(const Money& money, const Rational& factor) { return Money{Rational{money.amount() * factor}}; }

/// Whether every line tells its quantity, so that prices can be told from quantities.
bool is_metered(const Sums& sums) {
    for (const auto& [type, sum] : sums) {
        if (!sum.has_quantity) return false;
    }
    return true;
}

Rational quantity_of(const Sums& sums) {
    Rational quantity{0};
    for (const auto& [type, sum] : sums)
        quantity += sum.quantity;
    return quantity;
}

Money cost_of(const Sums& sums) {
    Money cost;
    for (const auto& [type, sum] : sums)
        cost += sum.cost;
    return cost;
}

/// What was used of a usage type at the price that the budget has for it; at its own where it has none.
Money at_budget_price(const std::string& type, const Sum& billed, const Sums& budget) {
    const auto planned = budget.find(type);
    if (planned == budget.end() || planned->second.quantity == 0) return billed.cost;
    return times(planned->second.cost, Rational{billed.quantity / planned->second.quantity});
}

void add_unit(const Sums& budget, const Sums& billed, Bridge& bridge) {
    const Money planned = cost_of(budget);
    const Money paid = cost_of(billed);
    const Rational expected = quantity_of(budget);
    if (!is_metered(budget) || !is_metered(billed) || expected == 0) {
        bridge.unexplained += paid - planned;
        return;
    }
    Money repriced;
    for (const auto& [type, sum] : billed)
        repriced += at_budget_price(type, sum, budget);
    const Money grown = times(planned, Rational{quantity_of(billed) / expected});
    bridge.volume += grown - planned;
    bridge.mix += repriced - grown;
    bridge.price += paid - repriced;
}

}  // namespace

Bridge bridge_of(const std::vector<BridgeLine>& budget, const std::vector<BridgeLine>& billed,
                 const Rational& share) {
    Bridge bridge;
    std::map<std::string, Sums> planned = by_unit(budget);
    std::map<std::string, Sums> paid = by_unit(billed);
    for (auto& [unit, sums] : planned) {
        bridge.calendar += times(cost_of(sums), Rational{share - 1});
        for (auto& [type, sum] : sums) {
            sum.quantity *= share;
            sum.cost = times(sum.cost, share);
        }
        add_unit(sums, paid[unit], bridge);
    }
    for (const auto& [unit, sums] : paid) {
        if (!planned.contains(unit)) bridge.one_off += cost_of(sums);
    }
    return bridge;
}

Money total_of(const Bridge& bridge) {
    return bridge.calendar + bridge.volume + bridge.mix + bridge.price + bridge.one_off + bridge.unexplained;
}

Money total_of(const std::vector<BridgeLine>& lines) {
    Money total;
    for (const BridgeLine& line : lines)
        total += line.cost;
    return total;
}

}  // namespace firn::forecast
