#include "core/scenario/field.hpp"

#include "core/scenario/fingerprint.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>
#include <string>

using namespace firn;
using namespace firn::scenario;

namespace {

/// A scenario in which every section is present, so that every field can be set.
Scenario with_all_sections() {
    Scenario scenario = default_scenario();
    for (const Section& section : sections()) {
        if (!section.optional) continue;
        section.enter(scenario);
        apply_defaults(scenario, section.path);
    }
    for (const Section& section : sections()) {
        if (!section.repeats) continue;
        section.resize(scenario, 0);
        section.resize(scenario, 1);
        apply_defaults(scenario, section.path);
    }
    return scenario;
}

/// A text that the field takes: its example where it has no default.
std::string typical_text(const Field& field, const Scenario& scenario) {
    return field.fallback.empty() && !field.example.empty() ? field.example : field.get(scenario);
}

}  // namespace

TEST_CASE("every path stands once in the table of fields", "[scenario]") {
    std::set<std::string> paths;
    for (const Field& field : fields())
        CHECK(paths.insert(field.path).second);
}

TEST_CASE("every field lies in a section of the table", "[scenario]") {
    for (const Field& field : fields()) {
        INFO(field.path);
        CHECK((parent_of(field.path).empty() || find_section(parent_of(field.path)) != nullptr));
    }
}

TEST_CASE("every default is valid and prints as itself", "[scenario]") {
    Scenario scenario = with_all_sections();
    for (const Field& field : fields()) {
        INFO(field.path);
        CHECK((field.required || field.get(scenario) == field.fallback));
    }
}

TEST_CASE("what a field prints it reads back as the same", "[scenario]") {
    Scenario scenario = with_all_sections();
    for (const Field& field : fields()) {
        INFO(field.path);
        CHECK_FALSE(field.set(scenario, typical_text(field, scenario)).has_value());
        const std::string text = field.get(scenario);
        CHECK_FALSE(field.set(scenario, text).has_value());
        CHECK(field.get(scenario) == text);
    }
}

TEST_CASE("every field says what it means in a sentence", "[scenario]") {
    for (const Field& field : fields()) {
        INFO(field.path);
        REQUIRE_FALSE(field.help.empty());
        CHECK(field.help.back() == '.');
    }
}

TEST_CASE("a field of an absent section cannot be set", "[scenario]") {
    Scenario scenario = default_scenario();
    const auto error = find_field("workload.trace.spread")->set(scenario, "5 min");
    REQUIRE(error.has_value());
    CHECK(error->code == "section-absent");
}

TEST_CASE("values out of range are refused with the range", "[scenario]") {
    Scenario scenario = default_scenario();
    const auto no_workers = find_field("pipeline.fetchers")->set(scenario, "0");
    REQUIRE(no_workers.has_value());
    CHECK(no_workers->code == "value-out-of-range");
    CHECK(no_workers->expected == "1 to 65536");
    const auto empty_bundle = find_field("pipeline.bundle_size")->set(scenario, "0 B");
    REQUIRE(empty_bundle.has_value());
    CHECK(empty_bundle->code == "value-out-of-range");
    CHECK(default_scenario().pipeline.bundle_size == Bytes{25'000'000});
}

TEST_CASE("a word that is no choice gets the nearest one", "[scenario]") {
    Scenario scenario = with_all_sections();
    const auto error = find_field("workload.trace.starts_at")->set(scenario, "recoded");
    REQUIRE(error.has_value());
    CHECK(error->code == "choice-unknown");
    CHECK(error->remedy == "did you mean \"recorded\"?");
}

TEST_CASE("none switches a limit off", "[scenario]") {
    Scenario scenario = default_scenario();
    CHECK(scenario.pipeline.max_age == Duration{30'000'000});
    REQUIRE_FALSE(find_field("pipeline.max_age")->set(scenario, "none").has_value());
    CHECK_FALSE(scenario.pipeline.max_age.has_value());
}

TEST_CASE("the fingerprint changes with a setting but not with the name", "[scenario]") {
    const Scenario scenario = with_all_sections();
    Scenario renamed = scenario;
    renamed.name = "another";
    CHECK(fingerprint_of(renamed) == fingerprint_of(scenario));
    Scenario larger = scenario;
    larger.pipeline.bundle_size = Bytes{25'000'001};
    CHECK(fingerprint_of(larger) != fingerprint_of(scenario));
    CHECK(fingerprint_of(scenario).size() == 16);
}

TEST_CASE("a section within an absent one is absent too", "[scenario]") {
    const Scenario scenario = default_scenario();
    CHECK_FALSE(is_in_force(*find_field("workload.growth.batches.share"), scenario));
    CHECK_FALSE(is_in_force(*find_field("workload.growth.sizes.share"), scenario));
}

TEST_CASE("a list of settings has each of its items with its number", "[scenario]") {
    Scenario scenario = default_scenario();
    find_section("workload.growth")->enter(scenario);
    apply_defaults(scenario, "workload.growth");
    std::map<std::string, std::string> values;
    for (const Setting& setting : settings_of(scenario))
        values[setting.path] = setting.value;
    CHECK(values.at("workload.growth.sizes.1.size") == "60 kB");
    CHECK(values.at("workload.growth.sizes.3.shape") == "pareto");
    CHECK(values.at("workload.growth.sizes.3.largest") == "50 MB");
    // A lognormal component has no largest size, and a geometric batch no exponent.
    CHECK(values.count("workload.growth.sizes.1.largest") == 0);
    CHECK(values.count("workload.growth.batches.exponent") == 0);
    CHECK(values.count("workload.growth.steps.1.at") == 0);
}

TEST_CASE("monthly totals have no bursts unless they are asked for", "[scenario]") {
    Scenario scenario = default_scenario();
    find_section("workload.monthly_totals")->enter(scenario);
    apply_defaults(scenario, "workload.monthly_totals");
    std::map<std::string, std::string> values;
    for (const Setting& setting : settings_of(scenario))
        values[setting.path] = setting.value;
    CHECK(values.at("workload.monthly_totals.weekday_factors") == "1, 1, 1, 1, 1, 1, 1");
    CHECK(values.at("workload.monthly_totals.hour_factors") == "cosine");
    CHECK(values.at("workload.monthly_totals.hour_peak") == "1");
    CHECK(values.at("workload.monthly_totals.day_noise") == "0");
    CHECK(values.at("workload.monthly_totals.batches.share") == "0 %");
}
