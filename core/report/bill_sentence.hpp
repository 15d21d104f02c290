#pragma once

#include "core/pricing/bill.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What a reader should know beside the numbers: how was rounded, which rules were used, what is not
/// confirmed; what several months say alike stands once, with its months.
[[nodiscard]] std::vector<std::string> bill_notes(const pricing::Bill& bill);

}  // namespace firn::report
