#pragma once

#include "core/pricing/price_book.hpp"
#include "core/report/json_value.hpp"
#include "core/report/table.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// A row a region of each book: since when, until when, verified until when.
[[nodiscard]] Table catalogue_table(const std::vector<pricing::PriceBook>& books);
[[nodiscard]] std::string catalogue_json(const std::vector<pricing::PriceBook>& books,
                                         const Provenance& provenance);

/// The prices of a region; with a day, only those valid on it.
struct PriceBookReport {
    const pricing::PriceBook& book;
    std::optional<Instant> day{};
    Provenance provenance{};
};

/// "aws-glacier in us-east-1, USD; 1 GB is 1,073,741,824 bytes; prices verified until 2016-11-20."
[[nodiscard]] std::string price_book_sentence(const PriceBookReport& report);
/// A row a band of each price, with its validity, whether it is confirmed, and its sources.
[[nodiscard]] Table prices_table(const PriceBookReport& report);
/// A row a source, and a sentence for each doubt.
[[nodiscard]] Table sources_table(const pricing::PriceBook& book);
[[nodiscard]] std::vector<std::string> doubts_of(const PriceBookReport& report);
/// All of it.
[[nodiscard]] std::string price_book_json(const PriceBookReport& report);

}  // namespace firn::report
