#include "core/pricing/check_price_book.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/pricing/month_prices.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::pricing {

using firn::to_text;

namespace {

std::string day_text(Instant instant) { return to_text(instant).substr(0, 10); }

void check_period(const PricePeriod& period, Diagnostics& diagnostics) {
    if (period.from >= period.until) {
        diagnostics.push_back({.code = "period-empty",
                               .where = period.where,
                               .what = fmt::format("these prices end on {} before they begin on {}",
                                                   day_text(period.until), day_text(period.from)),
                               .expected = "until: the first day after from on which they no longer hold"});
    }
    if (period.bands.empty()) {
        diagnostics.push_back({.code = "bands-empty",
                               .where = period.where,
                               .what = "these prices have no band",
                               .expected = "a price, or bands with a price each"});
    }
}

void check_bands(const PricePeriod& period, Diagnostics& diagnostics) {
    Rational lower = 0;
    for (std::size_t i = 0; i < period.bands.size(); ++i) {
        const Band& band = period.bands[i];
        const bool is_last = i + 1 == period.bands.size();
        if (band.up_to.has_value() == is_last) {
            diagnostics.push_back(
                {.code = "band-without-end",
                 .where = period.where,
                 .what = is_last ? "the last band has an end: above it there would be no price"
                                 : fmt::format("band {} of {} has no end", i + 1, period.bands.size()),
                 .expected = "up_to for each band but the last"});
        }
        if (band.up_to && *band.up_to <= lower) {
            diagnostics.push_back({.code = "band-out-of-order",
                                   .where = period.where,
                                   .what = fmt::format("band {} ends where or before it begins", i + 1),
                                   .expected = "bands in ascending order of up_to"});
        }
        lower = band.up_to.value_or(lower);
    }
}

void check_neighbours(const PricePeriod& first, const PricePeriod& second, Diagnostics& diagnostics) {
    if (second.from < first.until) {
        diagnostics.push_back(
            {.code = "period-overlap",
             .where = second.where,
             .what =
                 fmt::format("there are two prices for {}: the ones before hold {}", day_text(second.from),
                             first.until == open_end() ? "on" : "until " + day_text(first.until)),
             .expected = "periods in order of time, each beginning where the one before ends"});
    }
    if (second.from > first.until) {
        diagnostics.push_back({.code = "period-hole",
                               .where = second.where,
                               .what = fmt::format("there is no price from {} until {}",
                                                   day_text(first.until), day_text(second.from)),
                               .expected = "periods that follow each other without a gap"});
    }
}

void check_tariff(const Tariff& tariff, const PriceBook& book, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < tariff.periods.size(); ++i) {
        check_period(tariff.periods[i], diagnostics);
        check_bands(tariff.periods[i], diagnostics);
        if (i > 0) check_neighbours(tariff.periods[i - 1], tariff.periods[i], diagnostics);
    }
    if (tariff.storage_class.empty() || find_class(book, tariff.storage_class) != nullptr) return;
    const auto known = class_names(book);
    diagnostics.push_back(
        {.code = "class-unknown",
         .where = tariff.where,
         .what = fmt::format("the class \"{}\" is not among this book's", tariff.storage_class),
         .expected = one_of(known)});
}

bool name_the_same(const Tariff& a, const Tariff& b) {
    return a.charge == b.charge && a.storage_class == b.storage_class && a.kind == b.kind && a.tier == b.tier;
}

void check_repeated(const PriceBook& book, std::size_t index, Diagnostics& diagnostics) {
    for (std::size_t first = 0; first < index; ++first) {
        if (!name_the_same(book.tariffs[first], book.tariffs[index])) continue;
        diagnostics.push_back(
            {.code = "tariff-repeated",
             .where = book.tariffs[index].where,
             .what = fmt::format("{} stands here twice, first in line {}",
                                 to_text(key_of(book.tariffs[index])), book.tariffs[first].where.line),
             .remedy = "put all its prices into one list of periods"});
        return;
    }
}

}  // namespace

Diagnostics check(const PriceBook& book) {
    Diagnostics diagnostics;
    bool has_price = false;
    for (std::size_t i = 0; i < book.tariffs.size(); ++i) {
        check_tariff(book.tariffs[i], book, diagnostics);
        check_repeated(book, i, diagnostics);
        has_price = has_price || !book.tariffs[i].periods.empty();
    }
    if (!has_price) {
        diagnostics.push_back({.code = "price-book-empty",
                               .where = book.where,
                               .what = "the price book has no price at all",
                               .expected = "charges: a list, each with periods"});
    }
    return diagnostics;
}

}  // namespace firn::pricing
