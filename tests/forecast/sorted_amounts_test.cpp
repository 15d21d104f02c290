#include "core/forecast/sorted_amounts.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>

namespace firn::forecast {

TEST_CASE("amounts are sorted exactly, also those that no floating point number tells apart", "[forecast]") {
    std::vector<Money> amounts;
    // Cents far apart, and thirds that differ by 10^-30, in an order of no kind.
    const Rational tiny{Integer{1}, pow(Integer{10}, 30)};
    for (std::int64_t i = 0; i < 200; ++i) {
        const std::int64_t mixed = i * 7919 % 200;
        amounts.emplace_back(Rational{mixed * 37 - 3000, 100});
        amounts.emplace_back(Rational{Rational{1, 3} + tiny * (mixed - 100)});
    }
    std::vector<Money> expected = amounts;
    std::sort(expected.begin(), expected.end());
    CHECK(sorted_amounts(amounts) == expected);
    CHECK(sorted_amounts({}).empty());
}

}  // namespace firn::forecast
