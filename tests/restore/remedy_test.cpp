#include "core/restore/plan.hpp"
#include "tests/pricing/shipped_books.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::restore;
using namespace std::chrono;

namespace {

std::string remedy_of(const Wish& wish) {
    static const pricing::PriceBook vault = pricing::shipped_book("us-east-1");
    static const pricing::PriceBook s3 = pricing::shipped_book("us-east-1", "aws-s3-glacier");
    const auto plan = plan_restore(wish, wish.storage_class == "glacier" ? vault : s3);
    REQUIRE_FALSE(plan);
    return plan.error().front().remedy;
}

}  // namespace

// 8 TiB over 1 Gbit/s take 19.5 h after the 12 h of the standard tier.
TEST_CASE("a remedy asks only for what helps the wish that was refused", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.within = 2h;
    CHECK(remedy_of(wish) == "give it more time; the retrieval alone takes longer, whatever the link");
    wish.within = 14h;
    CHECK(remedy_of(wish) == "give it more time, take a faster link or ask for fewer bytes");
    // 8.80 TB over 1 MB/s take 102 days; that is no fault of the tier, though what the link paces is ready
    // late.
    wish.link = ByteRate{1'000'000};
    CHECK(remedy_of(wish) == "give it more time, take a faster link or ask for fewer bytes");
    wish.link = ByteRate{125'000'000};
    wish.within = 30h;
    wish.tier = "bulk";
    CHECK(remedy_of(wish) ==
          "give it more time or choose another tier; the retrieval alone takes longer, whatever the link");
    wish = test::eight_tebibytes();
    wish.budget = Money{Rational{1}};
    CHECK(remedy_of(wish) == "allow more money, ask for fewer bytes or use it within the region");
    wish.stay_in_region = true;
    wish.within = 48h;
    wish.pacing = Pacing::none;
    CHECK(remedy_of(wish) ==
          "allow more money, give it more time, choose another pacing or ask for fewer bytes");
}

// 1 TiB over 10 Mbit/s takes ten days; what is ready in a vault lies there for one, whoever asks.
TEST_CASE("no copy days are advised where there are none", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.copy_days = 1;
    wish.pacing = Pacing::none;
    CHECK(remedy_of(wish) == "take a faster link, ask only for what the link takes or let copies lie longer");
    wish = test::faq_2013();
    wish.link = ByteRate{1'250'000};
    wish.bytes = Bytes::from_tib(1);
    wish.pacing = Pacing::none;
    CHECK(remedy_of(wish) == "take a faster link or ask only for what the link takes");
}

// Ten years are 316,224,000 s.
TEST_CASE("what would take ten years names the rate that is too low", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.link = ByteRate{1};
    CHECK(remedy_of(wish) == "check the bytes and the rate of the link");
    wish = test::eight_tebibytes();
    wish.archives = 400'000'000;
    wish.request_rate = 1;
    CHECK(remedy_of(wish) == "check the number of archives and the rate of requests");
    wish = test::eight_tebibytes();
    wish.archives = 1;
    wish.unpack_rate = ByteRate{1};
    CHECK(remedy_of(wish) == "check the bytes, the number of archives and the rate of unpacking");
}
