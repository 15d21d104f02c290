#include "core/price_lists/listed_price.hpp"

#include "core/pricing/day_text.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

namespace firn::price_lists {

namespace {

constexpr std::size_t kDayLength = std::string_view{"2026-09-11"}.size();

/// The day of an instant.
std::optional<Instant> midnight_of(std::string_view text) {
    if (text.size() < kDayLength || !parse_rfc3339(text)) return std::nullopt;
    return parse_rfc3339(text.substr(0, kDayLength));
}

/// "01/03/2018" read with its parts in the order year, month, day.
std::optional<Instant> slashed_day(std::string_view text, bool day_first) {
    if (text.size() != kDayLength || text[2] != '/' || text[5] != '/') return std::nullopt;
    const std::string_view first = text.substr(0, 2);
    const std::string_view second = text.substr(3, 2);
    return parse_rfc3339(
        fmt::format("{}-{}-{}", text.substr(6), day_first ? second : first, day_first ? first : second));
}

bool is_first_of_month(Instant day) {
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(day)}.day() ==
           std::chrono::day{1};
}

void report(std::string_view part, const RawPrice& raw, QuantityError error, ListText& text) {
    text.report(text.offset_of(part, raw.offset), count_characters(part),
                {.code = std::move(error.code),
                 .what = std::move(error.what),
                 .expected = std::move(error.expected),
                 .remedy = std::move(error.remedy)});
}

std::optional<Instant> parse_effective(const RawPrice& raw, ListText& text) {
    if (const auto day = midnight_of(raw.effective)) return day;
    const auto day_first = slashed_day(raw.effective, true);
    const auto month_first = slashed_day(raw.effective, false);
    if (!day_first || !month_first || day_first == month_first) {
        if (day_first || month_first) return day_first ? day_first : month_first;
        report(raw.effective, raw,
               {"date-malformed", fmt::format("{} is not a day", firn::quoted(raw.effective)),
                "the day from which the price holds, such as 2018-03-01", ""},
               text);
        return std::nullopt;
    }
    // The vendor's prices begin on the first of a month.
    if (is_first_of_month(*day_first) != is_first_of_month(*month_first))
        return is_first_of_month(*day_first) ? day_first : month_first;
    report(raw.effective, raw,
           {"date-ambiguous",
            fmt::format("{} may be {} or {}", firn::quoted(raw.effective), pricing::day_text(*day_first),
                        pricing::day_text(*month_first)),
            "a day such as 2018-03-01",
            "a spreadsheet has rewritten the dates: take the file as the vendor has it"},
           text);
    return std::nullopt;
}

std::optional<Rational> parse_number(std::string_view part, const RawPrice& raw, std::string_view expected,
                                     ListText& text) {
    auto number = parse_amount(part);
    if (number) return *number;
    QuantityError error = std::move(number).error();
    error.expected = expected;
    if (part.find(',') != std::string_view::npos)
        error.remedy = "the decimal point is a full stop; a spreadsheet may have rewritten the file";
    report(part, raw, std::move(error), text);
    return std::nullopt;
}

/// Where a complaint about a price points: at its place in the list.
void report(const ListedPrice& price, Diagnostic diagnostic, ListText& text) {
    text.report(price.offset, 1, std::move(diagnostic));
}

std::string bound_text(const std::optional<Rational>& bound) {
    return bound ? format_decimal(*bound) : std::string{"Inf"};
}

void check_neighbours(const Product& product, const ListedPrice& first, const ListedPrice& second,
                      ListText& text) {
    if (first.effective != second.effective) return;
    if (first.begin == second.begin) {
        report(second,
               {.code = "list-two-prices",
                .what = fmt::format("there are two prices of {} for {}, {} and {}", product.sku,
                                    pricing::day_text(second.effective), format_at_least(first.price, 3),
                                    format_at_least(second.price, 3)),
                .expected = "one price for a range of quantity from a day on"},
               text);
    } else if (!first.end || *first.end > second.begin) {
        report(second,
               {.code = "list-band-overlap",
                .what = fmt::format("this range of {} begins at {}, within the one before, which ends at {}",
                                    product.sku, format_decimal(second.begin), bound_text(first.end)),
                .expected = "ranges that follow each other"},
               text);
    } else if (*first.end < second.begin) {
        report(second,
               {.code = "list-band-hole",
                .what = fmt::format("{} has no price from {} to {}", product.sku, format_decimal(*first.end),
                                    format_decimal(second.begin)),
                .expected = "ranges that follow each other"},
               text);
    }
}

void check_ends(const Product& product, std::size_t index, ListText& text) {
    const ListedPrice& price = product.prices.at(index);
    const bool is_first = index == 0 || product.prices.at(index - 1).effective != price.effective;
    const bool is_last =
        index + 1 == product.prices.size() || product.prices.at(index + 1).effective != price.effective;
    if (is_first && price.begin != 0) {
        report(price,
               {.code = "list-band-hole",
                .what = fmt::format("{} has no price from 0 to {}", product.sku, format_decimal(price.begin)),
                .expected = "ranges from 0 to Inf"},
               text);
    }
    if (is_last && price.end) {
        report(price,
               {.code = "list-band-hole",
                .what = fmt::format("{} has no price above {}", product.sku, format_decimal(*price.end)),
                .expected = "ranges from 0 to Inf"},
               text);
    }
}

}  // namespace

std::optional<ListedPrice> parse_price(const RawPrice& raw, ListText& text) {
    const auto effective = parse_effective(raw, text);
    const auto price = parse_number(raw.price, raw, "a price of one unit, such as 0.0040000000", text);
    const auto begin = parse_number(raw.begin, raw, "where the range begins, such as 0 or 51200", text);
    std::optional<Rational> end;
    const bool is_open = raw.end == "Inf";
    if (!is_open) end = parse_number(raw.end, raw, "where the range ends, such as 51200 or Inf", text);
    if (!effective || !price || !begin || (!is_open && !end)) return std::nullopt;
    const std::size_t offset = text.offset_of(raw.price, raw.offset);
    return ListedPrice{.rate_code = std::string{raw.rate_code},
                       .currency = std::string{raw.currency},
                       .unit = std::string{raw.unit},
                       .effective = *effective,
                       .begin = *begin,
                       .end = end,
                       .price = *price,
                       .where = text.at(offset),
                       .offset = offset};
}

void check_product(Product& product, ListText& text) {
    auto& prices = product.prices;
    std::stable_sort(prices.begin(), prices.end(), [](const ListedPrice& a, const ListedPrice& b) {
        return std::tie(a.effective, a.begin) < std::tie(b.effective, b.begin);
    });
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (i > 0) check_neighbours(product, prices[i - 1], prices[i], text);
        check_ends(product, i, text);
    }
}

std::string day_of(std::string_view published) {
    if (midnight_of(published)) return std::string{published.substr(0, kDayLength)};
    if (published.size() < 8) return {};
    const std::string day =
        fmt::format("{}-{}-{}", published.substr(0, 4), published.substr(4, 2), published.substr(6, 2));
    return midnight_of(day) ? day : std::string{};
}

}  // namespace firn::price_lists
