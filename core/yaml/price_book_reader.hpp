#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"

#include <string>

namespace firn::yaml {

/// Reads one region's file of a price book, scenarios/price_books/<book>/<region>.yaml; its layout is in
/// docs/price-model.md. Errors: those of parse_document() and MapReader, those of pricing::check(), and
/// `source-unknown`, `date-malformed`, `charge-type-unknown`, `unit-of-charge-unknown`, `rule-unknown`.
[[nodiscard]] Result<pricing::PriceBook> read_price_book(std::string file, std::string text);

}  // namespace firn::yaml
