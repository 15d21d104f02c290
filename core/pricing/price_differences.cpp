#include "core/pricing/price_differences.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace firn::pricing {

namespace {

const PricePeriod* period_at(const Tariff* tariff, Instant day) {
    if (tariff == nullptr) return nullptr;
    const auto found =
        std::find_if(tariff->periods.begin(), tariff->periods.end(),
                     [&](const PricePeriod& period) { return period.from <= day && day < period.until; });
    return found == tariff->periods.end() ? nullptr : &*found;
}

bool name_the_same(const Tariff& a, const Tariff& b) {
    return a.charge == b.charge && a.storage_class == b.storage_class && a.kind == b.kind && a.tier == b.tier;
}

const Tariff* find(const PriceBook& book, const Tariff& wanted) {
    const auto found = std::find_if(book.tariffs.begin(), book.tariffs.end(),
                                    [&](const Tariff& tariff) { return name_the_same(tariff, wanted); });
    return found == book.tariffs.end() ? nullptr : &*found;
}

/// The price just above a quantity.
std::optional<Rational> price_above(const PricePeriod* period, const Rational& quantity) {
    if (period == nullptr) return std::nullopt;
    for (const Band& band : period->bands) {
        if (band.up_to && *band.up_to <= quantity) continue;
        return band.is_known ? std::optional{band.price.per_unit()} : std::nullopt;
    }
    return std::nullopt;
}

void add_bounds(const PricePeriod* period, std::set<Rational>& bounds) {
    if (period == nullptr) return;
    for (const Band& band : period->bands) {
        if (band.up_to) bounds.insert(*band.up_to);
    }
}

void compare(const Tariff& tariff, const PricePeriod* before, const PricePeriod* after,
             PriceDifferences& differences) {
    std::set<Rational> bounds{Rational{0}};
    add_bounds(before, bounds);
    add_bounds(after, bounds);
    for (auto bound = bounds.begin(); bound != bounds.end(); ++bound) {
        PriceDifference difference{.charge = tariff.charge,
                                   .storage_class = tariff.storage_class,
                                   .kind = tariff.kind,
                                   .tier = tariff.tier,
                                   .unit = tariff.unit,
                                   .above = *bound,
                                   .before = price_above(before, *bound),
                                   .after = price_above(after, *bound)};
        if (std::next(bound) != bounds.end()) difference.up_to = *std::next(bound);
        if (difference.before || difference.after) differences.prices.push_back(std::move(difference));
    }
    if (before == nullptr || after == nullptr || before->free == after->free) return;
    differences.free.push_back({.charge = tariff.charge,
                                .storage_class = tariff.storage_class,
                                .kind = tariff.kind,
                                .tier = tariff.tier,
                                .unit = tariff.unit,
                                .before = before->free,
                                .after = after->free});
}

}  // namespace

std::string_view to_text(PriceChange change) {
    switch (change) {
        case PriceChange::same:
            return "same";
        case PriceChange::changed:
            return "changed";
        case PriceChange::added:
            return "added";
        case PriceChange::gone:
            return "gone";
    }
    return {};
}

PriceChange PriceDifference::change() const {
    if (!before) return PriceChange::added;
    if (!after) return PriceChange::gone;
    return *before == *after ? PriceChange::same : PriceChange::changed;
}

std::optional<Rational> PriceDifference::share() const {
    if (!before || !after || *before == 0) return std::nullopt;
    return Rational{(*after - *before) / *before};
}

std::size_t PriceDifferences::count(PriceChange change) const {
    return static_cast<std::size_t>(std::count_if(
        prices.begin(), prices.end(), [&](const PriceDifference& one) { return one.change() == change; }));
}

PriceDifferences price_differences(const PriceBook& before, Instant day_before, const PriceBook& after,
                                   Instant day_after) {
    PriceDifferences differences;
    for (const Tariff& tariff : before.tariffs) {
        if (tariff.rate_of) continue;
        const Tariff* const other = find(after, tariff);
        compare(tariff, period_at(&tariff, day_before), period_at(other, day_after), differences);
    }
    for (const Tariff& tariff : after.tariffs) {
        if (tariff.rate_of || find(before, tariff) != nullptr) continue;
        compare(tariff, nullptr, period_at(&tariff, day_after), differences);
    }
    return differences;
}

}  // namespace firn::pricing
