#include "core/units/money.hpp"

#include "tests/support/catch.hpp"

#include <string>

using firn::Money;
using firn::parse_decimal;
using firn::Rational;
using firn::UnitPrice;

namespace {

Money money(const std::string& text) { return Money{parse_decimal(text).value()}; }

}  // namespace

TEST_CASE("a price times a quantity is an exact amount", "[units]") {
    const UnitPrice price{parse_decimal("0.010").value()};
    CHECK(price * Rational{52'900} == money("529"));
    // A third of a GB-month at one cent: no decimal text could hold it.
    CHECK(price * Rational{1, 3} + price * Rational{2, 3} == money("0.01"));
}

TEST_CASE("amounts add up exactly and compare", "[units]") {
    CHECK(money("0.1") + money("0.2") == money("0.3"));
    CHECK(money("1") - money("1.5") == money("-0.5"));
    CHECK(money("0.999") < money("1"));
    CHECK(money("1") >= money("1.000"));
    CHECK(Money{}.is_zero());
}

TEST_CASE("an amount is printed with two decimals, halves away from zero", "[units]") {
    CHECK(to_text(money("1234.565")) == "1234.57");
    CHECK(to_text(money("-1234.565")) == "-1234.57");
    CHECK(to_text(money("-0.001")) == "0.00");
    CHECK(to_text(Money{}) == "0.00");
}

TEST_CASE("a price is printed with at least three decimals", "[units]") {
    CHECK(to_text(UnitPrice{parse_decimal("0.01").value()}) == "0.010");
    CHECK(to_text(UnitPrice{parse_decimal("0.0114").value()}) == "0.0114");
    CHECK(to_text(UnitPrice{parse_decimal("0.05").value() / 1'000}) == "0.00005");
}
