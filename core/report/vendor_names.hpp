#pragma once

#include <string>
#include <string_view>

namespace firn::report {

/// How the vendor's own reports name the service of a price book.
struct VendorNames {
    std::string provider;      ///< "AWS"
    std::string product_code;  ///< "AmazonS3", of cost and usage reports
    std::string service;       ///< "Amazon Simple Storage Service"
};

/// The names for a built-in book; for any other book its own name stands for all of them.
[[nodiscard]] VendorNames vendor_names(std::string_view price_book);

}  // namespace firn::report
