#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::price_lists {

/// The price of a range of a product, ready to be written: every field as lists have it.
struct ListRow {
    std::string offer{};
    std::string sku{};
    std::string usage_type{};
    std::string operation{};
    std::string unit{};
    std::string effective{};  ///< the day
    std::string begin{};
    std::string end{};    ///< "Inf" for the last range
    std::string price{};  ///< at least ten decimals
};

/// What a book says on a day, as rows of the vendor's lists.
struct ListedRows {
    std::string region{};
    std::string currency{};
    std::string day{};
    std::vector<ListRow> rows{};  ///< those of a product follow each other
    std::vector<std::string>
        left_out{};  ///< charges that no list sells, or whose price is not known for every amount
    [[nodiscard]] std::vector<std::string> offers() const;  ///< each once, in the order of the rows
};

/// The prices that hold on a day, by the rules that read lists, so that reading gives the same prices: a free
/// amount is a first range without a price. Where the book names no SKU, or one that two prices share, the
/// row has one of its own, made of its names.
[[nodiscard]] ListedRows listed_rows(const pricing::PriceBook& book, Instant day);

}  // namespace firn::price_lists
