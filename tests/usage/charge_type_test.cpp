#include "core/usage/charge_type.hpp"
#include "tests/support/catch.hpp"

using namespace firn::usage;

TEST_CASE("every charge is known by its name", "[usage]") {
    REQUIRE(charge_type_names().size() == 12);
    for (const std::string& name : charge_type_names()) {
        const auto charge = parse_charge_type(name);
        REQUIRE(charge);
        CHECK(to_text(*charge) == name);
    }
    CHECK(to_text(ChargeType::early_deletion) == "early_deletion");
    CHECK(to_text(ChargeType::other) == "other");
    CHECK_FALSE(parse_charge_type("Storage"));
}
