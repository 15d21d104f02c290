#pragma once

#include "core/price_lists/found_prices.hpp"
#include "core/price_lists/import.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What an import of price lists read and made.
struct PriceImportReport {
    const price_lists::FoundPrices& found;
    const std::vector<price_lists::ImportedBook>& books;
    bool is_merged = false;              ///< into books that were there before
    std::vector<std::string> written{};  ///< the files that were written
    Provenance provenance{};
};

/// "24 prices of us-east-1 for aws-s3-glacier, published 2026-09-11 to 2026-09-18; 240 of 264 products are
/// not used." and, where books were there before, what has changed.
[[nodiscard]] std::vector<std::string> price_import_sentences(const PriceImportReport& report);

/// A row a price: charge, from when, price, and the SKU and list that say so.
[[nodiscard]] Table imported_prices_table(const PriceImportReport& report);

/// What the books that were there before say otherwise now: a row a charge and time, old price and new.
[[nodiscard]] Table changed_prices_table(const PriceImportReport& report);

/// What no rule wants, by list, usage type and operation.
[[nodiscard]] Table unused_products_table(const PriceImportReport& report);

/// All of it.
[[nodiscard]] std::string price_import_json(const PriceImportReport& report);

}  // namespace firn::report
