#pragma once

#include "core/price_lists/listed_rows.hpp"

#include <string>
#include <string_view>

namespace firn::price_lists {

/// The rows of one offer as the vendor's bulk file: in JSON, or in CSV with its five lines before the header.
/// It says that Firn wrote it.
[[nodiscard]] std::string bulk_json(const ListedRows& rows, std::string_view offer);
[[nodiscard]] std::string bulk_csv(const ListedRows& rows, std::string_view offer);

}  // namespace firn::price_lists
