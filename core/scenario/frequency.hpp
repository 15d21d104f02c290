#pragma once

#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <string>
#include <string_view>

namespace firn::scenario {

/// How often something happens in the mean: "20/day", "0.5/hour".
struct Frequency {
    enum class Period { hour, day, week, month };
    Rational times;  ///< above zero, at most 10^9, with at most six decimals
    Period period = Period::day;
    friend bool operator==(const Frequency&, const Frequency&) = default;
};

/// The mean time between two of them, whole microseconds rounded down. A month has 30 days.
[[nodiscard]] Duration mean_gap(const Frequency& frequency);

/// Errors: "frequency-malformed", "number-zero", "value-out-of-range".
[[nodiscard]] Expected<Frequency, QuantityError> parse_frequency(std::string_view text);
[[nodiscard]] std::string frequency_text(const Frequency& frequency);

}  // namespace firn::scenario
