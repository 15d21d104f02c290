#include "core/pricing/price_validity.hpp"

#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::pricing {

using firn::to_text;

std::string held_flat_note(const PriceBook& book, const std::vector<BillingPeriod>& months,
                           std::optional<Instant> prices_as_of) {
    const auto last_day = parse_rfc3339(book.verified_until);
    if (!last_day) return {};
    const Instant checked_until = *last_day + std::chrono::hours{24};
    if (prices_as_of && *prices_as_of < checked_until) return {};
    const auto first = std::find_if(months.begin(), months.end(),
                                    [&](BillingPeriod month) { return month.end() > checked_until; });
    if (first == months.end()) return {};
    const std::string span = *first == months.back()
                                 ? to_text(*first)
                                 : fmt::format("{} to {}", to_text(*first), to_text(months.back()));
    return fmt::format("The prices of {} were checked up to {}; for {} they are held flat.", book.name,
                       book.verified_until, span);
}

Diagnostics closed_book_warnings(const PriceBook& book, Instant begin) {
    if (!is_closed_at(book, begin)) return {};
    return {{.code = "book-closed",
             .severity = Severity::warning,
             .what = fmt::format(
                 "the service of the price book {} takes no new customers since {}; this begins on {}",
                 book.name, day_text(*book.closed_to_new_customers), day_text(begin)),
             .expected = "somebody who used it before",
             .remedy = "for a new start choose another price book (firn prices list)"}};
}

}  // namespace firn::pricing
