#pragma once

#include "core/pricing/price_book.hpp"

#include <set>
#include <string>
#include <vector>

namespace firn::second_opinion {

/// Why a number of the price books is not confirmed, and where it is used.
struct Doubt {
    std::string reason{};
    std::set<std::string> books{};    ///< "aws-glacier"
    std::set<std::string> charges{};  ///< "storage"
    std::set<std::string> regions{};
};

/// Every doubt of the books once, those of most regions first.
[[nodiscard]] std::vector<Doubt> doubts_of(const std::vector<pricing::PriceBook>& books);

}  // namespace firn::second_opinion
