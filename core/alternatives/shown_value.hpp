#pragma once

#include "core/alternatives/parameter.hpp"
#include "core/units/rational.hpp"

#include <string>
#include <string_view>

namespace firn::alternatives {

/// The last place in which somebody tells a number, and the step in which it is moved to see what turns the
/// answer: cents, prices below 1 three figures; a tenth of a per cent; whole months, drives and cartridges.
///
///     249.99 -> 0.01    0.0012 -> 0.00001    -10 % -> 0.1 %    4 TB -> 0.01 TB    36 months -> 1
[[nodiscard]] Rational grain_of(const Parameter& parameter);

/// A value with its unit: "249.99 USD a drive", "-31.4 %", "30 miles", "36 months", "0.0012 USD a GB-month".
/// `currency` is that of the alternative. A value that is no multiple of the grain keeps its places.
[[nodiscard]] std::string shown_text(const Parameter& parameter, const Rational& value,
                                     std::string_view currency);

/// "249.99 -> 178.84 USD a drive", "4 TB -> 490 GB", "-10 % -> -31.4 %"
[[nodiscard]] std::string change_text(const Parameter& parameter, const Rational& from, const Rational& to,
                                      std::string_view currency);

/// "5.00 to 500.00 USD an hour"; without a currency the number and its unit alone: "40.00 to 70.00".
[[nodiscard]] std::string range_text(const Parameter& parameter, const Rational& from, const Rational& to,
                                     std::string_view currency);

/// What a number of this name counts: "miles", "drives"; of a price: what it is for, "a drive". Empty where
/// the unit says it all.
[[nodiscard]] std::string_view counts_what(std::string_view key);

}  // namespace firn::alternatives
