#pragma once

#include "core/pricing/price_book.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// A sentence a book, in the order of the list:
///
///     aws-glacier: Amazon Glacier (vault service), 9 regions, closed to new customers from 2025-12-15.
[[nodiscard]] std::vector<std::string> catalogue_sentences(const std::vector<pricing::PriceBook>& books);

/// A row a region of each book: since when it has prices, until when ("open": they hold on), and the day to
/// which they were verified.
[[nodiscard]] Table catalogue_table(const std::vector<pricing::PriceBook>& books);

[[nodiscard]] std::string catalogue_json(const std::vector<pricing::PriceBook>& books,
                                         const Provenance& provenance);

}  // namespace firn::report
