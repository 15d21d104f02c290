#pragma once

#include "core/price_lists/list_text.hpp"
#include "core/price_lists/price_list.hpp"

#include <cstddef>

namespace firn::price_lists {

/// Reads a list in JSON; what is wrong is reported to the text.
[[nodiscard]] PriceList read_json_list(ListText& text, std::size_t readable);

}  // namespace firn::price_lists
