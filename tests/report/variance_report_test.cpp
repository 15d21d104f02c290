#include "core/report/variance_report.hpp"
#include "core/forecast/bridge_parts.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace firn::report {

namespace {

using forecast::BilledMonth;
using forecast::BridgeLine;
using forecast::BridgePart;
using forecast::Budget;
using forecast::BudgetMonth;
using forecast::SumBand;
using forecast::Variance;
using forecast::VarianceMonth;

const BillingPeriod kMarch = *BillingPeriod::parse("2013-03");

Money dollars(std::int64_t amount) { return Money{Rational{amount}}; }

/// The budget of docs/forecast.md: 100 GB-months cold at 0.40 and 100 warm at 0.60, in March and in April.
Budget worked_budget() {
    Budget budget{.name = "backup", .currency = "USD", .price_book = "aws-glacier", .region = "us-east-1"};
    for (const BillingPeriod month : {kMarch, kMarch.next()})
        budget.months.push_back(
            {month,
             dollars(95),
             dollars(100),
             dollars(110),
             dollars(101),
             {{"cold", "GB-Mo", Rational{100}, dollars(40)}, {"warm", "GB-Mo", Rational{100}, dollars(60)}}});
    return budget;
}

/// A March that is 7 dearer by price, 3 by volume and 2 by mix.
std::vector<BilledMonth> worked_bill() {
    return {{kMarch,
             {{"cold", "GB-Mo", Rational{93}, dollars(40)}, {"warm", "GB-Mo", Rational{113}, dollars(72)}}}};
}

Variance worked() {
    auto variance = forecast::variance_of(worked_budget(), worked_bill(), Rational{1});
    REQUIRE(variance);
    return *std::move(variance);
}

/// The text of a budget with this in place of its months' lines.
std::string budget_text(const std::string& months, const std::string& central) {
    return R"({"name": "backup", "currency": "USD",)"
           R"( "firn": {"price_books": [{"name": "aws-glacier", "region": "us-east-1"}]},)"
           R"( "months": )" +
           months + R"(, "central": )" + central + "}";
}

constexpr const char* kBand =
    R"([{"month": "2013-03", "p10": "95", "p50": "100", "p90": "110", "mean": "101.25"}])";
constexpr const char* kLines =
    R"([{"month": "2013-03", "lines": [{"usage_type": "cold", "unit": "GB-Mo", "quantity": "100", "cost": "40.00"}]}])";

std::string code_of(const std::string& text) {
    const auto budget = read_budget("budget.json", text);
    REQUIRE_FALSE(budget);
    return budget.error().front().code;
}

}  // namespace

TEST_CASE("a March made of 7, 3 and 2 is told so in every form", "[report]") {
    const Variance variance = worked();
    REQUIRE(variance.months.size() == 1);
    CHECK(variance.months.front().bridge.price == dollars(7));
    CHECK(variance.months.front().bridge.volume == dollars(3));
    CHECK(variance.months.front().bridge.mix == dollars(2));
    CHECK(variance_csv(variance).find("2013-03,100,112,false,7,3,2,0,0,0") != std::string::npos);
    CHECK(variance_json(variance, {}).find(R"("price": "7")") != std::string::npos);
    CHECK(variance_text(variance).find(
              "Billed to date are 112.00 USD, 12.00 more than the budget of 100.00") != std::string::npos);
}

TEST_CASE("the outlook is what was billed and what is left, as planned or as the last month went",
          "[report]") {
    const Variance variance = worked();
    // The budget is 100 in each of both months, whatever the draws' means (101) are.
    CHECK(variance.original == dollars(200));
    CHECK(variance.outlook == dollars(212));
    CHECK(variance.outlook_at_rate == dollars(224));
    CHECK(variance_json(variance, {}).find(R"("budget_is": "central_path")") != std::string::npos);
}

TEST_CASE("a month billed as planned is as much as the budget", "[report]") {
    const auto variance =
        forecast::variance_of(worked_budget(), {{kMarch, worked_budget().months.front().lines}}, Rational{1});
    REQUIRE(variance);
    CHECK(variance_sentences(*variance).front() == "Billed to date are 100.00 USD, as much as the budget.");
}

TEST_CASE("a one-off of the last month does not go on", "[report]") {
    std::vector<BilledMonth> billed = worked_bill();
    billed.front().lines.push_back(
        {"EarlyDelete", "GB-Mo", Rational{9}, dollars(50), usage::ChargeType::early_deletion});
    Budget budget = worked_budget();
    for (BudgetMonth& month : budget.months) {
        for (forecast::BridgeLine& line : month.lines)
            line.charge = usage::ChargeType::storage;
    }
    const auto variance = forecast::variance_of(std::move(budget), billed, Rational{1});
    REQUIRE(variance);
    CHECK(variance->bridge.one_off == dollars(50));
    CHECK(variance->outlook == dollars(262));
    CHECK(variance->outlook_at_rate == dollars(162 + 112));
}

TEST_CASE("what was billed to date stands against the band of that sum, where it is that sum", "[report]") {
    // Draws of (95, 110) and (110, 95): each month from 95 to 110, both together 205 in either draw.
    Budget budget = worked_budget();
    budget.months[0].so_far = SumBand{dollars(95), dollars(100), dollars(110)};
    budget.months[1].so_far = SumBand{dollars(205), dollars(205), dollars(205)};
    std::vector<BilledMonth> billed = worked_bill();
    billed.push_back(billed.front());
    billed.back().month = kMarch.next();
    const auto both = forecast::variance_of(budget, billed, Rational{1});
    REQUIRE(both);
    REQUIRE(both->so_far);
    CHECK(both->so_far->p90 == dollars(205));
    CHECK(variance_text(*both).find("half of the draws of all 2 months cost more than 205.00") !=
          std::string::npos);
    CHECK(variance_json(*both, {}).find(R"("p90": "205")") != std::string::npos);
    CHECK_FALSE(forecast::variance_of(budget, billed, Rational{20, 30})->so_far);  // April is open
    billed.erase(billed.begin());
    CHECK_FALSE(forecast::variance_of(budget, billed, Rational{1})->so_far);  // March is missing
}

TEST_CASE("a month billed in part keeps the rest of its budget in the outlook, without a verdict",
          "[report]") {
    // 10 of 31 days, billed as planned: 100 x 10/31 = 32.26.
    BilledMonth billed{kMarch, worked_budget().months.front().lines};
    for (forecast::BridgeLine& line : billed.lines) {
        line.quantity = Rational{*line.quantity * Rational{10, 31}};
        line.cost = Money{Rational{line.cost.amount() * Rational{10, 31}}};
    }
    const auto variance = forecast::variance_of(worked_budget(), {billed}, Rational{10, 31});
    REQUIRE(variance);
    CHECK(variance->outlook == dollars(200));
    CHECK(variance->outlook_at_rate == dollars(200));
    CHECK(variance->months.front().is_open);
    CHECK(band_place(variance->months.front()) == "in part");
    const auto sentences = variance_sentences(*variance);
    CHECK(sentences[0] == "Billed to date are 32.26 USD, as much as the budget until that day.");
    CHECK(sentences[1] == "2013-03 is billed in part and not held against its band.");
    CHECK(variance_json(*variance, {}).find(R"("inside": null)") != std::string::npos);
    CHECK(variance_json(*variance, {}).find(R"("billed_in_part": true)") != std::string::npos);
}

TEST_CASE("a month without a bill before the last bill counts with its budget", "[report]") {
    std::vector<BilledMonth> billed = worked_bill();
    billed.front().month = kMarch.next();
    const auto variance = forecast::variance_of(worked_budget(), billed, Rational{1});
    REQUIRE(variance);
    CHECK(variance->outlook == dollars(100 + 112));
    CHECK(variance->outlook_at_rate == dollars(100 + 112));
    CHECK(variance_text(*variance).find(
              "Of 2013-03 there is no bill: the outlook has the budget of that month.") != std::string::npos);
    CHECK(worked().not_billed.empty());
}

TEST_CASE("the dearest one-offs are named with their amounts", "[report]") {
    std::vector<BilledMonth> billed = worked_bill();
    Budget budget = worked_budget();
    for (BudgetMonth& month : budget.months) {
        for (forecast::BridgeLine& line : month.lines)
            line.charge = usage::ChargeType::storage;
    }
    billed.front().lines.push_back({"fee", "Mo", Rational{1}, dollars(12), usage::ChargeType::other});
    billed.front().lines.push_back(
        {"EarlyDelete", "GB-Mo", Rational{9}, dollars(50), usage::ChargeType::early_deletion});
    const auto variance = forecast::variance_of(budget, billed, Rational{1});
    REQUIRE(variance);
    CHECK(variance_sentences(*variance)[1] ==
          "One-off: early deletion (EarlyDelete) 50.00 in 2013-03, fee 12.00 in 2013-03.");
    CHECK(variance_json(*variance, {}).find(R"("usage_type": "EarlyDelete")") != std::string::npos);
    CHECK(worked().one_offs.empty());
}

TEST_CASE("months that were billed lie within their band or outside", "[report]") {
    std::vector<BilledMonth> billed = worked_bill();
    CHECK_FALSE(worked().months.front().is_inside);
    billed.front().lines.front().cost = dollars(38);  // 110, the band's end
    const auto variance = forecast::variance_of(worked_budget(), billed, Rational{1});
    REQUIRE(variance);
    CHECK(variance->months.front().is_inside);
}

TEST_CASE("bills of other months than the budget's are refused", "[report]") {
    std::vector<BilledMonth> billed = worked_bill();
    billed.front().month = kMarch.plus_months(-1);
    const auto variance = forecast::variance_of(worked_budget(), billed, Rational{1});
    REQUIRE_FALSE(variance);
    CHECK(variance.error().front().code == "months-differ");
}

TEST_CASE("a budget is read back with its band, its lines and its book", "[report]") {
    const auto budget = read_budget("budget.json", budget_text(kBand, kLines));
    REQUIRE(budget);
    CHECK(budget->price_book == "aws-glacier");
    REQUIRE(budget->months.size() == 1);
    CHECK(budget->months.front().mean == Money{Rational{405, 4}});
    REQUIRE(budget->months.front().lines.size() == 1);
    CHECK(budget->months.front().lines.front().quantity == Rational{100});
    CHECK(budget->months.front().lines.front().cost == dollars(40));
}

TEST_CASE("what is no budget is refused, whatever it is", "[report]") {
    const std::string other_month =
        R"([{"month": "2013-04", "p10": "95", "p50": "100", "p90": "110", "mean": "101"}])";
    const std::string no_band = R"([{"month": "2013-03", "p10": "95"}])";
    const std::string number_for_text =
        R"([{"month": "2013-03", "p10": 95, "p50": "100", "p90": "110", "mean": "101"}])";
    const std::string lines_without_cost = R"([{"month": "2013-03", "lines": [{"usage_type": "cold"}]}])";
    for (const std::string& text :
         {std::string{"month,cost\n"}, std::string{"[]"}, std::string{"null"}, std::string{"{}"},
          budget_text("[]", "[]"), budget_text("[1]", kLines), budget_text(kBand, "[[]]"),
          budget_text(other_month, kLines), budget_text(no_band, kLines),
          budget_text(number_for_text, kLines), budget_text(kBand, lines_without_cost)}) {
        INFO(text);
        CHECK(code_of(text) == "budget-not-readable");
    }
}

TEST_CASE("the JSON of a bill is read as what was billed", "[report]") {
    const auto bill = read_bill_json("bill.json", std::string{R"({"periods": )"} + kLines + "}");
    REQUIRE(bill);
    REQUIRE(bill->size() == 1);
    CHECK(bill->front().month == kMarch);
    const auto none = read_bill_json("bill.json", R"({"months": []})");
    REQUIRE_FALSE(none);
    CHECK(none.error().front().code == "bill-not-readable");
}

TEST_CASE("a variance says on what the budget rests, with the forecast's grades", "[report]") {
    Variance variance = worked();
    variance.budget.basis = {
        {"24 months of history", "measured", ""},
        {"50.0 % of the central total rests on prices that nobody confirmed", "unconfirmed", ""}};
    const std::string text = variance_text(variance);
    CHECK(text.find("This rests on:\n\n- measured: what was billed, 2013-03 (1 month)\n"
                    "- measured: the budget: 24 months of history\n"
                    "- unconfirmed: the budget: 50.0 % of the central total rests on prices that nobody "
                    "confirmed\n") != std::string::npos);
    CHECK(variance_json(variance, {}).find(R"("grade": "unconfirmed")") != std::string::npos);
}

// The numbers of docs/forecast.md: 32.11 + 13.76 + 9.17 = 55.04, and 9.1748 lost most.
TEST_CASE("a cent that rounding leaves goes to the part that lost most by it", "[report]") {
    const auto usd = [](std::int64_t tenthousandths) { return Money{Rational{tenthousandths, 10'000}}; };
    forecast::Bridge bridge{.volume = usd(137'622), .mix = usd(91'748), .price = usd(321'118)};
    auto parts = forecast::shown_parts(bridge, usd(0), usd(550'488));
    CHECK(parts[0].amount == usd(321'100));
    CHECK(parts[1].amount == usd(137'600));
    CHECK(parts[2].amount == usd(91'800));
    bridge.one_off = usd(-5'000'000);  // exact to the cent, though the largest
    parts = forecast::shown_parts(bridge, usd(0), usd(-4'449'512));
    CHECK(parts[3].amount == usd(-5'000'000));
    CHECK(parts[2].amount == usd(91'800));
}

}  // namespace firn::report
