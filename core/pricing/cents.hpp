#pragma once

#include "core/pricing/rounding.hpp"

namespace firn::pricing {

/// Whether what such a rounding shows are whole cents: a bill of `invoice`, `estimate` or `faq_2012` has no
/// four decimals, however small it is.
[[nodiscard]] bool is_of_cents(Rounding rounding);

}  // namespace firn::pricing
