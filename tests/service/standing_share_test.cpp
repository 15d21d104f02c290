#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

Restore batch_of_share(int percent) {
    Restore share = batch_of_all(kDay);
    share.selection = 0;
    share.standing_share = random::Chance::of(Rational{percent, 100});
    return share;
}

/// A day after the start of 20,000 archives of 1 MB.
RestoreOutcome asked_of_stock(const Restore& restore) {
    Life life = plain_life();
    life.retrieval.downloaders = 20'000;
    life.restores = {restore};
    const std::vector<StandingArchives> stock{{.archives = 20'000, .stored = Bytes{20'000'000'000}}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, stock, Bytes{10'000'000}};
    return archive_life.result().restores[0];
}

}  // namespace

TEST_CASE("all of a share is all that lies there at the start", "[service]") {
    const RestoreOutcome share = asked_of_stock(batch_of_share(100));
    CHECK(share.requests == 20'000);
    CHECK(share.bytes_retrieved == 20'000'000'000);
    CHECK(share == asked_of_stock(batch_of_all(kDay)));
}

TEST_CASE("a share takes each archive of the stock by its number from 2^41 on", "[service]") {
    // Half of 20,000: 10,000, one deviation sqrt(20,000 / 4) = 71. An archive is in it where the high 32 bits
    // of its draw are below 2^31.
    const random::Stream draws{1, "restores/all/selection"};
    std::uint64_t in_it = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        in_it += draws.at((std::uint64_t{1} << 41U) + i) >> 63U == 0 ? 1U : 0U;
    const RestoreOutcome half = asked_of_stock(batch_of_share(50));
    CHECK(half.requests == in_it);
    CHECK(half.retrievals == in_it);
    CHECK(half.requests == Approx(10'000).margin(284));
}

TEST_CASE("a share leaves out archives of the stock that are deleted by then", "[service]") {
    // All of the stock is kept 30 days; it lies there 29 days and 12 hours at the start, and the batch comes
    // a day later.
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    life.restores = {batch_of_share(100)};
    const std::vector<StandingArchives> stock{
        {.archives = 4, .stored = Bytes{4'000'000}, .age = kDay * 29 + kHour * 12},
        {.archives = 3, .stored = Bytes{3'000'000}, .age = kDay}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, stock, Bytes{10'000'000}};
    CHECK(archive_life.result().restores[0].requests == 3);
}

TEST_CASE("an owner's batch takes the archives of the stock that are known to be the owner's", "[service]") {
    // Of the last three of four archives the owners are known: 5, 6 and 5.
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.restores[0].selection = 0;
    life.restores[0].standing_owner = 5;
    const std::vector<StandingArchives> stock{
        {.archives = 4, .stored = Bytes{4'000'000}, .age = {}, .owners = {5, 6, 5}}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, stock, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.restores[0].requests == 2);
    CHECK(result.restores[0].bytes_retrieved == 2'000'000);
    CHECK(result.standing_owners_unknown == 1);
    CHECK(result.standing_keys_unknown == 0);  // nobody asks by key
}

TEST_CASE("a table of keys finds and deletes archives of the stock whose keys are known", "[service]") {
    // Asked for key 7 before and after it is deleted, and for key 8, which no archive has.
    Life life = plain_life();
    life.restores = {{.name = "trace",
                      .origin = Restore::Origin::trace,
                      .requests = {{kHour, 7}, {kHour * 2, 8}, {kHour * 40, 7}}}};
    life.watched_deletions = {{kHour * 30, 7}};
    const std::vector<StandingArchives> stock{
        {.archives = 3, .stored = Bytes{3'000'000}, .age = kDay, .watched = {kNotWatched, 7}}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, stock, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.restores[0].requests == 3);
    CHECK(result.restores[0].restored == 1);
    CHECK(result.restores[0].not_found == 2);
    CHECK(result.deletions.archives_deleted == 1);
    CHECK(result.archives == 2);
    CHECK(result.standing_keys_unknown == 1);
    CHECK(result.standing_owners_unknown == 0);  // nobody asks for an owner
}
