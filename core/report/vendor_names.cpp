#include "core/report/vendor_names.hpp"

namespace firn::report {

VendorNames vendor_names(std::string_view price_book) {
    if (price_book == "aws-glacier") return {"AWS", "AmazonGlacier", "Amazon S3 Glacier"};
    if (price_book == "aws-s3-glacier") return {"AWS", "AmazonS3", "Amazon Simple Storage Service"};
    const std::string name{price_book};
    return {name, name, name};
}

}  // namespace firn::report
