// Any bytes as a price list, in whichever format they seem to be: prices that make a book, or diagnostics.

#include "core/price_lists/found_prices.hpp"
#include "core/price_lists/import.hpp"
#include "core/price_lists/list_reader.hpp"
#include "tests/fuzz/laws.hpp"

#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firn;
    const auto read = price_lists::read_price_list("list", fuzz::text_of(data, size));
    if (!read) {
        fuzz::check_diagnostics(read.error());
        return 0;
    }
    const std::vector<price_lists::PriceList> lists{read->list};
    const auto found = price_lists::find_prices(lists);
    if (has_errors(found.notes)) {
        fuzz::check_diagnostics(found.notes);
        return 0;
    }
    for (std::size_t i = 0; i < found.regions.size(); ++i) {
        const auto book = price_lists::import_prices({found.regions[i]}, nullptr);
        if (!book) fuzz::check_diagnostics(book.error());
    }
    return 0;
}
