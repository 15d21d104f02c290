#include "core/restore/same_ways.hpp"
#include "core/restore/plan.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::restore;
using namespace std::chrono;

namespace {

/// So much of a vault of 100 TiB, in May 2013.
RestorePlan planned(Bytes bytes, std::int64_t archives) {
    static const pricing::PriceBook book = pricing::shipped_book("us-east-1");
    Wish wish = test::eight_tebibytes();
    wish.storage_class = "glacier";
    wish.bytes = bytes;
    wish.archives = archives;
    wish.stored_bytes = Bytes::from_gib(102'400);
    wish.start = sys_days{2013y / 5 / 1};
    auto plan = plan_restore(wish, book);
    INFO((plan ? std::string{} : to_text(plan.error())));
    REQUIRE(plan);
    return std::move(plan).value();
}

}  // namespace

TEST_CASE("what is free anyway is one way, whatever its pacing", "[restore]") {
    const RestorePlan plan = planned(Bytes::from_gib(20), 40);
    REQUIRE(plan.ways.size() > 6);
    CHECK(stands_for(plan.ways) == std::vector<std::size_t>(plan.ways.size(), 0));
}

TEST_CASE("a longer deadline that saves nothing is shown by the shorter one", "[restore]") {
    const RestorePlan plan = planned(Bytes::from_gib(4'000), 4);
    const auto by = stands_for(plan.ways);
    std::set<std::pair<Rational, Pacing>> shown;
    for (std::size_t i = 0; i < by.size(); ++i) {
        const Way& stands = plan.ways[by[i]];
        CHECK(stands.cost == plan.ways[i].cost);
        CHECK(stands.longest.ends <= plan.ways[i].longest.ends);
        if (by[i] == i) CHECK(shown.emplace(stands.cost.amount(), stands.pacing).second);
    }
    CHECK(shown.size() < plan.ways.size());
    CHECK(shown.size() > 2);
}

TEST_CASE("another tier, cost or schedule is another way", "[restore]") {
    const Way way{.tiers = {0},
                  .rounds = {{.at = 0h, .archives = 2}, {.at = 4h, .first = 2, .archives = 2}},
                  .cost = Money{Rational{1}}};
    Way dearer = way;
    dearer.cost = Money{Rational{2}};
    Way slower = way;
    slower.tiers = {1};
    Way later = way;
    later.rounds[1].at = 5h;
    Way equal = way;
    equal.pacing = Pacing::free;
    CHECK(stands_for({way, dearer, slower, later, equal}) == std::vector<std::size_t>{0, 1, 2, 3, 0});
}

// Both are spread until their deadline and cost 1 USD. The later one, at the latest, is usually over 2 h
// earlier: only the table says so.
TEST_CASE("a longer deadline that usually ends earlier is another way", "[restore]") {
    Way shorter{
        .tiers = {0}, .pacing = Pacing::deadline, .rounds = {{.archives = 2}}, .cost = Money{Rational{1}}};
    shorter.longest.ends = 20h;
    shorter.typical.ends = 18h;
    Way longer = shorter;
    longer.rounds = {{.archives = 1}, {.at = 6h, .first = 1, .archives = 1}};
    longer.longest.ends = 24h;
    CHECK(stands_for({shorter, longer}) == std::vector<std::size_t>{0, 0});
    longer.typical.ends = 16h;
    CHECK(stands_for({shorter, longer}) == std::vector<std::size_t>{0, 1});
}
