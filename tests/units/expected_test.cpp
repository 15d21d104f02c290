#include "core/units/expected.hpp"

#include "tests/support/catch.hpp"

#include <memory>
#include <string>

using Length = firn::Expected<int, std::string>;

TEST_CASE("an expected value is there or its error is", "[units]") {
    const Length good = 3;
    REQUIRE(good.has_value());
    CHECK(*good == 3);
    CHECK(good.value_or(7) == 3);

    const Length bad = std::string{"too long"};
    REQUIRE_FALSE(bad);
    CHECK(bad.error() == "too long");
    CHECK(bad.value_or(7) == 7);
}

TEST_CASE("an expected value can be moved out", "[units]") {
    firn::Expected<std::unique_ptr<int>, std::string> owner = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = std::move(owner).value();
    CHECK(*taken == 5);
}
