#include "core/report/compare_sentences.hpp"

#include "core/alternatives/comparison.hpp"
#include "core/report/compare_folded.hpp"
#include "core/report/compare_report.hpp"
#include "core/report/compare_tables.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

/// 10 TB for twelve months at these prices a TB-month, without anything else.
Results quotes(const std::vector<std::string>& prices) {
    std::string text =
        "comparison: 1\ndiscount_rate: 0 %\ndemand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n";
    for (std::size_t i = 0; i < prices.size(); ++i)
        text += "  - {name: " + std::string(1, static_cast<char>('a' + i)) +
                ", kind: vendor_quote, per_tb_month: " + prices[i] +
                ", admin_time: 0 h, setup: 0, exit_per_tb: 0, price_change: 0 %}\n";
    const auto file = yaml::read_comparison("a.yaml", text, std::nullopt);
    REQUIRE(file);
    auto results = compare(file->comparison, demand_of(*file->demand), {.seeks_flips = false});
    REQUIRE(results);
    return std::move(results).value();
}

}  // namespace

// 10 x 12 x 10 = 1200, 10 x 12 x 12 = 1440
TEST_CASE("the answer says which is cheapest, and by how much", "[report]") {
    CHECK(report::compare_sentence(quotes({"10", "12"})) ==
          "a is the cheapest: 1,200 USD in present value over 12 months (1,200 in its low case, 1,200 in its "
          "high one), 240 USD less than b, and less in sum from the first month on.");
}

TEST_CASE("what costs the same is no winner", "[report]") {
    CHECK(
        report::compare_sentence(quotes({"10", "10"})) ==
        "a and b cost the same: 1,200 USD in present value over 12 months (a 1,200 in its low case, 1,200 in "
        "its high one; b 1,200 in its low case, 1,200 in its high one).");
    CHECK(
        report::compare_sentence(quotes({"10", "12", "10.0000001"})) ==
        "a and c cost the same, and the least: 1,200 USD in present value over 12 months (a 1,200 in its low "
        "case, 1,200 in its high one; c 1,200 in its low case, 1,200 in its high one), 240 USD less than b.");
}

TEST_CASE("the answer in JSON says in which currency, at which rates, and what runs on beside", "[report]") {
    const auto file = yaml::read_comparison(
        "a.yaml",
        "comparison: 1\ncurrency: EUR\nexchange: {USD: 0.9}\ninflation: 2 %\ncurrent: old\noverlap: 2\n"
        "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n  - {name: old, kind: tape}\n  - {name: new, kind: tape, currency: USD}\n",
        std::nullopt);
    REQUIRE(file);
    const auto results = compare(file->comparison, demand_of(*file->demand), {.seeks_flips = false});
    REQUIRE(results);
    const std::string json = report::compare_json({*results, {}, "a"});
    for (const char* part :
         {"\"currency\": \"EUR\"", "\"stated_in\": \"EUR\"", "\"stated_in\": \"USD\"", "\"USD\": \"0.9\"",
          "\"inflation\": \"0.02\"", "\"current\": \"old\"", "\"overlap\": 2"}) {
        INFO(part << " in " << json.substr(0, 400));
        CHECK(json.find(part) != std::string::npos);
    }
    CHECK(json.find("\"currency\": \"USD\"") == std::string::npos);
}

TEST_CASE("a rate of exchange is an assumption that somebody stated", "[report]") {
    const auto file = yaml::read_comparison("a.yaml",
                                            "comparison: 1\nexchange: {EUR: 1.1}\n"
                                            "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
                                            "alternatives: [{kind: tape, currency: EUR}]\n",
                                            std::nullopt);
    REQUIRE(file);
    const auto results = compare(file->comparison, demand_of(*file->demand), {.seeks_flips = false});
    REQUIRE(results);
    CHECK(report::main_assumption_table(*results).rows.front() ==
          std::vector<std::string>{"the comparison", "exchange EUR", "1.1 USD", "-", "stated"});
    CHECK(report::assumption_table(*results).rows.front()[1] == "exchange EUR");
}

TEST_CASE("changed prices of a scenario's bills are told with its comparison", "[report]") {
    Results results = quotes({"10", "12"});
    results.demand.metered = usage::Usage{};
    results.demand.metered->billing.what_ifs.push_back(
        {.charge = usage::ChargeType::storage, .change = Rational{1}});
    CHECK(report::compare_conventions({results, {}, "a"}).back() == "What if: storage is 100 % dearer.");
}
