#include "core/restore/plan.hpp"
#include "core/usage/restored_copies.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

using namespace firn;
using namespace firn::restore;
using namespace std::chrono;
using usage::ChargeType;

namespace {

const pricing::PriceBook& s3_book() {
    static const pricing::PriceBook book = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    return book;
}

const pricing::PriceBook& vault_book() {
    static const pricing::PriceBook book = pricing::shipped_book("us-east-1");
    return book;
}

RestorePlan planned(const Wish& wish) {
    const bool is_vault = storage::is_vault(wish.storage_class);
    auto plan = plan_restore(wish, is_vault ? vault_book() : s3_book());
    INFO((plan ? std::string{} : to_text(plan.error())));
    REQUIRE(plan);
    return std::move(plan).value();
}

Diagnostic refused(const Wish& wish) {
    const bool is_vault = storage::is_vault(wish.storage_class);
    const auto plan = plan_restore(wish, is_vault ? vault_book() : s3_book());
    REQUIRE_FALSE(plan);
    return plan.error().front();
}

/// The way of one tier with this pacing.
const Way& way_in(const RestorePlan& plan, const std::string& tier, Pacing pacing) {
    const auto found = std::find_if(plan.ways.begin(), plan.ways.end(), [&](const Way& way) {
        return tier_text(way, plan.service) == tier && way.pacing == pacing;
    });
    REQUIRE(found != plan.ways.end());
    return *found;
}

Rational cost_of(const Way& way, ChargeType charge) { return way.cost_by_charge.at(charge).amount(); }

Rational decimal(const char* text) { return *parse_decimal(text); }

/// 1 TiB of Flexible in 4,000 archives over a link of 100 MB/s.
Wish flexible() {
    Wish wish = test::eight_tebibytes();
    wish.storage_class = "flexible";
    wish.bytes = Bytes::from_tib(1);
    wish.archives = 4000;
    wish.link = ByteRate{100'000'000};
    return wish;
}

}  // namespace

TEST_CASE("a restore costs its requests, bytes, copies and transfer", "[restore]") {
    // 32,768 requests at 0.0001, 8,192 GB at 0.02, 8,092 GB out at 0.09, as many GETs at 0.0000004, and two
    // days' copies: 8,192 x 48 / 720 GB-months at 0.023.
    const RestorePlan plan = planned(test::eight_tebibytes());
    const Way& way = way_in(plan, "standard", Pacing::none);
    CHECK(cost_of(way, ChargeType::retrieval_requests) == decimal("3.2768"));
    CHECK(cost_of(way, ChargeType::retrieval) == decimal("163.84"));
    CHECK(cost_of(way, ChargeType::transfer_out) == decimal("728.28"));
    CHECK(cost_of(way, ChargeType::requests) == decimal("0.0131072"));
    CHECK(cost_of(way, ChargeType::copy) == Rational{8192 * 48} / 720 * decimal("0.023"));
    CHECK(way.rounds.front().copy_days == 2);
}

TEST_CASE("bulk misses 48 hours together with the link", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.within = 48h;
    const RestorePlan plan = planned(wish);
    CHECK(tier_text(plan.ways[plan.chosen], plan.service) == "standard");
    const Way& bulk = way_in(plan, "bulk", Pacing::none);
    CHECK_FALSE(bulk.meets_deadline);
    REQUIRE(bulk.refusals.size() == 1);
    CHECK(bulk.refusals.front() ==
          "all is ready after 48.0 h at the latest (the tier takes up to 48.0 h) and the link needs 19.5 h "
          "for 8.80 TB: 67.5 h in all, 19.5 h more than the deadline of 48.0 h");
    CHECK(*plan.latest_start == wish.start + (48h - plan.ways[plan.chosen].longest.ends));
}

TEST_CASE("the cheapest way within a deadline may be a mix", "[restore]") {
    // By 60 h the link takes what bulk has ready in 12 h: less than 43.2e9 x 125 bytes.
    Wish wish = test::eight_tebibytes();
    wish.within = 60h;
    const RestorePlan plan = planned(wish);
    const Way& mix = plan.ways[plan.chosen];
    REQUIRE(mix.tiers.size() == 2);
    CHECK(mix.longest.ends <= 60h);
    // 12 h less 2.7 s of unpacking at 125 MB/s are 20,115.3 archives of 256 MiB.
    CHECK(archives_in(mix, mix.tiers.front()) == 20'115);
    CHECK(mix.cost < way_in(plan, "standard", Pacing::none).cost);
}

TEST_CASE("one more archive in bulk would miss the deadline", "[restore]") {
    const Wish wish = test::eight_tebibytes();
    const auto service = service_of(wish, s3_book());
    REQUIRE(service);
    const auto rounds = [&](std::int64_t bulk) {
        return std::vector<Round>{round_of(wish, 0s, 1, 0, bulk), round_of(wish, 0s, 0, bulk, 32'768 - bulk)};
    };
    CHECK(timeline_of(rounds(20'115), service->tiers, wish, Speed::longest).ends <= 60h);
    CHECK(timeline_of(rounds(20'116), service->tiers, wish, Speed::longest).ends > 60h);
}

TEST_CASE("typically nothing takes longer than at most", "[restore]") {
    Wish wish = flexible();
    wish.link = ByteRate{20'000'000};
    wish.within = 20h;
    for (const Way& way : planned(wish).ways) {
        CHECK(way.typical.ends <= way.longest.ends);
        CHECK(way.typical.ready <= way.longest.ready);
    }
}

TEST_CASE("only what is downloaded first needs the fastest tier", "[restore]") {
    // The link of 20 MB/s is busy for 15.3 hours: in its first 5 with expedited, in the next 7 with standard,
    // then with bulk, all asked for so early that it never waits; as quick as expedited alone.
    Wish wish = flexible();
    wish.link = ByteRate{20'000'000};
    const RestorePlan plan = planned(wish);
    const auto mix = std::find_if(plan.ways.begin(), plan.ways.end(),
                                  [](const Way& way) { return way.tiers.size() == 3; });
    REQUIRE(mix != plan.ways.end());
    const Way& expedited = way_in(plan, "expedited", Pacing::link);
    CHECK(mix->longest.ends - expedited.longest.ends < 1min);
    CHECK(mix->cost < expedited.cost);
    // 72 GB an hour are 261.93 archives: 5 hours are 1,310, 12 hours 3,144 (both rounded up).
    CHECK(archives_in(*mix, 1) == 1310);
    CHECK(archives_in(*mix, 0) == 3144 - 1310);
}

TEST_CASE("a budget alone buys the fastest way that it pays for", "[restore]") {
    Wish wish = flexible();
    wish.budget = Money{decimal("110")};
    const RestorePlan plan = planned(wish);
    const Way& way = plan.ways[plan.chosen];
    CHECK(way.cost <= *wish.budget);
    for (const Way& other : plan.ways)
        CHECK((other.cost > *wish.budget || other.longest.ends >= way.longest.ends));
}

TEST_CASE("more time never costs more along the curve", "[restore]") {
    const RestorePlan plan = planned(flexible());
    REQUIRE(plan.curve.size() > 5);
    for (std::size_t i = 1; i < plan.curve.size(); ++i) {
        CHECK(plan.curve[i - 1].longest.ends <= plan.curve[i].longest.ends);
        CHECK(plan.curve[i - 1].cost > plan.curve[i].cost);
    }
}

TEST_CASE("copies lie there until they are downloaded, and a day less would not do", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.link = ByteRate{5'000'000};  // 20 days
    const RestorePlan plan = planned(wish);
    for (const Way& way : plan.ways) {
        for (std::size_t i = 0; i < way.rounds.size(); ++i) {
            const Instant asked = wish.start + way.rounds[i].at;
            const Instant downloaded = wish.start + way.longest.rounds[i].downloaded;
            CHECK(usage::end_of_copy(asked, way.rounds[i].copy_days) >= downloaded);
            CHECK((way.rounds[i].copy_days == 1 ||
                   usage::end_of_copy(asked, way.rounds[i].copy_days - 1) < downloaded));
        }
    }
}

TEST_CASE("paced by the link, copies cost less than all at once", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.link = ByteRate{5'000'000};
    const RestorePlan plan = planned(wish);
    CHECK(cost_of(way_in(plan, "standard", Pacing::link), ChargeType::copy) * 5 <
          cost_of(way_in(plan, "standard", Pacing::none), ChargeType::copy));
}

TEST_CASE("copies of too few days are refused", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.copy_days = 1;
    wish.pacing = Pacing::none;
    CHECK(refused(wish).code == "restore-copies-expire");
}

TEST_CASE("what is ready in a vault is gone after a day", "[restore]") {
    Wish wish = test::faq_2013();
    wish.link = ByteRate{1'000'000};  // 150 GB take 41.8 h
    wish.pacing = Pacing::none;
    CHECK(refused(wish).code == "restore-copies-expire");
    wish.pacing = Pacing::link;
    CHECK(planned(wish).ways.size() == 1);
}

TEST_CASE("the reworked FAQ's example: 21.60 at once, 10.80 over eight hours, nothing over two days",
          "[restore]") {
    Wish wish = test::faq_2013();
    wish.within = 10h;
    const RestorePlan plan = planned(wish);
    CHECK(cost_of(way_in(plan, "usual", Pacing::none), ChargeType::retrieval) == decimal("21.6"));
    const Way& paced = way_in(plan, "usual", Pacing::deadline);
    CHECK(cost_of(paced, ChargeType::retrieval) == decimal("10.8"));
    REQUIRE(paced.rounds.size() == 2);
    CHECK(paced.rounds[0].archives == 70);
    CHECK(paced.rounds[1].at == 4h);
    wish.within = 36h;
    CHECK(cost_of(way_in(planned(wish), "usual", Pacing::deadline), ChargeType::retrieval) == 0);
}

TEST_CASE("either rule of the fee can be asked for", "[restore]") {
    Wish wish = test::faq_2013();
    wish.within = 24h;
    for (const auto rule : {usage::RetrievalRule::first_faq, usage::RetrievalRule::reworked_faq}) {
        wish.rules.retrieval = rule;
        const RestorePlan plan = planned(wish);
        CHECK(plan.service.rule == rule);
        CHECK(plan.ways[plan.chosen].cost <= way_in(plan, "usual", Pacing::none).cost);
    }
}

TEST_CASE("within the free allowance nothing is paid for retrievals", "[restore]") {
    Wish wish = test::faq_2013();
    wish.bytes = Bytes::from_gib(300);
    wish.archives = 300;
    const RestorePlan plan = planned(wish);
    const Way& free = way_in(plan, "usual", Pacing::free);
    // 128 GB a day: 128, 128 and 44 archives.
    REQUIRE(free.rounds.size() == 3);
    CHECK(free.rounds[0].archives == 128);
    CHECK(free.rounds[2].archives == 44);
    CHECK(cost_of(free, ChargeType::retrieval) == 0);
}

TEST_CASE("what lies in the vault anyway is no cost of a restore", "[restore]") {
    for (const Way& way : planned(test::faq_2013()).ways)
        CHECK(way.cost_by_charge.count(ChargeType::storage) == 0);
}

TEST_CASE("in the region nothing is transferred out", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.stay_in_region = true;
    for (const Way& way : planned(wish).ways)
        CHECK(way.cost_by_charge.count(ChargeType::transfer_out) == 0);
}

TEST_CASE("a download over the end of a month has that month's free amount twice", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.start = sys_days{2026y / 9 / 30};
    const RestorePlan plan = planned(wish);
    CHECK(cost_of(way_in(plan, "standard", Pacing::none), ChargeType::transfer_out) ==
          (8192 - 200) * decimal("0.09"));
}

TEST_CASE("provisioned capacity serves 36 archives an hour, for a hundred dollars", "[restore]") {
    Wish wish = flexible();
    wish.archives = 72;
    wish.bytes = Bytes::from_gib(10);
    const RestorePlan plan = planned(wish);
    const Way& way = way_in(plan, "expedited", Pacing::capacity);
    CHECK(cost_of(way, ChargeType::capacity) == 100);
    REQUIRE(way.rounds.size() == 2);
    CHECK(way.rounds[0].archives == 36);
}

TEST_CASE("each archive is asked for once, whatever the way, and each hour and tier has one round",
          "[restore]") {
    Wish wish = flexible();
    const auto deadline = GENERATE(9h, 20h, 30h);
    wish.within = deadline;
    wish.link = deadline == 9h ? ByteRate{100'000'000} : ByteRate{20'000'000};
    for (const Way& way : planned(wish).ways) {
        std::set<std::pair<Duration, std::size_t>> seen;
        for (const Round& round : way.rounds)
            CHECK(seen.insert({round.at, round.tier}).second);
        std::int64_t next = 0;
        Bytes bytes;
        for (const Round& round : way.rounds) {
            CHECK(round.first == next);
            next += round.archives;
            bytes += round.bytes;
        }
        CHECK(next == wish.archives);
        CHECK(bytes == wish.bytes);
    }
}

TEST_CASE("what cannot be had is refused with a reason", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.within = 2h;
    CHECK(refused(wish).code == "restore-deadline-unmet");
    wish.within = {};
    wish.budget = Money{Rational{1}};
    CHECK(refused(wish).code == "restore-budget-unmet");
    wish.budget = {};
    wish.tier = "expedited";
    CHECK(refused(wish).code == "tier-unknown");
    wish.tier = {};
    wish.pacing = Pacing::free;
    CHECK(refused(wish).code == "pacing-unknown");
    wish.pacing = {};
    wish.link = ByteRate{1};
    CHECK(refused(wish).code == "restore-too-long");
    wish.storage_class = "warm";
    wish.link = ByteRate{1'000'000'000};
    CHECK(refused(wish).code == "class-unknown");
}

TEST_CASE("a search that nobody waits for ends without a word, before all ways are found", "[restore]") {
    int asked = 0;
    const auto never = [&asked] { return ++asked < 0; };
    REQUIRE(plan_restore(flexible(), s3_book(), never));
    const int all = asked;
    REQUIRE(all > 10);
    for (const int until : {1, all / 2, all - 1}) {
        INFO(until);
        asked = 0;
        const auto plan = plan_restore(flexible(), s3_book(), [&] { return ++asked > until; });
        REQUIRE_FALSE(plan);
        CHECK(plan.error().empty());
        CHECK(asked <= all + 1);
    }
}
