#include "core/price_lists/book_changes.hpp"

#include "core/price_lists/price_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace firn::price_lists {

namespace {

using pricing::Band;
using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

constexpr Duration kDay = std::chrono::days{1};

std::string price_text(const std::vector<Band>& bands, const Rational& free) {
    if (bands.empty()) return "none";
    std::string text;
    for (const Band& band : bands) {
        text += text.empty() ? "" : " / ";
        text += band.is_known ? firn::to_text(band.price) : std::string{"unknown"};
    }
    return free == 0 ? text : fmt::format("{}, {} free", text, format_at_least(free, 0));
}

const Tariff* same_charge(const PriceBook& book, const Tariff& tariff) {
    const auto found = std::find_if(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& other) {
        return other.charge == tariff.charge && other.storage_class == tariff.storage_class &&
               other.kind == tariff.kind && other.tier == tariff.tier;
    });
    return found == book.tariffs.end() ? nullptr : &*found;
}

const PricePeriod* period_at(const Tariff* tariff, Instant instant) {
    if (tariff == nullptr) return nullptr;
    const auto found = std::find_if(
        tariff->periods.begin(), tariff->periods.end(),
        [&](const PricePeriod& period) { return period.from <= instant && instant < period.until; });
    return found == tariff->periods.end() ? nullptr : &*found;
}

bool same_prices(const PricePeriod* a, const PricePeriod* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return same_bands(a->bands, b->bands) && a->free == b->free;
}

void add_bounds(const Tariff* tariff, std::set<Instant>& bounds) {
    if (tariff == nullptr) return;
    for (const PricePeriod& period : tariff->periods) {
        bounds.insert(period.from);
        bounds.insert(period.until);
    }
}

BookChange change_of(const Tariff& tariff, const PricePeriod* before, const PricePeriod* after) {
    BookChange change{.charge = tariff.charge,
                      .storage_class = tariff.storage_class,
                      .kind = tariff.kind,
                      .tier = tariff.tier,
                      .unit = tariff.unit};
    if (before != nullptr) {
        change.before = before->bands;
        change.free_before = before->free;
    }
    if (after != nullptr) {
        change.after = after->bands;
        change.free_after = after->free;
        change.where = after->where;
    }
    return change;
}

bool goes_on(const BookChange& first, const BookChange& second) {
    return first.until == second.from && same_bands(first.before, second.before) &&
           same_bands(first.after, second.after) && first.free_before == second.free_before &&
           first.free_after == second.free_after;
}

void add_changes(const Tariff* before, const Tariff& after, Instant checked,
                 std::vector<BookChange>& changes) {
    std::set<Instant> bounds;
    add_bounds(before, bounds);
    add_bounds(&after, bounds);
    const std::size_t first = changes.size();
    for (auto bound = bounds.begin(); bound != bounds.end() && std::next(bound) != bounds.end(); ++bound) {
        const PricePeriod* const old_period = period_at(before, *bound);
        const PricePeriod* const new_period = period_at(&after, *bound);
        if (same_prices(old_period, new_period)) continue;
        BookChange change = change_of(after, old_period, new_period);
        change.from = *bound;
        change.until = *std::next(bound);
        change.contradicts_checked =
            old_period != nullptr && old_period->evidence.doubt.empty() && *bound < checked;
        if (changes.size() > first && goes_on(changes.back(), change)) {
            changes.back().until = change.until;
            changes.back().contradicts_checked |= change.contradicts_checked;
        } else {
            changes.push_back(std::move(change));
        }
    }
}

/// The end of the time that was checked.
Instant end_of_check(const PriceBook& book) {
    const auto day = parse_rfc3339(book.verified_until);
    return day ? *day + kDay : Instant{};
}

}  // namespace

std::string BookChange::before_text() const { return price_text(before, free_before); }

std::string BookChange::after_text() const { return price_text(after, free_after); }

std::string BookChange::charge_text() const {
    std::string details;
    for (const std::string& detail : {storage_class, kind, tier}) {
        if (!detail.empty()) details += (details.empty() ? "" : ", ") + detail;
    }
    const std::string name{usage::to_text(charge)};
    return details.empty() ? name : fmt::format("{} ({})", name, details);
}

std::vector<BookChange> book_changes(const PriceBook& before, const PriceBook& after) {
    std::vector<BookChange> changes;
    for (const Tariff& tariff : after.tariffs) {
        if (!tariff.rate_of) add_changes(same_charge(before, tariff), tariff, end_of_check(before), changes);
    }
    return changes;
}

}  // namespace firn::price_lists
