#pragma once

#include "core/pricing/price_book.hpp"

#include <string>
#include <string_view>

namespace firn::yaml {

/// A price book as a YAML text that reads back as the same: every price as an exact decimal, with its
/// sources, SKU and doubts. `heading` becomes comment lines above all; it may be empty. All texts must be
/// UTF-8.
///
///     - {from: 2026-03-01, price: 0.0036, sku: ZGASJWMFVH7NM8RK, sources: [AmazonS3-2026-09-18]}
[[nodiscard]] std::string price_book_text(const pricing::PriceBook& book, std::string_view heading = {});

}  // namespace firn::yaml
