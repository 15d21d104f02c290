#pragma once

#include "core/units/money.hpp"
#include "core/units/rational.hpp"

namespace firn::alternatives {

/// A product of exact factors that is not reduced to its lowest terms on the way, as it is rounded once, when
/// it is written down: a fraction that is reduced after every factor takes several times as long.
///
///     Product{parse_decimal("249.99").value()} * factor * 7
class Product {
  public:
    explicit Product(const Rational& factor);
    explicit Product(const Money& amount) : Product{amount.amount()} {}

    [[nodiscard]] bool is_zero() const { return numerator_ == 0; }
    /// To the nearest unit, of which 1 has so many, halves away from nought.
    [[nodiscard]] Integer in_units_of(const Integer& units_of_one) const;
    /// The exact amount.
    [[nodiscard]] Money money() const;

    friend Product operator*(Product product, const Rational& factor);
    /// `divisor` is above nought.
    friend Product operator/(Product product, const Rational& divisor);

  private:
    Integer numerator_;
    Integer denominator_;
};

}  // namespace firn::alternatives
