#pragma once

#include "core/price_lists/list_text.hpp"
#include "core/price_lists/price_list.hpp"

namespace firn::price_lists {

/// Reads the bulk file in CSV; what is wrong is reported to the text.
[[nodiscard]] PriceList read_csv_list(ListText& text);

}  // namespace firn::price_lists
