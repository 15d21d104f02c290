#include "tests/support/catch.hpp"

#include "core/alternatives/finance.hpp"
#include "core/alternatives/growth_table.hpp"
#include "core/alternatives/product.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

Rational number(const char* text) { return parse_decimal(text).value(); }

}  // namespace

TEST_CASE("a product is the exact amount of its factors", "[alternatives]") {
    // 249.99 x 7 / 12 = 145.8275
    CHECK((Product{number("249.99")} * 7 / 12).money() == Money{number("145.8275")});
    CHECK((Product{Money{number("2.5")}} * Rational{-4, 10}).money() == Money{Rational{-1}});
    CHECK((Product{number("3")} * 0).is_zero());
}

TEST_CASE("a product is rounded once, halves away from nought", "[alternatives]") {
    const Integer hundred{100};
    CHECK((Product{Rational{1}} / 3).in_units_of(hundred) == 33);    // 33.3
    CHECK((Product{Rational{1}} / 8).in_units_of(hundred) == 13);    // 12.5
    CHECK((Product{Rational{-1}} / 8).in_units_of(hundred) == -13);  // -12.5
    CHECK((Product{Rational{-1}} / 3).in_units_of(hundred) == -33);
    // 2/3 of 3/2 is 1, not 0.99: nothing is rounded between factors.
    CHECK((Product{Rational{2, 3}} * Rational{3, 2}).in_units_of(hundred) == 100);
}

TEST_CASE("a growth table has the factors of every rate, also of one that it has forgotten",
          "[alternatives]") {
    GrowthTable table{25};
    for (int round = 0; round < 2; ++round) {
        for (int percent = -50; percent <= 50; ++percent)
            CHECK(table.of(Rational{percent, 100}) == growth_factors(Rational{percent, 100}, 25));
    }
    CHECK(table.of(Rational{0}) == std::vector<Rational>(25, Rational{1}));
}
