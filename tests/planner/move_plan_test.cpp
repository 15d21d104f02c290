#include "core/planner/move_plan.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <utility>

using namespace firn;
using namespace firn::planner;
using namespace std::chrono;

// The worked numbers of docs/moving-house.md.
namespace {

const pricing::PriceBook& book() {
    static const pricing::PriceBook shipped = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    return shipped;
}

MoveStock small_objects() {
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes{100'000}, 40'000'000);
    return stock;
}

/// 1 GiB in 512 objects of 2 MiB, and 1 GiB in 16,384 objects of 64 KiB.
MoveStock of_two_sizes() {
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_mib(2), 512);
    add_objects(stock, Bytes::from_kib(64), 16'384);
    return stock;
}

MoveWish september() { return {.month = BillingPeriod{2026y / September}, .overlap = days{30}}; }

MovePlan planned(const MoveStock& stock, const MoveWish& wish) {
    auto plan = plan_move(stock, wish, book());
    INFO((plan ? std::string{} : to_text(plan.error())));
    REQUIRE(plan);
    return std::move(plan).value();
}

const MoveChoice& way_of(const MovePlan& plan, MoveWay way, const std::string& to) {
    const auto found = std::find_if(plan.choices.begin(), plan.choices.end(),
                                    [&](const auto& c) { return c.way == way && c.to == to; });
    REQUIRE(found != plan.choices.end());
    return *found;
}

bool has_way(const MovePlan& plan, MoveWay way) {
    return std::any_of(plan.choices.begin(), plan.choices.end(),
                       [&](const auto& choice) { return choice.way == way; });
}

std::string places(const Money& money, unsigned count) { return format_fixed(money.amount(), count); }

}  // namespace

TEST_CASE("forty million small objects that stay cost what Standard asks for their bytes", "[move]") {
    // 4 x 10^12 / 2^30 = 3,725.290298 GB x 0.023 = 85.681677
    const MovePlan plan = planned(small_objects(), september());
    CHECK(plan.choices.front().way == MoveWay::leave);
    CHECK(places(plan.choices.front().monthly.total_exact, 4) == "85.6817");
    CHECK(plan.choices.front().once.total_exact.is_zero());
}

TEST_CASE("forty million transitions into deep archive cost 2,000 and pay for themselves in month 28",
          "[move]") {
    // once 40,000,000 x 0.05/1000 = 2,000; monthly 3,725.290298 x 0.00099 = 3.688037,
    // 32 KiB: 1,220.703125 x 0.00099 = 1.208496, 8 KiB: 305.175781 x 0.023 = 7.019043, together 11.915576;
    // 2,000 / (85.681677 - 11.915576) = 27.11
    const MovePlan plan = planned(small_objects(), september());
    const MoveChoice& each = way_of(plan, MoveWay::each, "deep_archive");
    CHECK(each.once.total_exact == Money{Rational{2000}});
    CHECK(places(each.monthly.total_exact, 6) == "11.915576");
    CHECK(each.paid_back == 28);
}

TEST_CASE("forty million small objects in bundles pay for themselves in month 2", "[move]") {
    // 4 x 10^12 / 2^27 = 29,802.3, so 29,803 archives; in tars 40,000,000 x 100,864 + 29,803 x 1,024 bytes.
    // once: GET 16.00, PUT 29,803 x 0.05/1000 = 1.49015, 30 days in both places 85.681677 x 30/30
    // monthly: 4,034,590,518,272 / 2^30 = 3,757.50525 GB x 0.00099 = 3.719930,
    // 32 KiB: 0.909515 x 0.00099 = 0.000900, 8 KiB: 0.227379 x 0.023 = 0.005230
    const MovePlan plan = planned(small_objects(), september());
    const MoveChoice& bundled = way_of(plan, MoveWay::bundle_all, "deep_archive");
    CHECK(bundled.archives == 29'803);
    CHECK(places(bundled.once.total_exact, 6) == "103.171827");
    CHECK(places(bundled.monthly.total_exact, 4) == "3.7261");
    CHECK(bundled.paid_back == 2);
    CHECK(&plan.best() == &bundled);
}

TEST_CASE("each object of Instant below 128 KiB is billed as 128 KiB", "[move]") {
    // 40,000,000 x 128 KiB = 4,882.8125 GB x 0.004 = 19.53125
    const MovePlan plan = planned(small_objects(), september());
    CHECK(way_of(plan, MoveWay::each, "instant").monthly.total_exact == Money{*parse_decimal("19.53125")});
}

TEST_CASE("a stock of one size has no threshold between small and large", "[move]") {
    const MovePlan plan = planned(small_objects(), september());
    CHECK_FALSE(has_way(plan, MoveWay::bundle_small));
    CHECK_FALSE(has_way(plan, MoveWay::each_large));
}

TEST_CASE("a rule that moves only large objects leaves the small ones at the old price", "[move]") {
    // Small 1 GB in Standard 0.023, large 1 GB in deep archive 0.00099, 512 x 32 KiB = 1/64 GB x 0.00099,
    // 512 x 8 KiB = 1/256 GB x 0.023: 0.024095312...
    const MovePlan plan = planned(of_two_sizes(), september());
    const MoveChoice& large = way_of(plan, MoveWay::each_large, "deep_archive");
    CHECK(large.moved == 512);
    CHECK(large.once.total_exact == Money{*parse_decimal("0.0256")});
    CHECK(places(large.monthly.total_exact, 9) == "0.024095313");
}

TEST_CASE("the best threshold bundles the small and moves the large", "[move]") {
    const MovePlan plan = planned(of_two_sizes(), september());
    const MoveChoice& small = way_of(plan, MoveWay::bundle_small, "deep_archive");
    CHECK(small.bundled == 16'384);
    CHECK(small.moved == 512);
    CHECK(small.archives == 8);
}

TEST_CASE("objects that leave their class early owe the rest of its minimum", "[move]") {
    // Flexible asks for 90 days; after 45 days 1.5 months of 1 GB and 1/32 GB of overhead (1,024 x 32 KiB)
    // are owed at 0.0036: 0.00556875; and 1,024 transitions at 0.05/1000: 0.0512.
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_mib(1), 1'024);
    MoveWish wish = september();
    wish.from = "flexible";
    wish.age = days{45};
    const MovePlan plan = planned(stock, wish);
    CHECK(way_of(plan, MoveWay::each, "deep_archive").once.total_exact ==
          Money{*parse_decimal("0.05676875")});
}

TEST_CASE("a rule leads only to a class further down", "[move]") {
    MoveWish wish = september();
    wish.from = "deep_archive";
    const MovePlan plan = planned(small_objects(), wish);
    CHECK_FALSE(has_way(plan, MoveWay::each));
    CHECK(has_way(plan, MoveWay::bundle_all));
}

TEST_CASE("what is retrieved into a copy is read from it by a request of its own", "[move]") {
    MoveWish wish = september();
    wish.from = "deep_archive";
    const MovePlan plan = planned(small_objects(), wish);
    const auto& lines = way_of(plan, MoveWay::bundle_all, "deep_archive").once.periods.front().lines;
    const auto get =
        std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.kind == "get"; });
    REQUIRE(get != lines.end());
    CHECK(get->quantity == 40'000'000);
    CHECK(get->cost_exact == Money{Rational{16}});
}

TEST_CASE("a class that is no class is refused", "[move]") {
    MoveWish wish = september();
    wish.to = "cellar";
    const auto plan = plan_move(small_objects(), wish, book());
    REQUIRE_FALSE(plan);
    CHECK(plan.error().front().code == "class-unknown");
}

TEST_CASE("a class without a price in the month is left out, unless it is asked for", "[move]") {
    MoveWish wish = september();
    wish.month = BillingPeriod{2021y / June};
    const MovePlan plan = planned(small_objects(), wish);
    CHECK(plan.unpriced == std::vector<std::string>{"instant"});
    wish.to = "instant";
    CHECK_FALSE(plan_move(small_objects(), wish, book()));
}

TEST_CASE("later months have the prices that the book has for them", "[move]") {
    // docs/moving-house.md: 1 TiB in objects of 1 GiB, from August 2021 on; Flexible falls on 1 December.
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_gib(1), 1024);
    const MovePlan plan =
        planned(stock, {.to = "flexible", .month = BillingPeriod{2021y / August}, .months = 12});
    CHECK(places(plan.choices.front().total, 3) == "282.624");
    const MoveChoice& each = way_of(plan, MoveWay::each, "flexible");
    CHECK(places(each.monthly.total_exact, 10) == "4.0963046875");
    CHECK(places(each.by_span.back(), 10) == "3.6866921875");
    CHECK(places(each.total, 8) == "45.90947625");
    CHECK(each.paid_back == 1);
}

TEST_CASE("a way pays back in the month that later prices allow", "[move]") {
    const auto over = [](std::int64_t months) {
        const MoveWish wish{.to = "flexible", .month = BillingPeriod{2021y / November}, .months = months};
        return way_of(planned(small_objects(), wish), MoveWay::each, "flexible").paid_back;
    };
    // 1,200 once. November's prices alone: 58.88 saved a month, 20.4 months. From December on 60.85:
    // 1 + 1,141.12 / 60.85 = 19.8 months.
    CHECK(over(1) == 21);
    CHECK(over(36) == 20);
}

TEST_CASE("a month whose price is not known has that of the month before", "[move]") {
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_gib(1), 512);
    // From January to March 2014 the price of S3 Standard is not known.
    const MovePlan plan = planned(stock, {.month = BillingPeriod{2013y / December}, .months = 5});
    const MoveChoice& leave = plan.choices.front();
    REQUIRE(plan.spans.size() == 3);
    CHECK(leave.by_span.at(1) == leave.by_span.at(0));
    CHECK(leave.by_span.at(2) < leave.by_span.at(0));
}

// 1 GiB in S3 Standard for three months from August on: the book was checked up to September 18, so two of
// three are held flat: 2 x 0.023 of 3 x 0.023.
TEST_CASE("months after the check of the book are unconfirmed in a move", "[move]") {
    pricing::PriceBook checked = book();
    checked.verified_until = "2026-09-18";
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_gib(1), 1);
    const auto plan = plan_move(stock, {.month = BillingPeriod{2026y / August}, .months = 3}, checked);
    REQUIRE(plan);
    CHECK(places(plan->choices.front().total, 3) == "0.069");
    CHECK(places(plan->choices.front().unconfirmed, 3) == "0.046");
    CHECK(plan->held_flat ==
          "The prices of aws-s3-glacier were checked up to 2026-09-18; for 2026-09 to 2026-10 they are held "
          "flat.");
}

TEST_CASE("a month that has the price of the one before is unconfirmed", "[move]") {
    MoveStock stock = empty_stock();
    add_objects(stock, Bytes::from_gib(1), 512);
    const MovePlan plan = planned(stock, {.month = BillingPeriod{2013y / December}, .months = 4});
    const MoveChoice& leave = plan.choices.front();
    CHECK(leave.months_without_price == 3);
    CHECK(leave.unconfirmed >= Money{leave.by_span.front().amount() * 3});
}

TEST_CASE("objects are moved only into classes that a lifecycle rule enters", "[move]") {
    const auto plan = plan_move(small_objects(), {.from = "deep_archive", .to = "standard"}, book());
    REQUIRE_FALSE(plan);
    CHECK(plan.error().front().code == "class-not-entered");
    CHECK(plan.error().front().expected == "instant, flexible or deep_archive");
}

TEST_CASE("in the class where objects lie already only bundling them changes anything", "[move]") {
    MoveWish wish = september();
    wish.from = "deep_archive";
    wish.to = "deep_archive";
    const MovePlan plan = planned(small_objects(), wish);
    REQUIRE(plan.choices.size() == 2);
    CHECK(plan.choices.back().way == MoveWay::bundle_all);
}
