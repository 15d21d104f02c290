#pragma once

#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::cli {

/// The keys and values of an item of `billing.what_ifs` as one line says them:
///
///     storage -20 % from 2027-01                            charge, change, from
///     deep_archive storage +5 % from 2027-01 until 2028-01  class, charge, change, from, until
///     flexible retrieval bulk 10 % cheaper                  class, charge, tier, change
///     standard requests put -50 %                           class, charge, kind, change
///     -10 % from 2027-01                                    change, from: every charge
///
/// Whether the values are right, the fields say. Error: `what-if-malformed`.
[[nodiscard]] Expected<std::vector<std::pair<std::string, std::string>>, QuantityError> what_if_parts(
    std::string_view text);

}  // namespace firn::cli
