// Settings of a scenario that change its bills.
#include "core/io/read_text_file.hpp"
#include "core/planner/months_priced.hpp"
#include "core/planner/usage_of_replay.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

pricing::PriceBook vault_prices() {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-glacier/us-east-1.yaml";
    auto text = io::read_text_file(path);
    REQUIRE(text);
    auto book = yaml::read_price_book(path, std::move(text).value());
    REQUIRE(book);
    return std::move(book).value();
}

scenario::Scenario with(const std::string& settings, const std::string& start = "2013-01-01") {
    auto scenario = yaml::read_scenario("s.yaml", "scenario: 1\nname: test\nstart: " + start +
                                                      "\nworkload: {reference_w1: {}}\n" + settings + "\n");
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    return std::move(scenario).value();
}

}  // namespace

TEST_CASE("what a scenario says about bills goes with its usage", "[planner]") {
    const auto usage =
        planner::usage_of({}, with("rules: {month_hours: 720}\nbilling: {tax: 19 %}"), vault_prices());
    CHECK(usage.rules.month_hours == usage::MonthHours::h720);
    CHECK(usage.billing.tax == Rational(19, 100));
    const auto plain = planner::usage_of({}, with(""), vault_prices());
    CHECK(plain.rules == usage::Rules{});
    CHECK_FALSE(plain.billing.tax);
}

TEST_CASE("months before the first price can be planned with the prices of a later day", "[planner]") {
    const auto codes_of = [](const scenario::Scenario& scenario) {
        const auto priced = planner::check_months_priced(scenario, vault_prices());
        return priced ? std::string{} : priced.error().front().code;
    };
    CHECK(codes_of(with("", "2011-01-01")) == "month-outside-price-book");
    CHECK(codes_of(with("billing: {prices_as_of: 2013-01-01}", "2011-01-01")).empty());
    CHECK(codes_of(with("billing: {prices_as_of: 2011-01-01}")) == "prices-as-of-outside-book");
    CHECK(codes_of(with("billing: {what_ifs: [{charge: copy, change: 5 %}]}")) == "what-if-unused");
}
