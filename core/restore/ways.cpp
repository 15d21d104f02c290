#include "core/restore/ways.hpp"

#include <algorithm>
#include <utility>

namespace firn::restore {

Ways::Ways(const Wish& wish, const Service& service, std::function<bool()> is_abandoned)
    : wish_{wish}, service_{service}, is_abandoned_{std::move(is_abandoned)} {}

void Ways::add(std::vector<Round> rounds, Pacing pacing, BoughtCapacity capacity) {
    if (rounds.empty() || !errors_.empty() || is_abandoned()) return;
    auto way = way_of(std::move(rounds), pacing, wish_, service_, capacity);
    if (!way) {
        note(way.error());
    } else {
        ways_.push_back(std::move(way).value());
    }
}

void Ways::add_mix(const std::vector<TierShare>& shares) {
    const auto is_part = [](const TierShare& share) { return share.archives > 0; };
    if (std::count_if(shares.begin(), shares.end(), is_part) < 2) return;
    add(rounds_at_once(wish_, service_, shares), Pacing::none);
}

void Ways::add_paced_mix(std::vector<Round> rounds) {
    const auto is_other = [&](const Round& round) { return round.tier != rounds.front().tier; };
    if (std::any_of(rounds.begin(), rounds.end(), is_other)) add(std::move(rounds), Pacing::link);
}

std::optional<Money> Ways::cost_of(const std::vector<TierShare>& shares) {
    if (is_abandoned()) return std::nullopt;
    auto way = way_of(rounds_at_once(wish_, service_, shares), Pacing::none, wish_, service_);
    if (way) return way->cost;
    note(way.error());
    return std::nullopt;
}

void Ways::note(const Diagnostics& errors) {
    for (const Diagnostic& error : errors) {
        if (error.code != "price-absent") {
            errors_ = errors;
            return;
        }
        const bool is_known = std::any_of(absent_.begin(), absent_.end(),
                                          [&](const Diagnostic& known) { return known.what == error.what; });
        if (!is_known) absent_.push_back(error);
    }
}

bool Ways::wants(Pacing pacing) const { return wish_.pacing.value_or(pacing) == pacing && !is_abandoned(); }

bool Ways::is_abandoned() const { return is_abandoned_ && is_abandoned_(); }

}  // namespace firn::restore
