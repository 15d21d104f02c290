#include "core/pricing/price_validity.hpp"

#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace firn::pricing {

using firn::to_text;

namespace {

constexpr std::string_view kHeldFlat = "they are held flat.";

/// The end of the day to which the book was checked.
std::optional<Instant> end_of_check(const PriceBook& book) {
    const auto last_day = parse_rfc3339(book.verified_until);
    if (!last_day) return std::nullopt;
    return *last_day + std::chrono::hours{24};
}

/// Empty texts of a what-if stand for all.
bool concerns(const usage::WhatIf& what_if, const LineItem& line, BillingPeriod month) {
    const auto fits = [](const std::string& wanted, const std::string& text) {
        return wanted.empty() || wanted == text;
    };
    return (!what_if.charge || *what_if.charge == line.charge) &&
           fits(what_if.storage_class, line.storage_class) && fits(what_if.kind, line.kind) &&
           fits(what_if.tier, line.tier) && (!what_if.from || *what_if.from < month.end()) &&
           (!what_if.until || *what_if.until > month.begin());
}

/// Whether no book says the price of the line.
bool is_stated(const LineItem& line, BillingPeriod month, const usage::BillingSettings& billing) {
    if (line.charge == usage::ChargeType::adjustment || line.charge == usage::ChargeType::other) return true;
    return std::any_of(billing.what_ifs.begin(), billing.what_ifs.end(),
                       [&](const usage::WhatIf& what_if) { return concerns(what_if, line, month); });
}

}  // namespace

bool is_held_flat(const PriceBook& book, BillingPeriod month, std::optional<Instant> prices_as_of) {
    const auto checked = end_of_check(book);
    if (!checked) return false;
    return prices_as_of ? *prices_as_of >= *checked : month.end() > *checked;
}

BillingPeriod last_checked_month(const PriceBook& book) {
    const auto checked = end_of_check(book);
    if (!checked) return BillingPeriod::containing(begin_of(book));
    const BillingPeriod month = BillingPeriod::containing(*checked).plus_months(-1);
    return month.begin() < begin_of(book) ? month.next() : month;
}

Grade grade_of(const LineItem& line, BillingPeriod month, const PriceBook& book,
               const usage::BillingSettings& billing) {
    if (!line.doubts.empty()) return Grade::unconfirmed;
    if (is_stated(line, month, billing)) return Grade::stated;
    if (is_held_flat(book, month, billing.prices_as_of)) return Grade::unconfirmed;
    return billing.prices_as_of ? Grade::stated : Grade::sourced;
}

Money unconfirmed_part(const std::vector<LineItem>& lines, BillingPeriod month, const PriceBook& book,
                       const usage::BillingSettings& billing) {
    Money sum;
    for (const LineItem& line : lines) {
        if (grade_of(line, month, book, billing) == Grade::unconfirmed) sum += line.cost_exact;
    }
    return sum;
}

Money unconfirmed_part(const Bill& bill, const PriceBook& book, const usage::BillingSettings& billing) {
    Money sum;
    for (const PeriodBill& period : bill.periods)
        sum += unconfirmed_part(period.lines, period.month, book, billing);
    return sum;
}

std::string held_flat_note(const PriceBook& book, const std::vector<BillingPeriod>& months,
                           std::optional<Instant> prices_as_of) {
    const auto first = std::find_if(months.begin(), months.end(), [&](BillingPeriod month) {
        return is_held_flat(book, month, prices_as_of);
    });
    if (first == months.end()) return {};
    const std::string span = *first == months.back()
                                 ? to_text(*first)
                                 : fmt::format("{} to {}", to_text(*first), to_text(months.back()));
    return fmt::format("The prices of {} were checked up to {}; for {} {}", book.name, book.verified_until,
                       span, kHeldFlat);
}

bool says_held_flat(std::string_view note) { return note.ends_with(kHeldFlat); }

Diagnostics held_flat_warnings(const std::vector<std::string>& notes) {
    const auto note = std::find_if(notes.begin(), notes.end(), says_held_flat);
    if (note == notes.end()) return {};
    return {{.code = "prices-held-flat",
             .severity = Severity::warning,
             .what = note->substr(0, note->size() - 1),
             .expected = "months for which the prices were checked",
             .remedy = "mind the unconfirmed share of the answer, or make a newer book of the vendor's price "
                       "lists (firn prices import)"}};
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
