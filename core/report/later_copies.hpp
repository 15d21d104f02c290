#pragma once

#include "core/pricing/bill.hpp"

#include <cstddef>
#include <string>

namespace firn::report {

/// Of a bill whose first `months` are those of a run, what the others are about: ", with copies that lie on
/// in 2026-07,", ", with copies that lie on from 2026-07 to 2026-09,". Empty where there are no others.
[[nodiscard]] std::string later_copies_text(const pricing::Bill& bill, std::size_t months);

}  // namespace firn::report
