#pragma once

#include "core/alternatives/parameter.hpp"
#include "core/units/rational.hpp"

#include <string>
#include <string_view>

namespace firn::alternatives {

/// Which values a parameter may have.
struct ParameterLimits {
    Rational least{};
    bool is_above_least = false;  ///< the least itself is none of them
    Rational most{};
    bool is_whole = false;
};

/// By its key and unit: changes are above -100 %, probabilities and shares at most 100 %, what divides is
/// above 0, pieces are whole.
[[nodiscard]] ParameterLimits limits_of(std::string_view key, ParameterUnit unit);

[[nodiscard]] bool is_within(const ParameterLimits& limits, const Rational& value);

/// The value, or the nearest end of what may be.
[[nodiscard]] Rational kept_within(const ParameterLimits& limits, const Rational& value);

/// "more than 0, at most 100 %", "a whole number from 1 to 1000"
[[nodiscard]] std::string to_text(const ParameterLimits& limits, ParameterUnit unit);

}  // namespace firn::alternatives
