#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/grade.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/usage/billing_settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Until when prices were checked, and which of them nobody confirmed. Every command that says either asks
/// here (docs/price-model.md, "What is not confirmed").
namespace firn::pricing {

/// Whether the month's prices are held beyond the day to which the book was checked: the month ends after
/// that day, or all months are billed by the prices of a later day. A book whose `verified_until` is no day
/// holds none.
[[nodiscard]] bool is_held_flat(const PriceBook& book, BillingPeriod month,
                                std::optional<Instant> prices_as_of = {});

/// The last month that the book was checked for as a whole; where it has none, that of the day itself.
[[nodiscard]] BillingPeriod last_checked_month(const PriceBook& book);

/// Of the price of a line: `sourced`, the vendor's, as the book tells; `stated`, by the settings (a what-if,
/// the prices of a day, a line of one's own); `unconfirmed`, the book doubts it, or it is held flat. `month`
/// is that of the line; `billing` are the settings that it was priced with.
[[nodiscard]] Grade grade_of(const LineItem& line, BillingPeriod month, const PriceBook& book,
                             const usage::BillingSettings& billing = {});

/// How much of a bill rests on unconfirmed prices, exact.
[[nodiscard]] Money unconfirmed_part(const Bill& bill, const PriceBook& book,
                                     const usage::BillingSettings& billing = {});
/// Of lines of one month.
[[nodiscard]] Money unconfirmed_part(const std::vector<LineItem>& lines, BillingPeriod month,
                                     const PriceBook& book, const usage::BillingSettings& billing = {});

/// A sentence about months after the day to which the book's prices were checked: "The prices were checked up
/// to 2026-09-18; for 2026-10 to 2028-09 they are held flat." Empty when all months end by then, or all are
/// billed by the prices of an earlier day. Months are ascending.
[[nodiscard]] std::string held_flat_note(const PriceBook& book, const std::vector<BillingPeriod>& months,
                                         std::optional<Instant> prices_as_of = {});
/// Whether the note of a bill is such a sentence.
[[nodiscard]] bool says_held_flat(std::string_view note);

/// The warning `prices-held-flat`, where one of the notes of a bill says so; none otherwise.
[[nodiscard]] Diagnostics held_flat_warnings(const std::vector<std::string>& notes);

/// The warning `book-closed` for somebody who begins to use the service when its book takes no new customers
/// any more; none before that day.
[[nodiscard]] Diagnostics closed_book_warnings(const PriceBook& book, Instant begin);

}  // namespace firn::pricing
