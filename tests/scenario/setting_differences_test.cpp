#include "core/scenario/setting_differences.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace firn;
using namespace firn::scenario;

namespace {

Scenario small() {
    Scenario scenario = default_scenario();
    scenario.name = "small";
    scenario.pipeline.bundle_size = Bytes{25'000'000};
    return scenario;
}

}  // namespace

TEST_CASE("a scenario differs from itself in nothing, whatever it is called", "[scenario]") {
    Scenario other = small();
    other.name = "other";
    other.description = "the same by another name";
    CHECK(setting_differences(small(), other).empty());
}

TEST_CASE("what is set differently is told with both values", "[scenario]") {
    Scenario other = small();
    other.pipeline.bundle_size = Bytes{64'000'000};
    other.region = "eu-west-1";
    const auto differences = setting_differences(small(), other);
    REQUIRE(differences.size() == 2);
    CHECK(differences[0] == SettingDifference{"region", "us-east-1", "eu-west-1"});
    CHECK(differences[1] == SettingDifference{"pipeline.bundle_size", "25 MB", "64 MB"});
}

TEST_CASE("a section that only one of them has is told, from either side", "[scenario]") {
    Scenario other = small();
    const Section* audit = find_section("audit");
    REQUIRE(audit != nullptr);
    audit->enter(other);
    apply_defaults(other, "audit");
    const auto more = setting_differences(small(), other);
    const auto less = setting_differences(other, small());
    // Other settings come into force with the section: they are told as well.
    const auto is_of_audit = [](const SettingDifference& one) { return one.path.starts_with("audit."); };
    CHECK(std::any_of(more.begin(), more.end(), is_of_audit));
    REQUIRE(more.size() == less.size());
    for (const SettingDifference& one : more) {
        INFO(one.path);
        CHECK((!is_of_audit(one) || !one.first.has_value()));
        const SettingDifference mirrored{one.path, one.second, one.first};
        CHECK(std::find(less.begin(), less.end(), mirrored) != less.end());
    }
}
