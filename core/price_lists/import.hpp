#pragma once

#include "core/diag/result.hpp"
#include "core/price_lists/book_changes.hpp"
#include "core/price_lists/found_prices.hpp"
#include "core/pricing/price_book.hpp"

#include <string>
#include <vector>

namespace firn::price_lists {

/// A book with the prices of lists in it.
struct ImportedBook {
    pricing::PriceBook book{};
    pricing::PriceBook before{};        ///< the book they were merged into; without charges when it is new
    std::vector<ListIdentity> lists{};  ///< the editions it was made of, by day of publication
    std::vector<FoundPrice> prices{};   ///< of the last edition that names each charge
    std::vector<BookChange> changes{};  ///< of a book that was there before
    Diagnostics notes{};
};

/// Puts the prices of one region and book, in the order of publication, into a book: into `onto`, or into a
/// new one. Each price holds from the day on which its term takes effect, and on; each names its SKU and
/// list.
///
/// Where a price has not changed its period stays one, whatever is doubted about it, and gets the list as a
/// source. Where it has, the older one ends on the day the new one begins. A time between the end of a known
/// price and the beginning of the next is filled with the former, marked. A list that is older than the last
/// check of a charge says nothing of the time after its publication; where the book has another price there,
/// that is marked. A charge was last checked on the day of the newest source of its last price, if that is a
/// list of the service, and otherwise on the book's. Free amounts that a list does not name stay.
///
/// Warning: `list-contradicts-book` (another price for a time for which the book had one that was checked).
/// Errors: `list-book-differs`, `list-currencies` (the book is in another currency), those of
/// pricing::check().
[[nodiscard]] Result<ImportedBook> import_prices(const std::vector<RegionPrices>& editions,
                                                 const pricing::PriceBook* onto);

}  // namespace firn::price_lists
