#include "cli/price_books.hpp"

namespace firn::cli {

report::PriceBookIdentity identity_of(const pricing::PriceBook& book) {
    return {book.name, book.region, book.verified_until, book.fingerprint};
}

}  // namespace firn::cli
