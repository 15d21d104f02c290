#include "core/restore/timeline.hpp"
#include "core/restore/pacings.hpp"
#include "tests/restore/wishes.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <limits>
#include <vector>

using namespace firn;
using namespace firn::restore;
using namespace std::chrono;

namespace {

std::vector<storage::RetrievalTime> deep_archive() {
    return storage::retrieval_times("deep_archive", sys_days{2026y / 9 / 1});
}

Timeline times(const std::vector<Round>& rounds, const Wish& wish, Speed speed = Speed::longest) {
    return timeline_of(rounds, deep_archive(), wish, speed);
}

}  // namespace

TEST_CASE("all archives together have all bytes, and differ by a byte at most", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.bytes = Bytes{10};
    wish.archives = 4;
    CHECK(bytes_before(wish, 0) == Bytes{0});
    CHECK(bytes_before(wish, 1) == Bytes{2});
    CHECK(bytes_before(wish, 2) == Bytes{5});
    CHECK(bytes_before(wish, 4) == Bytes{10});
    CHECK(largest_archive(wish) == Bytes{3});
}

TEST_CASE("a restore ends when its last archive is requested, ready, downloaded and unpacked", "[restore]") {
    // Requests 32.767 s; ready 12 h later at the latest; the link needs 2^43 / 125e6 = 70,368.744178 s from
    // the first archive on; unpacking the last 256 MiB takes 2.684355 s.
    const Wish wish = test::eight_tebibytes();
    const Timeline line = times({round_of(wish, 0s, 0, 0, 32'768)}, wish);
    CHECK(line.requested == 32'767ms);
    CHECK(line.ready == 12h + 32'767ms);
    CHECK(line.downloaded == 12h + 70'368'744'178us);
    CHECK(line.ends == 12h + 70'371'428'533us);
}

TEST_CASE("typically the download begins when the first archives are ready", "[restore]") {
    // From 9 h on, and it outlasts the retrievals: 9 h + 19 h 32 min 48.7 s > 12 h.
    const Wish wish = test::eight_tebibytes();
    const Timeline line = times({round_of(wish, 0s, 0, 0, 32'768)}, wish, Speed::typical);
    CHECK(line.downloaded == 9h + 70'368'744'178us);
}

TEST_CASE("where the link is quick the last archive decides", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.link = ByteRate{Bytes::from_gib(1).count()};
    // 8 TiB are 8,192 s, less than the three hours between the first and the last archive.
    const Timeline line = times({round_of(wish, 0s, 0, 0, 32'768)}, wish, Speed::typical);
    CHECK(line.downloaded == 12h + 32'767ms + 250ms);
}

TEST_CASE("the quick tier is downloaded while the slow one is still being retrieved", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.archives = 2;
    wish.request_rate = {};
    wish.link = ByteRate{Bytes::from_tib(4).count() / 36'000};  // 10 h and a little for each
    const std::vector<Round> rounds{round_of(wish, 0s, 1, 0, 1), round_of(wish, 0s, 0, 1, 1)};
    const Timeline line = times(rounds, wish);
    CHECK(line.rounds[1].download_begins == 12h);
    CHECK(line.rounds[1].downloaded == 12h + time_for(Bytes::from_tib(4), wish.link));
    CHECK(line.rounds[0].download_begins == 48h);
    CHECK(line.downloaded == 48h + time_for(Bytes::from_tib(4), wish.link));
}

TEST_CASE("a round waits until the requests before it are made", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.archives = 10'000;
    wish.request_rate = 1;  // 5,000 requests an hour and 23 minutes
    const Timeline line = times({round_of(wish, 0s, 0, 0, 5000), round_of(wish, 1h, 0, 5000, 5000)}, wish);
    CHECK(line.rounds[0].requested == 4999s);
    CHECK(line.rounds[1].requested == 9999s);
}

TEST_CASE("a service that takes few requests is asked for hours", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.request_rate = 5;  // 18,000 an hour
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = deep_archive()};
    const auto rounds = rounds_at_once(wish, service, {{0, 32'768}});
    REQUIRE(rounds.size() == 2);
    CHECK(rounds[0].archives == 18'000);
    CHECK(rounds[1].at == 1h);
    CHECK(rounds[1].first == 18'000);
    CHECK(rounds[1].archives == 14'768);
}

// 30,000,000,000 archives at 3,600,000 an hour take 8,333.3 hours: 1,667 rounds of five hours, 18,000,000
// each.
TEST_CASE("a restore whose requests take more than 2,000 hours has longer rounds", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.bytes = Bytes::from_tib(1024);
    wish.archives = 30'000'000'000;
    wish.request_rate = 1000;
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = deep_archive()};
    const auto rounds = rounds_at_once(wish, service, {{0, wish.archives}});
    REQUIRE(rounds.size() == 1667);
    CHECK(rounds[0].archives == 18'000'000);
    CHECK(rounds[1].at == 5h);
    CHECK(rounds.back().first + rounds.back().archives == wish.archives);
}

TEST_CASE("no request rate is too large to be counted with", "[restore]") {
    Wish wish = test::eight_tebibytes();
    wish.request_rate = std::numeric_limits<std::int64_t>::max();
    const pricing::PriceBook book;
    const Service service{.book = book, .tiers = deep_archive()};
    CHECK(rounds_at_once(wish, service, {{0, 32'768}}).size() == 1);
}

TEST_CASE("paced by the link, each hour asks for what the link takes in an hour", "[restore]") {
    // 450 GB an hour are 1,676.38 archives of 256 MiB; 8 TiB take 20 rounds.
    const Wish wish = test::eight_tebibytes();
    const auto rounds = rounds_by_link(wish, 0);
    REQUIRE(rounds.size() == 20);
    CHECK(rounds[0].archives == 1677);
    CHECK(rounds[1].at == 1h);
    CHECK(rounds[1].archives == 1676);
    CHECK(rounds[2].archives == 1677);
    CHECK(rounds[19].first + rounds[19].archives == 32'768);
}

TEST_CASE("an archive that takes hours is asked for when the link has nearly done the one before",
          "[restore]") {
    // Four archives of 2.5 hours each: in the hours 0, 2, 5 and 7.
    Wish wish = test::eight_tebibytes();
    wish.archives = 4;
    wish.bytes = Bytes{36'000'000'000};
    wish.link = ByteRate{1'000'000};
    const auto rounds = rounds_by_link(wish, 0);
    REQUIRE(rounds.size() == 4);
    CHECK(rounds[0].at == 0h);
    CHECK(rounds[1].at == 2h);
    CHECK(rounds[2].at == 5h);
    CHECK(rounds[3].at == 7h);
}
