#pragma once

#include "core/pricing/price_book.hpp"
#include "core/yaml/map_reader.hpp"

#include <string_view>

namespace firn::yaml {

/// One item of a price book's `charges`; `book` knows its GB and its sources already.
[[nodiscard]] pricing::Tariff read_tariff(const Node& node, const pricing::PriceBook& book, Reading& reading);

/// "2012-09-04", and a day of the calendar.
[[nodiscard]] bool is_day(std::string_view text);

}  // namespace firn::yaml
