#pragma once

#include "core/catalogue/price_books.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/provenance.hpp"

namespace firn::cli {

using catalogue::built_in_price_books;
using catalogue::find_price_book;
using catalogue::is_price_book_path;

/// Which edition it is, for the answer.
[[nodiscard]] report::PriceBookIdentity identity_of(const pricing::PriceBook& book);

}  // namespace firn::cli
