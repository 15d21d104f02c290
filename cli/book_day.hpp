#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/time.hpp"

#include <string>
#include <string_view>

namespace firn::cli {

/// The day that an option names, on which the book has prices. Errors: `date-malformed`,
/// `date-outside-price-book`.
[[nodiscard]] Result<Instant> book_day(std::string_view option, const std::string& date,
                                       const pricing::PriceBook& book);

/// The same; the day up to which the book was checked when the option is not given.
[[nodiscard]] Result<Instant> book_day_or_checked(std::string_view option, const std::string& date,
                                                  const pricing::PriceBook& book);

}  // namespace firn::cli
