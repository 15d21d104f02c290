#pragma once

#include "core/pricing/price_book.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// The prices of a region; with a day, only those valid on it.
struct PriceBookReport {
    const pricing::PriceBook& book;
    std::optional<Instant> day{};
    Provenance provenance{};
};

/// Whether prices are to be shown: they hold on the day, or no day is asked for.
[[nodiscard]] bool holds_on(const pricing::PricePeriod& period, std::optional<Instant> day);

/// "aws-glacier in us-east-1 (Amazon Glacier (vault service)), from 2012-08-20 on, in USD; ...": what the
/// book is, and until when it was verified.
[[nodiscard]] std::string price_book_sentence(const PriceBookReport& report);

/// A row a band of each price, with its validity, whether it is confirmed, and its sources; a charge that has
/// another one's rate is one row that names it.
[[nodiscard]] Table prices_table(const PriceBookReport& report);

/// The same for programs: every band of every charge, with usage type, operations, the vendor's name of the
/// price (sku) and the doubts; numbers without separators.
[[nodiscard]] Table prices_for_programs(const PriceBookReport& report);

/// The sources of what is shown, in the order of the book.
[[nodiscard]] std::vector<const pricing::Source*> sources_of(const PriceBookReport& report);
[[nodiscard]] Table sources_table(const PriceBookReport& report);

/// A sentence for each doubt, with the charges that it concerns.
[[nodiscard]] std::vector<std::string> doubts_of(const PriceBookReport& report);

}  // namespace firn::report
