#include "core/pricing/month_prices.hpp"

#include "core/diag/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

/// The vendor's own default of a retrieval that names no tier.
constexpr std::string_view kDefaultTier = "standard";

bool matches(const Tariff& tariff, const TariffKey& key) {
    return (!key.charge || *key.charge == tariff.charge) &&
           (key.storage_class.empty() || key.storage_class == tariff.storage_class) &&
           (key.kind.empty() || key.kind == tariff.kind) && (key.tier.empty() || key.tier == tariff.tier);
}

TariffKey key_of(const usage::PriceOverride& stated) {
    return {stated.charge, stated.storage_class, stated.kind, stated.tier};
}

std::vector<PricePiece> pieces_of(const Tariff& tariff, BillingPeriod month) {
    std::vector<PricePiece> pieces;
    for (const PricePeriod& period : tariff.periods) {
        const Instant from = std::max(period.from, month.begin());
        const Instant until = std::min(period.until, month.end());
        if (from < until) pieces.push_back({from, until, &period});
    }
    return pieces;
}

std::vector<MonthTariff> listed_tariffs(const PriceBook& book, BillingPeriod month) {
    std::vector<MonthTariff> tariffs;
    tariffs.reserve(book.tariffs.size());
    for (std::size_t i = 0; i < book.tariffs.size(); ++i) {
        const Tariff& tariff = book.tariffs[i];
        tariffs.push_back({&tariff, tariff.rate_of.value_or(i), pieces_of(tariff, month)});
    }
    std::stable_sort(tariffs.begin(), tariffs.end(), [](const MonthTariff& a, const MonthTariff& b) {
        return a.tariff->charge < b.tariff->charge;
    });
    return tariffs;
}

Diagnostic unknown_name(std::string code, std::string_view noun, const std::string& name,
                        const std::vector<std::string>& known, const PriceBook& book,
                        const SourceLocation& where) {
    const std::string closest = closest_to(name, known);
    return {.code = std::move(code),
            .where = where,
            .what = fmt::format("the price book {} has no {} \"{}\"", book.name, noun, name),
            .expected = known.empty() ? fmt::format("no {}", noun) : one_of(known),
            .remedy = closest.empty() ? "" : fmt::format("did you mean \"{}\"?", closest)};
}

/// The part of a key that the book does not know at all, if any.
std::optional<Diagnostic> unknown_part(const TariffKey& key, const PriceBook& book,
                                       const SourceLocation& where) {
    const auto lacks = [](const std::vector<std::string>& names, const std::string& name) {
        return !name.empty() && std::find(names.begin(), names.end(), name) == names.end();
    };
    const auto classes = class_names(book);
    if (lacks(classes, key.storage_class))
        return unknown_name("class-unknown", "class", key.storage_class, classes, book, where);
    const auto kinds = kind_names(book);
    // Kinds of overhead are the book's own words, which nobody wrote.
    if (key.charge != ChargeType::overhead && lacks(kinds, key.kind))
        return unknown_name("kind-unknown", "kind of request", key.kind, kinds, book, where);
    const auto tiers = tier_names(book);
    if (lacks(tiers, key.tier)) return unknown_name("tier-unknown", "tier", key.tier, tiers, book, where);
    return std::nullopt;
}

/// Applies what-if prices to the tariffs that they name, and to those that are billed at the rate of one.
class OverrideApplier {
  public:
    OverrideApplier(std::vector<MonthTariff>& tariffs, const PriceBook& book, BillingPeriod month)
        : tariffs_{tariffs}, book_{book}, month_{month} {}

    void apply(const usage::PriceOverride& stated) {
        bool used = false;
        bool has_peak_fee = false;
        bool has_free_amount = false;
        for (MonthTariff& entry : tariffs_) {
            if (!matches(*entry.tariff, key_of(stated))) continue;
            used = true;
            const bool is_in_force = !entry.pieces.empty();
            const bool is_peak_fee = entry.tariff->peak_fee.has_value();
            has_peak_fee = has_peak_fee || (is_peak_fee && is_in_force);
            has_free_amount = has_free_amount || (!is_peak_fee && is_in_force);
            if (stated.price) apply_price(entry, stated);
            if (stated.free && !is_peak_fee) apply_free(entry, stated);
        }
        if (!used) return report_unused(stated);
        if (stated.free && has_peak_fee && !has_free_amount) report_no_free_amount(stated);
    }

    /// What was stated for a rate holds for all that are billed at it and have nothing stated of their own.
    void hand_down() {
        for (const MonthTariff& root : tariffs_) {
            const bool is_root = !root.tariff->rate_of && (root.stated_price || root.stated_free);
            if (!is_root) continue;
            for (MonthTariff& entry : tariffs_) {
                if (&entry != &root && entry.pool == root.pool) inherit(entry, root);
            }
        }
    }

    [[nodiscard]] Diagnostics take() && { return std::move(diagnostics_); }

  private:
    void inherit(MonthTariff& entry, const MonthTariff& root) {
        if (entry.stated_price == nullptr && root.stated_price != nullptr) {
            entry.stated_price = root.stated_price;
            entry.stated_bands = root.stated_bands;
            cover_month(entry);
        }
        if (entry.stated_free == nullptr && root.stated_free != nullptr) {
            entry.stated_free = root.stated_free;
            entry.stated_amount = root.stated_amount;
        }
    }

    void cover_month(MonthTariff& entry) const {
        const PricePeriod* listed = entry.pieces.empty() ? nullptr : entry.pieces.front().listed;
        entry.pieces = {{month_.begin(), month_.end(), listed}};
    }

    void apply_price(MonthTariff& entry, const usage::PriceOverride& stated) {
        if (entry.stated_price != nullptr && !(*entry.stated_price->price == *stated.price))
            return report_contradiction(entry, *entry.stated_price, stated);
        entry.stated_price = &stated;
        entry.stated_bands = {Band{.price = *stated.price}};
        // A fee by the hour needs the book's terms, so it stays within the book's time.
        if (!entry.tariff->peak_fee) cover_month(entry);
    }

    void apply_free(MonthTariff& entry, const usage::PriceOverride& stated) {
        if (entry.stated_free != nullptr && *entry.stated_free->free != *stated.free)
            return report_contradiction(entry, *entry.stated_free, stated);
        entry.stated_free = &stated;
        const BillingUnit unit = entry.tariff->unit;
        const bool by_the_byte = unit == BillingUnit::gb || unit == BillingUnit::gb_month;
        entry.stated_amount = by_the_byte ? Rational{*stated.free / book_.gb.count()} : *stated.free;
    }

    void report_contradiction(const MonthTariff& entry, const usage::PriceOverride& first,
                              const usage::PriceOverride& second) {
        diagnostics_.push_back(
            {.code = "override-contradicts",
             .where = second.where,
             .what = fmt::format("this says something else about {} than line {}",
                                 to_text(pricing::key_of(*entry.tariff)), first.where.line),
             .expected = "one price and one free amount for each charge",
             .remedy = "keep one of the two"});
    }

    void report_no_free_amount(const usage::PriceOverride& stated) {
        diagnostics_.push_back(
            {.code = "override-unused",
             .where = stated.where,
             .what = "the retrieval fee of this time has no free amount: its allowance follows "
                     "from what is stored",
             .expected = "a price for retrieval, or a free amount for another charge"});
    }

    void report_unused(const usage::PriceOverride& stated) {
        const TariffKey key = key_of(stated);
        auto unknown = unknown_part(key, book_, stated.where);
        diagnostics_.push_back(
            unknown
                ? *std::move(unknown)
                : Diagnostic{.code = "override-unused",
                             .where = stated.where,
                             .what = fmt::format("the price book {} has no charge {} to which this applies",
                                                 book_.name, to_text(key))});
    }

    std::vector<MonthTariff>& tariffs_;
    const PriceBook& book_;
    BillingPeriod month_;
    Diagnostics diagnostics_;
};

/// True when both give the same line at the same price.
bool are_alike(const MonthTariff& a, const MonthTariff& b) {
    const auto price = [](const MonthTariff& entry) {
        return entry.pieces.empty() ? UnitPrice{} : entry.bands(entry.pieces.front()).front().price;
    };
    return a.tariff->charge == b.tariff->charge && a.tariff->storage_class == b.tariff->storage_class &&
           a.tariff->usage_type == b.tariff->usage_type && price(a) == price(b);
}

}  // namespace

const std::vector<Band>& MonthTariff::bands(const PricePiece& piece) const {
    return stated_price != nullptr ? stated_bands : piece.listed->bands;
}

bool MonthTariff::has_price(std::optional<Instant> at) const {
    return at ? piece_at(*at) != nullptr : !pieces.empty();
}

Rational MonthTariff::free(const PricePiece& piece) const {
    if (stated_free != nullptr) return stated_amount;
    return piece.listed != nullptr ? piece.listed->free : Rational{0};
}

const PricePiece* MonthTariff::piece_at(Instant instant) const {
    const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const PricePiece& piece) {
        return piece.from <= instant && instant < piece.until;
    });
    return found == pieces.end() ? nullptr : &*found;
}

std::string to_text(const TariffKey& key) {
    std::string text{key.charge ? to_text(*key.charge) : std::string_view{"requests"}};
    const std::string& detail = key.kind.empty() ? key.tier : key.kind;
    if (!detail.empty()) text += fmt::format(" ({})", detail);
    return key.storage_class.empty() ? text : fmt::format("{} of {}", text, key.storage_class);
}

TariffKey key_of(const Tariff& tariff) {
    return {tariff.charge, tariff.storage_class, tariff.kind, tariff.tier};
}

Result<std::vector<MonthTariff>> month_prices(const usage::Period& period, const PriceBook& book) {
    auto tariffs = listed_tariffs(book, period.month);
    OverrideApplier applier{tariffs, book, period.month};
    for (const usage::PriceOverride& stated : period.prices)
        applier.apply(stated);
    applier.hand_down();
    Diagnostics diagnostics = std::move(applier).take();
    if (!diagnostics.empty()) return diagnostics;
    return tariffs;
}

namespace {

/// The tiers that a key may mean: the one it names, or else no tier where there is a price without one, and
/// `standard` otherwise.
std::string tier_meant(const std::vector<MonthTariff>& tariffs, const TariffKey& key,
                       std::optional<Instant> at) {
    if (!key.tier.empty()) return key.tier;
    bool any_untiered = false;
    bool any_standard = false;
    for (const MonthTariff& entry : tariffs) {
        if (!matches(*entry.tariff, key)) continue;
        const bool untiered = entry.tariff->tier.empty();
        if (untiered && entry.has_price(at)) return {};
        any_untiered = any_untiered || untiered;
        any_standard = any_standard || (entry.tariff->tier == kDefaultTier && entry.has_price(at));
    }
    return any_standard || !any_untiered ? std::string{kDefaultTier} : std::string{};
}

}  // namespace

Result<std::size_t> find_tariff(const std::vector<MonthTariff>& tariffs, const TariffKey& key,
                                std::optional<Instant> at, const PriceBook& book,
                                const SourceLocation& where) {
    const std::string tier = tier_meant(tariffs, key, at);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < tariffs.size(); ++i) {
        if (!matches(*tariffs[i].tariff, key) || tariffs[i].tariff->tier != tier) continue;
        // Of several that this may be, those that have a price at the time.
        if (found && !tariffs[i].has_price(at)) continue;
        if (found && tariffs[*found].has_price(at) && !are_alike(tariffs[*found], tariffs[i])) {
            return failure({.code = "charge-ambiguous",
                            .where = where,
                            .what = fmt::format("{} has more than one price", to_text(key)),
                            .remedy = "say which with class, kind or tier"});
        }
        if (!found || !tariffs[*found].has_price(at)) found = i;
    }
    if (found) return *found;
    if (auto unknown = unknown_part(key, book, where)) return failure(*std::move(unknown));
    return failure({.code = "price-absent",
                    .where = where,
                    .what = fmt::format("the price book {} has no price for {} in {}", book.name,
                                        to_text(key), book.region),
                    .remedy = "leave it out, or choose a price book that has it (firn prices list)"});
}

}  // namespace firn::pricing
