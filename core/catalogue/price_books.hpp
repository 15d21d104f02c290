#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"

#include <string>
#include <vector>

namespace firn::catalogue {

/// The catalogue: every region of every built-in book, ordered by book and region.
[[nodiscard]] Result<std::vector<pricing::PriceBook>> built_in_price_books();

/// The prices of a region. `book` is a name in the catalogue, or the path of a file or of a folder that holds
/// `<region>.yaml` (recognised by a slash or a ".yaml" at its end).
/// Errors: "price-book-unknown", "region-unknown" (with "did you mean"), those of reading.
[[nodiscard]] Result<pricing::PriceBook> find_price_book(const std::string& book, const std::string& region);

/// Whether a price book is named by a path rather than by its name in the catalogue.
[[nodiscard]] bool is_price_book_path(const std::string& book);

}  // namespace firn::catalogue
