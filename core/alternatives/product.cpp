#include "core/alternatives/product.hpp"

#include <cassert>

namespace firn::alternatives {

namespace {

void multiply(Integer& by, const Integer& factor) {
    if (factor != 1) by *= factor;
}

}  // namespace

Product::Product(const Rational& factor) : numerator_{numerator(factor)}, denominator_{denominator(factor)} {}

Integer Product::in_units_of(const Integer& units_of_one) const {
    Integer twice = numerator_ * units_of_one;
    twice *= 2;
    if (numerator_ < 0)
        twice -= denominator_;
    else
        twice += denominator_;
    return Integer{twice / (2 * denominator_)};
}

Money Product::money() const { return Money{Rational{numerator_, denominator_}}; }

Product operator*(Product product, const Rational& factor) {
    multiply(product.numerator_, numerator(factor));
    multiply(product.denominator_, denominator(factor));
    return product;
}

Product operator/(Product product, const Rational& divisor) {
    assert(divisor > 0);
    multiply(product.numerator_, denominator(divisor));
    multiply(product.denominator_, numerator(divisor));
    return product;
}

}  // namespace firn::alternatives
