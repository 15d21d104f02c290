// The section `billing`, which a usage file and a scenario share.
#include "core/yaml/scenario_reader.hpp"
#include "core/yaml/scenario_writer.hpp"
#include "core/yaml/usage_reader.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

const std::string kBilling = R"(billing:
  prices_as_of: 2016-01-15
  what_ifs: [{charge: storage, class: flexible, change: -20 %, from: 2027-01}]
  other_usage: [{charge: transfer_out, bytes: 20 TiB}]
  recurring:
    - {name: "EC2: t3.small", price: 15.18, from: 2026-01, until: 2027-01}
    - {name: vendor, price_per_tb_month: 5.99}
  egress_waiver: 15 %
  discount: 10 %
  credits: [{name: start, amount: 500, from: 2026-01, until: 2026-07}]
  support: 10 %
  tax: 8.25 %
  exchange: {currency: EUR, rate: 0.92, date: 2026-10-01, source: bank}
)";

const std::string kScenario = R"(scenario: 1
name: test
start: 2026-01-01
workload: {reference_w1: {}}
)";

usage::BillingSettings billing_of_usage() {
    const auto usage = yaml::read_usage("u.yaml", "usage: 1\n" + kBilling);
    INFO((usage ? "" : to_text(usage.error())));
    REQUIRE(usage);
    return usage->billing;
}

std::string codes_of(const std::string& billing) {
    const auto usage = yaml::read_usage("u.yaml", "usage: 1\nbilling: " + billing + "\n");
    REQUIRE_FALSE(usage);
    std::string codes;
    for (const Diagnostic& diagnostic : usage.error())
        codes += (codes.empty() ? "" : " ") + diagnostic.code;
    return codes;
}

}  // namespace

TEST_CASE("every setting of a bill is read", "[yaml][billing]") {
    const usage::BillingSettings billing = billing_of_usage();
    CHECK(billing.prices_as_of == parse_rfc3339("2016-01-15"));
    REQUIRE(billing.what_ifs.size() == 1);
    CHECK(billing.what_ifs[0].change == Rational(-1, 5));
    CHECK(billing.what_ifs[0].from == parse_rfc3339("2027-01-01"));
    CHECK(billing.what_ifs[0].where.line == 4);
    REQUIRE(billing.recurring.size() == 2);
    CHECK(billing.recurring[0].name == "EC2: t3.small");
    CHECK(billing.egress_waiver == Rational(3, 20));
    CHECK(billing.tax == Rational(33, 400));
    REQUIRE(billing.support);
    CHECK(billing.support->share == Rational(1, 10));
    CHECK(billing.support->at_least.is_zero());
    REQUIRE(billing.exchange);
    CHECK(billing.exchange->rate == Rational(23, 25));
}

TEST_CASE("a scenario reads the same settings and writes them back", "[yaml][billing]") {
    const auto scenario = yaml::read_scenario("s.yaml", kScenario + kBilling);
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    const std::string text = yaml::scenario_text(*scenario);
    const auto again = yaml::read_scenario("s.yaml", text);
    INFO((again ? text : text + to_text(again.error())));
    REQUIRE(again);
    CHECK(yaml::scenario_text(*again) == text);
    REQUIRE(again->billing);
    CHECK(again->billing->recurring.at(0).name == "EC2: t3.small");
    CHECK(again->billing->what_ifs.at(0).storage_class == "flexible");
    CHECK(again->billing->tax == Rational(33, 400));
}

TEST_CASE("what cannot be a setting of a bill is named", "[yaml][billing]") {
    CHECK(codes_of("{tax: -1 %}") == "value-out-of-range");
    CHECK(codes_of("{discount: 101 %}") == "value-out-of-range");
    CHECK(codes_of("{discount: 10}") == "unit-missing");
    CHECK(codes_of("{what_ifs: [{charge: storge, change: -20 %}]}") == "choice-unknown");
    CHECK(codes_of("{what_ifs: [{charge: storage}]}") == "key-missing");
    CHECK(codes_of("{what_ifs: [{change: -120 %}]}") == "value-out-of-range");
    CHECK(codes_of("{what_ifs: [{change: 5 %, from: 2027-13}]}") == "time-malformed");
    CHECK(codes_of("{credits: [{name: a, amount: 5, from: 2027-02, until: 2027-02}]}") == "range-empty");
    CHECK(codes_of("{recurring: [{name: a}]}") == "key-missing");
    CHECK(codes_of("{recurring: [{name: a, price: 1, price_per_tb_month: 2}]}") == "entries-contradict");
    CHECK(codes_of("{exchange: {currency: euro, rate: 0, date: 2026-10-01}}") ==
          "currency-malformed value-out-of-range");
    CHECK(codes_of("{discont: 10 %}") == "key-unknown");
    CHECK(codes_of("10 %") == "map-expected");
}

TEST_CASE("rules stand in a scenario too", "[yaml][billing]") {
    const auto scenario =
        yaml::read_scenario("s.yaml", kScenario + "rules: {month_hours: 730, retrieval: first-faq}\n");
    REQUIRE(scenario);
    REQUIRE(scenario->rules);
    CHECK(scenario->rules->month_hours == usage::MonthHours::h730);
    CHECK(scenario->rules->retrieval == usage::RetrievalRule::first_faq);
}
