#pragma once

#include "core/statement/statement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// What a word in the column of a statement's line types stands for.
struct WordedType {
    statement::LineType type = statement::LineType::usage;
    bool is_total = false;  ///< a total or a heading: no charge
    bool is_known = true;   ///< false: the word is not known; `type` is then a fee
};

/// "Usage", "EdpDiscount", "SavingsPlanCoveredUsage" (cost and usage reports), "Purchase", "Adjustment"
/// (FOCUS), "LineItem", "InvoiceTotal", "Rounding" (detailed billing reports), "usage", "tax" (lists),
/// "storage", "other" (the charges of Firn's own bills). Empty: usage. `detail` makes a "Correction" a
/// refund, and says what an "adjustment" of Firn's is: its kind.
[[nodiscard]] WordedType line_type_of(std::string_view word, std::string_view detail = {});

/// "usage", "tax", "credit", "refund", "discount", "fee", "rounding": the types in a list.
[[nodiscard]] std::vector<std::string> line_type_words();

}  // namespace firn::io
