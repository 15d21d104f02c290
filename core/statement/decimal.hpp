#pragma once

#include "core/units/rational.hpp"

#include <optional>
#include <string_view>

namespace firn::statement {

/// A number as the vendor's reports print it, in units of 10^-18.
///
///     "0.0016352555"  scaled 1635255500000000, places 10
///     "1.2E-7"        scaled 120000000000,     places 8
struct Decimal {
    static constexpr unsigned kPlaces = 18;

    Int128 scaled = 0;
    unsigned places = 0;  ///< decimals that are printed, without zeros at the end

    [[nodiscard]] bool is_negative() const { return scaled < 0; }
    [[nodiscard]] bool is_zero() const { return scaled == 0; }
};

/// Reads digits with a point, a sign and an exponent where there are such; decimals behind the eighteenth are
/// cut. nullopt for anything else, and for 10^18 and more.
[[nodiscard]] std::optional<Decimal> parse_decimal_number(std::string_view text);

[[nodiscard]] Rational to_rational(const Decimal& number);

/// A sum of such numbers, exact however many they are.
class DecimalSum {
  public:
    void add(const Decimal& number);
    [[nodiscard]] Rational value() const;

  private:
    Int128 low_ = 0;
    Rational high_{};  ///< what no longer fitted
};

}  // namespace firn::statement
