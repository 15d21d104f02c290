#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

Life compacted() {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 10}, {.keep = kDay * 20}};
    life.compaction = Compaction{.dead_share = random::Chance::of(Rational{1, 2})};
    return life;
}

/// Three archives: of each so many files die after 10 days, the others after 20.
LifeResult live_compacted(const Life& life, std::uint32_t first, Duration horizon) {
    ArchiveLife archive_life{life, kStart, horizon, 1, {}, Bytes{10'000'000}};
    constexpr std::int64_t kMb = 1'000'000;
    const std::vector<DyingFiles> dying{{0, first, Bytes{first * kMb}, kHour},
                                        {1, 10 - first, Bytes{(10 - first) * kMb}, kHour}};
    StoredArchive archive = plain_archive(kHour);
    archive.dying = dying;
    for (int i = 0; i < 3; ++i)
        archive_life.store(archive);
    return archive_life.result();
}

}  // namespace

TEST_CASE("archives with too many dead bytes are stored anew without them", "[service]") {
    // 6 of 10 MB are dead after 10 days and 1 h: read 4 h later, 3 parts of 4 MB, above 10 MB with the third.
    const LifeResult result = live_compacted(compacted(), 6, kDay * 15);
    CHECK(result.compaction == CompactionOutcome{3, 30'000'000, 12'000'000, 1, 12'000'000});
    CHECK(result.archives == 1);
    CHECK(result.bytes == Bytes{12'000'000});
    CHECK(result.deletions.dead_now == Bytes{0});
    CHECK(result.deletions.dead_most == Bytes{18'000'000});
    CHECK(result.deletions.files_living == 12);
    CHECK(result.months[0].removed.archives == 3);
    CHECK(result.months[0].added.archives == 1);
    // From day 10, 5 h, to day 15.
    CHECK(result.months[0].added.stored == Bytes{12'000'000} * (kHour * 115));
}

TEST_CASE("half of the bytes dead is not above a half", "[service]") {
    CHECK(live_compacted(compacted(), 5, kDay * 15).compaction.archives == 0);
}

TEST_CASE("files that compaction moved die in their new archive", "[service]") {
    const LifeResult result = live_compacted(compacted(), 6, kDay * 30);
    CHECK(result.archives == 0);
    CHECK(result.deletions.archives_deleted == 4);
    CHECK(result.deletions.files_deleted == 30);
    CHECK(result.deletions.bytes_deleted == Bytes{30'000'000});
}

TEST_CASE("the directory of the compaction closes with the day", "[service]") {
    // 3 parts of 1 MB: at midnight of day 11.
    const LifeResult result = live_compacted(compacted(), 9, kDay * 15);
    CHECK(result.compaction.new_archives == 1);
    CHECK(result.months[0].added.stored == Bytes{3'000'000} * (kDay * 4));
}
