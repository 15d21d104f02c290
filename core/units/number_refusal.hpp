#pragma once

#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"

#include <cstdint>
#include <string_view>

namespace firn {

// Why a text is not the number it should be, in the words that all parsers of quantities share. `text` is
// what was written, `expected` goes into QuantityError::expected, `base` is the unit in which a number must
// be whole ("bytes").

/// The text without the blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// "value-missing" for blanks, otherwise "number-malformed" with advice for spellings that other programs
/// take.
[[nodiscard]] QuantityError malformed(std::string_view text, std::string_view expected);

/// "number-negative"
[[nodiscard]] QuantityError negative(std::string_view text, std::string_view expected);

/// The value as a whole number of 64 bits. Errors: "number-too-large", "number-not-whole".
[[nodiscard]] Expected<std::int64_t, QuantityError> to_whole(const Rational& value, std::string_view text,
                                                             std::string_view expected,
                                                             std::string_view base);

}  // namespace firn
