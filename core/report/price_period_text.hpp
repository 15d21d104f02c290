#pragma once

#include "core/pricing/price_book.hpp"

#include <cstddef>
#include <string>

/// How the prices of a book are said in a cell of a table.
namespace firn::report {

/// "2016-12-01"
[[nodiscard]] std::string day_text(Instant instant);

/// The last day of prices that hold until `until`; "open" when they hold on.
[[nodiscard]] std::string last_day_text(Instant until);

/// "all", "first 10,240", "to 51,200", "above 512,000": the range of a band, in billing units.
[[nodiscard]] std::string band_text(const pricing::PricePeriod& period, std::size_t index);

/// "retrieval, standard": the kind and the tier of a charge; empty when it has neither.
[[nodiscard]] std::string detail_text(const pricing::Tariff& tariff);

/// "storage (standard)": a charge with its class, kind and tier.
[[nodiscard]] std::string charge_text(const pricing::Tariff& tariff);

/// Why a band's price is not confirmed; empty: it is.
[[nodiscard]] std::string joined_doubts(const pricing::Tariff& tariff, const pricing::PricePeriod& period,
                                        const pricing::Band& band);

}  // namespace firn::report
