#pragma once

#include "core/diag/result.hpp"
#include "core/price_lists/price_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace firn::price_lists {

/// A list with the warnings that came of reading it.
struct ReadList {
    PriceList list{};
    Diagnostics notes{};
};

/// Reads a price list as the vendor has it: the bulk file as JSON or CSV, or the answers of GetProducts (an
/// array of objects or of strings that hold them, `{"PriceList": [...]}`, or one such value after the other).
/// Which it is shows in the text. Of each product with a usage type that a rule may want, all prices are
/// kept; the others are counted.
///
/// `text` may be hundreds of MB; bytes up to `readable` from its beginning may be read, and when fewer than
/// 64 follow the text it is copied.
///
/// Errors, with their place: `list-format-unknown`, `list-offer-unknown`, `list-undated`, `list-cut-off`,
/// `json-malformed`, `json-truncated`, `text-not-utf8`, `quote-not-closed`, `list-column-missing`, those of
/// parse_price() and check_product(), and `list-not-ours` for a list without any product that Firn knows.
/// Warning: `list-price-missing` (a product that Firn would have priced by has no price).
[[nodiscard]] Result<ReadList> read_price_list(const std::string& file, std::string_view text,
                                               std::size_t readable = 0);

}  // namespace firn::price_lists
