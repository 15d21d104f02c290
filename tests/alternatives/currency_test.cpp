#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/comparison.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

const std::string kDemand =
    "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 25 TiB, archive_size: 1 GiB}\n";

const Parameter& parameter_of(const Results& results, const std::string& name, const char* key) {
    return *outcome_of(results, name).alternative.parameters.find(key);
}

}  // namespace

// A cartridge is 60 USD, 48 to 90, a systems administrator 67 USD an hour: at 0.90 EUR a USD 54.00, 43.20 to
// 81.00, and 60.30.
TEST_CASE("default prices are converted where the comparison is in another currency", "[alternatives]") {
    const Results results = compared(
        kDemand + "currency: EUR\nexchange: {USD: 0.90}\nalternatives: [{kind: tape, safe_price: 1500}]\n");
    const Parameter& cartridge = parameter_of(results, "tape", "cartridge_price");
    CHECK(cartridge.value == 54);
    CHECK(cartridge.cheap == Rational{432, 10});
    CHECK(cartridge.dear == 81);
    CHECK(cartridge.grade == Grade::sourced);
    CHECK(cartridge.source == "60 USD by the rate of exchange; LTO-8, Planning Systems, about 2023");
    CHECK(parameter_of(results, "tape", "labour").value == Rational{603, 10});
    CHECK(parameter_of(results, "tape", "safe_price").value == 1500);
}

// 60, 4000, 2000 and 67 USD at 1.25 USD a EUR are 48, 3200, 1600 and 53.60 EUR, which cost as many USD again.
TEST_CASE("an alternative in another currency costs what it costs in that of its default prices",
          "[alternatives]") {
    const Results results = compared(kDemand +
                                     "exchange: {EUR: 1.25}\nalternatives:\n  - {name: dollars, kind: tape}\n"
                                     "  - {name: euros, kind: tape, currency: EUR}\n");
    CHECK(parameter_of(results, "euros", "cartridge_price").value == 48);
    const auto cost_of = [&](const char* name) {
        return format_fixed(outcome_of(results, name).figures.npv.amount(), 9);
    };
    CHECK(cost_of("euros") == cost_of("dollars"));
}

// docs/alternatives.md: 305.4711875 USD at 0.9.
TEST_CASE("what a price book bills is converted", "[alternatives]") {
    const Results results =
        compared(kDemand +
                 "currency: EUR\nexchange: {USD: 0.9}\n"
                 "alternatives: [{kind: price_book, storage_class: deep_archive, admin_time: 0 h}]\n");
    CHECK(format_decimal(results.outcomes[0].figures.running.amount(), 9) == "274.92406875");
}

TEST_CASE("a service that asks euros is paid in the comparison's currency, and its people are not",
          "[alternatives]") {
    const Results results = compared(
        kDemand +
        "exchange: {EUR: 1.10}\nalternatives: [{kind: archive_service, service: ovh_cold_archive}]\n");
    CHECK(parameter_of(results, "archive_service", "storage").value == Rational{143, 100'000});
    CHECK(parameter_of(results, "archive_service", "labour").value == 67);
}

TEST_CASE("prices in two currencies without a rate are refused", "[alternatives]") {
    const auto codes = [](const std::string& rest) { return codes_of_comparison(kDemand + rest); };
    CHECK(codes("currency: EUR\nalternatives: [{kind: tape}]\n") == "currency-without-rate");
    CHECK(codes("alternatives: [{kind: tape, currency: EUR}]\n") == "currency-without-rate");
    CHECK(codes("currency: EUR\nalternatives: [{kind: vendor_quote, per_tb_month: 10}]\n") ==
          "currency-without-rate");
    CHECK(codes("currency: EUR\nalternatives: [{kind: vendor_quote, per_tb_month: 10, labour: 60, setup: 0, "
                "exit_per_tb: 0, restore_per_tb: 0}]\n")
              .empty());
    CHECK(
        codes(
            "currency: EUR\nalternatives: [{kind: price_book, storage_class: deep_archive, labour: 60}]\n") ==
        "currency-without-rate");
}

TEST_CASE("rates that nobody needs are refused or told", "[alternatives]") {
    const auto codes = [](const std::string& rest) { return codes_of_comparison(kDemand + rest); };
    CHECK(codes("currency: EURO\nalternatives: [{kind: tape}]\n") == "currency-malformed");
    CHECK(codes("exchange: {euro: 1.1}\nalternatives: [{kind: tape}]\n") == "currency-malformed");
    CHECK(codes("exchange: {EUR: 0,92}\nalternatives: [{kind: tape}]\n") == "number-zero currency-malformed");
    CHECK(codes("exchange: {USD: 1.1}\nalternatives: [{kind: tape}]\n") == "setting-without-effect");
    CHECK(codes("alternatives: [{kind: tape, currency: usd}]\n") == "currency-malformed");
    const auto file = yaml::read_comparison(
        "a.yaml", kDemand + "exchange: {GBP: 1.3, EUR: 1.1}\nalternatives: [{kind: tape, currency: EUR}]\n",
        std::nullopt);
    REQUIRE(file);
    const Diagnostics warnings = warnings_of(file->comparison, demand_of(*file->demand));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].code == "exchange-unused");
    CHECK(warnings[0].where.line == 3);
    CHECK(warnings[0].what.find("GBP") != std::string::npos);
}
