#include "core/planner/recommendation.hpp"

#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::planner {

namespace {

using Outcomes = std::span<const SizeOutcome>;
using Charges = std::vector<std::pair<usage::ChargeType, Money>>;

Rational size_of(const Money& money) {
    return money.amount() < 0 ? Rational{-money.amount()} : money.amount();
}

/// Charge by charge, in the order of the bill, without zeros.
Charges difference(const SizeOutcome& from, const SizeOutcome& to) {
    std::map<usage::ChargeType, Money> sums;
    for (const auto& [charge, cost] : from.cost_by_charge)
        sums[charge] += cost;
    for (const auto& [charge, cost] : to.cost_by_charge)
        sums[charge] = sums[charge] - cost;
    Charges charges{sums.begin(), sums.end()};
    std::erase_if(charges, [](const auto& entry) { return entry.second.is_zero(); });
    return charges;
}

class Choice {
  public:
    /// `cheapest_pair`: what stands for 100 %, if not the cheapest of these outcomes.
    explicit Choice(Outcomes outcomes, const SizeOutcome* cheapest_pair = nullptr)
        : outcomes_{outcomes},
          targets_met_{
              std::any_of(outcomes.begin(), outcomes.end(), [](const auto& o) { return o.meets_targets(); })},
          cheapest_{find_cheapest()},
          among_ages_{cheapest_pair != nullptr},
          best_{among_ages_ ? *cheapest_pair : outcomes[cheapest_]} {}

    [[nodiscard]] Recommendation make() const {
        const std::size_t chosen = smallest_within(1);
        return {.size = chosen,
                .cheapest = cheapest_,
                .targets_met = targets_met_,
                .flat_1pct = flat_region(1),
                .flat_5pct = flat_region(5),
                .limits = {limit_below(chosen), limit_above(chosen)}};
    }

  private:
    [[nodiscard]] bool is_candidate(std::size_t i) const {
        return !targets_met_ || outcomes_[i].meets_targets();
    }
    [[nodiscard]] bool is_cheap(std::size_t i, int percent) const {
        return within_percent(outcomes_[i].cost, best_.cost, percent);
    }

    [[nodiscard]] std::size_t find_cheapest() const {
        std::size_t best = outcomes_.size();
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            if (is_candidate(i) && (best == outcomes_.size() || outcomes_[i].cost < outcomes_[best].cost))
                best = i;
        }
        return best;
    }
    [[nodiscard]] std::size_t smallest_within(int percent) const {
        std::size_t i = 0;
        while (!is_candidate(i) || !is_cheap(i, percent))
            ++i;
        return i;
    }
    [[nodiscard]] FlatRegion flat_region(int percent) const {
        const auto flat = [&](std::size_t i) { return is_candidate(i) && is_cheap(i, percent); };
        std::size_t from = cheapest_;
        std::size_t to = cheapest_;
        while (from > 0 && flat(from - 1))
            --from;
        while (to + 1 < outcomes_.size() && flat(to + 1))
            ++to;
        return {outcomes_[from].bundle_size, outcomes_[to].bundle_size};
    }

    [[nodiscard]] Limit limit_below(std::size_t chosen) const {
        if (chosen == 0) {
            return {Limit::Side::smaller, "none", std::nullopt, "Nothing smaller was tried."};
        }
        return excluded(chosen - 1, Limit::Side::smaller);
    }
    [[nodiscard]] Limit limit_above(std::size_t chosen) const {
        for (std::size_t i = chosen + 1; i < outcomes_.size(); ++i) {
            if (!is_candidate(i) || !is_cheap(i, 1)) return excluded(i, Limit::Side::larger);
        }
        return {Limit::Side::larger, "none", std::nullopt, unlimited_text(chosen)};
    }
    /// What there is to say when every larger size is as good.
    [[nodiscard]] std::string unlimited_text(std::size_t chosen) const {
        const SizeOutcome& largest = outcomes_.back();
        if (chosen + 1 == outcomes_.size()) return "Nothing larger was tried.";
        std::size_t same = outcomes_.size() - 1;
        while (same > 0 && outcomes_[same - 1].archives == largest.archives)
            --same;
        if (same + 1 < outcomes_.size() && largest.closed_by_age > 0) {
            return fmt::format(
                "From {} on bundles close by age before they are full: a larger size changes nothing.",
                to_text(outcomes_[same].bundle_size));
        }
        if (outcomes_[chosen].archives == largest.archives)
            return fmt::format("Up to {} a larger size changes nothing.", to_text(largest.bundle_size));
        return fmt::format(
            "Nothing speaks against larger bundles up to {} but what a restore reads: {} on average, {} at "
            "{}.",
            to_text(largest.bundle_size), to_rough_text(largest.restore_read),
            to_rough_text(outcomes_[chosen].restore_read), to_text(outcomes_[chosen].bundle_size));
    }
    /// Why the size is not recommended; there is a reason.
    [[nodiscard]] Limit excluded(std::size_t i, Limit::Side side) const {
        const SizeOutcome& outcome = outcomes_[i];
        const std::string size = to_text(outcome.bundle_size);
        Limit limit{.side = side,
                    .cause = "cost",
                    .at = outcome.bundle_size,
                    .reason = {},
                    .extra = outcome.cost - best_.cost,
                    .extra_by_charge = difference(outcome, best_)};
        if (targets_met_ && !outcome.meets_targets()) {
            limit.cause = outcome.missed.front().target;
            limit.reason = fmt::format("At {} {}.", size, outcome.missed.front().reason);
        } else {
            limit.reason =
                fmt::format("{} costs {} than the cheapest {}{}{}.", size, extra_cost(outcome.cost),
                            among_ages_ ? "pair" : "size", is_best_of_all() ? "" : " that meets the targets",
                            charges_text(limit.extra_by_charge));
        }
        return limit;
    }

    /// Whether no size that misses a target costs less.
    [[nodiscard]] bool is_best_of_all() const {
        return std::none_of(outcomes_.begin(), outcomes_.end(), [&](const SizeOutcome& outcome) {
            return targets_met_ && !outcome.meets_targets() && outcome.cost < best_.cost;
        });
    }

    /// ": requests +2.55 %, transfer_out -1.49 %", each in per cent of the cheapest's cost, the largest
    /// first; those that round to nothing are left out.
    [[nodiscard]] std::string charges_text(Charges charges) const {
        if (best_.cost.is_zero()) return "";
        std::sort(charges.begin(), charges.end(),
                  [](const auto& a, const auto& b) { return size_of(a.second) > size_of(b.second); });
        std::string text;
        for (const auto& [charge, extra] : charges) {
            const std::string percent = format_fixed(Rational{size_of(extra) / best_.cost.amount() * 100}, 2);
            if (percent == "0.00") continue;
            text += fmt::format("{} {} {}{} %", text.empty() ? ":" : ",", usage::charge_words(charge),
                                extra.amount() < 0 ? '-' : '+', percent);
        }
        return text;
    }

    /// "12.5 % more"; where the cheapest costs nothing there is no per cent to speak of.
    [[nodiscard]] std::string extra_cost(const Money& cost) const {
        if (best_.cost.is_zero()) return "more";
        return fmt::format("{} % more",
                           format_fixed(Rational{(cost.amount() / best_.cost.amount() - 1) * 100}, 2));
    }

    Outcomes outcomes_;
    bool targets_met_;
    std::size_t cheapest_;
    bool among_ages_;
    const SizeOutcome& best_;
};

}  // namespace

bool within_percent(const Money& cost, const Money& cheapest, int percent) {
    return cost.amount() * 100 <= cheapest.amount() * (100 + percent);
}

Recommendation recommend(std::span<const SizeOutcome> outcomes) { return Choice{outcomes}.make(); }

Recommendation recommend_against(std::span<const SizeOutcome> outcomes, const SizeOutcome& cheapest) {
    return Choice{outcomes, &cheapest}.make();
}

}  // namespace firn::planner
