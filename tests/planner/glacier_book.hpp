#pragma once

#include "core/io/read_text_file.hpp"
#include "core/pricing/price_book.hpp"
#include "core/yaml/price_book_reader.hpp"

#include <string>

namespace firn::planner::test {

/// The prices of vaults in us-east-1.
[[nodiscard]] inline const pricing::PriceBook& book() {
    static const std::string kPath =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-glacier/us-east-1.yaml";
    static const pricing::PriceBook kBook =
        yaml::read_price_book(kPath, io::read_text_file(kPath).value()).value();
    return kBook;
}

}  // namespace firn::planner::test
