#include "core/forecast/bridge.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace firn::forecast {

namespace {

/// The lines of one usage type as one.
struct Sum {
    Rational quantity{};
    Money cost{};
    bool has_quantity = true;
};
using Sums = std::map<std::string, Sum>;  // by usage type

/// What is compared as one: a charge in one unit.
using Group = std::pair<std::optional<usage::ChargeType>, std::string>;

/// The charges of usage types of which some line states none: the first that another line states.
class Charges {
  public:
    Charges(const std::vector<BridgeLine>& budget, const std::vector<BridgeLine>& billed) {
        for (const auto* lines : {&budget, &billed}) {
            for (const BridgeLine& line : *lines)
                if (!line.charge) shared_[line.usage_type];
        }
        for (const auto* lines : {&budget, &billed}) {
            for (const BridgeLine& line : *lines) {
                const auto found = shared_.find(line.usage_type);
                if (found != shared_.end() && !found->second) found->second = line.charge;
            }
        }
    }

    [[nodiscard]] std::optional<usage::ChargeType> of(const BridgeLine& line) const {
        const auto found = shared_.find(line.usage_type);
        return found == shared_.end() ? line.charge : found->second;
    }

  private:
    std::map<std::string, std::optional<usage::ChargeType>> shared_;
};

std::map<Group, Sums> grouped(const std::vector<BridgeLine>& lines, const Charges& charges) {
    std::map<Group, Sums> groups;
    for (const BridgeLine& line : lines) {
        Sum& sum = groups[{charges.of(line), line.unit}][line.usage_type];
        sum.quantity += line.quantity.value_or(Rational{0});
        sum.cost += line.cost;
        sum.has_quantity = sum.has_quantity && line.quantity.has_value();
    }
    return groups;
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

/// Whether the budget names the charge, and has none of it.
bool is_unplanned(const Sums& budget) {
    return quantity_of(budget) == 0 && cost_of(budget).is_zero() && is_metered(budget);
}

void add_group(const Sums& budget, const Sums& billed, Bridge& bridge) {
    const Money planned = cost_of(budget);
    const Money paid = cost_of(billed);
    const Rational expected = quantity_of(budget);
    if (is_unplanned(budget)) {
        bridge.one_off += paid;
        return;
    }
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
    const Charges charges{budget, billed};
    std::map<Group, Sums> planned = grouped(budget, charges);
    std::map<Group, Sums> paid = grouped(billed, charges);
    for (auto& [group, sums] : planned) {
        bridge.calendar += times(cost_of(sums), Rational{share - 1});
        for (auto& [type, sum] : sums) {
            sum.quantity *= share;
            sum.cost = times(sum.cost, share);
        }
        add_group(sums, paid[group], bridge);
    }
    for (const auto& [group, sums] : paid) {
        if (!planned.contains(group)) bridge.one_off += cost_of(sums);
    }
    return bridge;
}

std::vector<BridgeLine> one_offs_of(const std::vector<BridgeLine>& budget,
                                    const std::vector<BridgeLine>& billed) {
    const Charges charges{budget, billed};
    std::map<Group, Sums> planned = grouped(budget, charges);
    std::vector<BridgeLine> lines;
    for (const auto& [group, sums] : grouped(billed, charges)) {
        if (!is_unplanned(planned[group])) continue;
        for (const auto& [type, sum] : sums) {
            if (sum.cost.is_zero()) continue;
            const auto quantity = sum.has_quantity ? std::optional{sum.quantity} : std::nullopt;
            lines.push_back({type, group.second, quantity, sum.cost, group.first});
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const BridgeLine& a, const BridgeLine& b) { return a.cost > b.cost; });
    return lines;
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
