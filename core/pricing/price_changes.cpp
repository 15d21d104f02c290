#include "core/pricing/price_changes.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/pricing/day_text.hpp"
#include "core/pricing/held_prices.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace firn::pricing {

using firn::to_text;
using usage::WhatIf;

namespace {

bool names(const WhatIf& what_if, const Tariff& tariff) {
    return (!what_if.charge || *what_if.charge == tariff.charge) &&
           (what_if.storage_class.empty() || what_if.storage_class == tariff.storage_class) &&
           (what_if.kind.empty() || what_if.kind == tariff.kind) &&
           (what_if.tier.empty() || what_if.tier == tariff.tier);
}

/// What is owed of a minimum duration is billed at the month's storage price.
bool follows_storage(const WhatIf& what_if, const Tariff& tariff) {
    return what_if.charge == ChargeType::storage && tariff.charge == ChargeType::early_deletion &&
           what_if.kind.empty() && what_if.tier.empty() &&
           (what_if.storage_class.empty() || what_if.storage_class == tariff.storage_class);
}

/// Of a charge at the rate of another, that one's what-ifs count too.
bool concerns(const WhatIf& what_if, const Tariff& tariff, const PriceBook& book) {
    return names(what_if, tariff) || follows_storage(what_if, tariff) ||
           (tariff.rate_of && names(what_if, book.tariffs.at(*tariff.rate_of)));
}

PricePeriod changed(PricePeriod period, const WhatIf& what_if) {
    const Rational factor = 1 + what_if.change;
    for (Band& band : period.bands)
        band.price = UnitPrice{Rational{band.price.per_unit() * factor}};
    period.evidence.what_ifs.push_back(change_text(what_if));
    return period;
}

/// The periods with the what-if applied; true when any price changed.
bool apply(const WhatIf& what_if, std::vector<PricePeriod>& periods) {
    bool is_used = false;
    std::vector<PricePeriod> result;
    for (const PricePeriod& period : periods) {
        const Instant from = what_if.from ? std::max(period.from, *what_if.from) : period.from;
        const Instant until = what_if.until ? std::min(period.until, *what_if.until) : period.until;
        if (from >= until) {
            result.push_back(period);
            continue;
        }
        is_used = true;
        const auto add = [&](PricePeriod piece, Instant begin, Instant end) {
            piece.from = begin;
            piece.until = end;
            if (begin < end) result.push_back(std::move(piece));
        };
        add(period, period.from, from);
        add(changed(period, what_if), from, until);
        add(period, until, period.until);
    }
    periods = std::move(result);
    return is_used;
}

std::string name_text(const WhatIf& what_if) {
    std::string text{what_if.charge ? usage::to_text(*what_if.charge) : "every charge"};
    if (!what_if.kind.empty()) text += fmt::format(" ({})", what_if.kind);
    if (!what_if.tier.empty()) text += fmt::format(" ({})", what_if.tier);
    if (!what_if.storage_class.empty()) text += fmt::format(" of {}", what_if.storage_class);
    return text;
}

/// What the book has of each charge: "storage of glacier".
std::vector<std::string> charge_names(const PriceBook& book) {
    std::set<std::string> seen;
    std::vector<std::string> result;
    for (const Tariff& tariff : book.tariffs) {
        std::string name{usage::to_text(tariff.charge)};
        if (seen.insert(name).second) result.push_back(std::move(name));
    }
    return result;
}

/// "a day from 2012-08-20 on"
std::string times_of(const PriceBook& book, std::string_view what) {
    const std::string from = fmt::format("{} from {} on", what, day_text(begin_of(book)));
    if (end_of(book) == open_end()) return from;
    return fmt::format("{} and before {}", from, day_text(end_of(book)));
}

Diagnostic unused(const WhatIf& what_if, const PriceBook& book, bool is_known) {
    if (is_known) {
        return {.code = "what-if-unused",
                .where = what_if.where,
                .what = fmt::format("the price book {} has no price for {} that would be {}", book.name,
                                    name_text(what_if), change_text(what_if)),
                .expected =
                    fmt::format("a time from {} until {}", day_text(begin_of(book)), day_text(end_of(book)))};
    }
    return {.code = "what-if-unused",
            .where = what_if.where,
            .what = fmt::format("the price book {} has no price for {} in {}", book.name, name_text(what_if),
                                book.region),
            .expected = one_of(charge_names(book)) + ", with a class, kind or tier that the charge has",
            .remedy = "firn prices show lists what the book has"};
}

void apply(const WhatIf& what_if, PriceBook& book, Diagnostics& diagnostics) {
    bool is_known = false;
    bool is_used = false;
    for (Tariff& tariff : book.tariffs) {
        if (!concerns(what_if, tariff, book)) continue;
        is_known = true;
        is_used = apply(what_if, tariff.periods) || is_used;
    }
    if (!is_used) diagnostics.push_back(unused(what_if, book, is_known));
}

Diagnostic outside_book(Instant day, const PriceBook& book, const SourceLocation& where) {
    return {.code = "prices-as-of-outside-book",
            .where = where,
            .what = fmt::format("the price book {} has no prices of {} on {}", book.name, book.region,
                                day_text(day)),
            .expected = times_of(book, "a day")};
}

}  // namespace

bool changes_prices(const usage::BillingSettings& billing) {
    return billing.prices_as_of || !billing.what_ifs.empty();
}

std::string change_text(const WhatIf& what_if) {
    const Rational percent = what_if.change * 100;
    std::string text = percent < 0 ? fmt::format("{} % cheaper", format_decimal(-percent))
                                   : fmt::format("{} % dearer", format_decimal(percent));
    if (what_if.from) text += " from " + day_text(*what_if.from);
    if (what_if.until) text += " until " + day_text(*what_if.until);
    return text;
}

Result<PriceBook> changed_prices(const PriceBook& book, const usage::BillingSettings& billing) {
    PriceBook result = book;
    if (billing.prices_as_of) {
        const Instant day = *billing.prices_as_of;
        if (day < begin_of(book) || day >= end_of(book))
            return failure(outside_book(day, book, billing.where));
        result = with_prices_of(book, day);
    }
    Diagnostics diagnostics;
    for (const WhatIf& what_if : billing.what_ifs)
        apply(what_if, result, diagnostics);
    if (!diagnostics.empty()) return diagnostics;
    return result;
}

std::vector<std::string> price_change_notes(const usage::BillingSettings& billing) {
    std::vector<std::string> notes;
    if (billing.prices_as_of)
        notes.push_back(
            fmt::format("Every month is billed by the prices of {}.", day_text(*billing.prices_as_of)));
    for (const WhatIf& what_if : billing.what_ifs)
        notes.push_back(fmt::format("What if: {} is {}.", name_text(what_if), change_text(what_if)));
    return notes;
}

}  // namespace firn::pricing
