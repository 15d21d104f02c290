#pragma once

#include <string>

namespace firn {

/// Why a text is not the quantity it should be. The reader adds the place and makes it a Diagnostic.
struct QuantityError {
    std::string code;      ///< "unit-missing", "unit-unknown", "number-malformed", "number-negative",
                           ///< "number-too-large", ...
    std::string what;      ///< one sentence without a full stop, naming the text
    std::string expected;  ///< "a number of bytes with its unit, such as 25 MB or 24 MiB"
    std::string remedy;    ///< may be empty
};

}  // namespace firn
