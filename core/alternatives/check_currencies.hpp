#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/diag/diagnostic.hpp"

namespace firn::alternatives {

/// The errors `currency-without-rate`: what is stated, billed by a price book or told by default in another
/// currency than the comparison's, without its rate; each at its alternative. Of alternatives that no file
/// states one error a currency, without a place.
[[nodiscard]] Diagnostics check_currencies(const Comparison& comparison);

}  // namespace firn::alternatives
