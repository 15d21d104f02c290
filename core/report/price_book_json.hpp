#pragma once

#include "core/pricing/price_book.hpp"
#include "core/report/json_value.hpp"
#include "core/report/price_book_report.hpp"

#include <string>

namespace firn::report {

/// {price_book, title, region, currency, from, until, verified_until, closed_to_new_customers, fingerprint};
/// `until` is null when prices hold on, the day of closing when the book is open.
[[nodiscard]] Json book_identity_json(const pricing::PriceBook& book);

/// A book's prices with their evidence, as JSON.
[[nodiscard]] std::string price_book_json(const PriceBookReport& report);

}  // namespace firn::report
