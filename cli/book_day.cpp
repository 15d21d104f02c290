#include "cli/book_day.hpp"

#include "core/report/price_period_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

namespace firn::cli {

Result<Instant> book_day(std::string_view option, const std::string& date, const pricing::PriceBook& book) {
    const auto day = parse_rfc3339(date);
    if (!day) {
        return failure({.code = "date-malformed",
                        .where = {std::string{option}, 0, 0},
                        .what = fmt::format("{} is not a day", firn::quoted(date)),
                        .expected = "a day, such as 2014-06-01"});
    }
    if (pricing::begin_of(book) <= *day && *day < pricing::end_of(book)) return *day;
    const bool holds_on = pricing::end_of(book) >= pricing::open_end();
    return failure(
        {.code = "date-outside-price-book",
         .where = {std::string{option}, 0, 0},
         .what = fmt::format("the price book {} has no prices of {} on {}", book.name, book.region, date),
         .expected = fmt::format("a day from {}", report::day_text(pricing::begin_of(book))) +
                     (holds_on ? std::string{}
                               : fmt::format(" and before {}", report::day_text(pricing::end_of(book))))});
}

Result<Instant> book_day_or_checked(std::string_view option, const std::string& date,
                                    const pricing::PriceBook& book) {
    return book_day(option, date.empty() ? book.verified_until : date, book);
}

}  // namespace firn::cli
