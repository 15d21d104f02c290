#pragma once

#include "core/planner/size_outcome.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/usage/charge_type.hpp"

#include <optional>
#include <span>
#include <vector>

namespace firn::planner {

/// That the bundle size decides nothing, and why (docs/bundle-size.md, "When the size changes nothing").
///
///     Indifference{.spread = 0, .is_each_alone = true}     dumps of 40 GB in bundles of at most 1 GiB
struct Indifference {
    Rational spread{};           ///< the dearest size's cost by the cheapest one's, less 1; from 0 to 1/100
    bool is_each_alone = false;  ///< at every size each file is an archive of its own ...
    bool is_by_age = false;      ///< ... since bundles close by age before a second file comes
    bool is_filled = false;      ///< ... since a file fills its bundle, at some size
    std::vector<usage::ChargeType> untouched{};  ///< charges that hardly differ, in the order of the bill
    Rational untouched_share{};                  ///< what these are of the cheapest size's cost
    bool has_requests = false;                   ///< whether anything is billed by the request
};

/// Absent where the size does matter: costs are more than 1 % apart, one size meets the targets and another
/// does not, or a restore reads more than twice as much at one size as at another.
[[nodiscard]] std::optional<Indifference> indifference_of(std::span<const SizeOutcome> outcomes);

}  // namespace firn::planner
