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
void store_dying(ArchiveLife& life, std::uint32_t first, Bytes sent = Bytes{10'000'000}) {
    constexpr std::int64_t kMb = 1'000'000;
    const std::vector<DyingFiles> dying{{0, first, Bytes{first * kMb}, kHour},
                                        {1, 10 - first, Bytes{(10 - first) * kMb}, kHour}};
    StoredArchive archive = plain_archive(kHour);
    archive.dying = dying;
    archive.bytes = sent;
    for (int i = 0; i < 3; ++i)
        life.store(archive);
}

LifeResult live_compacted(const Life& life, std::uint32_t first, Duration horizon) {
    ArchiveLife archive_life{life, kStart, horizon, 1, {}, Bytes{10'000'000}};
    store_dying(archive_life, first);
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

TEST_CASE("a compaction that meets an outage begins at its end, and is billed then", "[service]") {
    // The files die on day 10, 1 h; the service is out from day 10 to day 12: three archives of 10 MB are
    // read then.
    ArchiveLife life{compacted(), kStart, kDay * 15, 1, {}, Bytes{10'000'000}};
    const auto resume = [](Duration t) { return t >= kDay * 10 && t < kDay * 12 ? kDay * 12 : t; };
    life.set_outages(resume, [&](Duration t, Duration length) { return resume(t) + length; });
    store_dying(life, 6);
    const LifeResult result = life.result();
    REQUIRE(result.months[0].retrievals.size() == 1);
    CHECK(result.months[0].retrievals[0].hour == kStart + kDay * 12);
    CHECK(result.months[0].retrievals[0].archives == 3);
    CHECK(result.compaction.new_archives == 1);
}

TEST_CASE("the directory of the compaction closes by the bytes of its files, however they are compressed",
          "[service]") {
    // Archives of 5 MB hold 10 MB of files, of which 4 MB live on: 12 MB of files with the third, 6 MB sent.
    ArchiveLife life{compacted(), kStart, kDay * 11, 1, {}, Bytes{10'000'000}};
    store_dying(life, 6, Bytes{5'000'000});
    const LifeResult result = life.result();
    CHECK(result.compaction == CompactionOutcome{3, 15'000'000, 12'000'000, 1, 6'000'000});
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

TEST_CASE("retrievals that stand in line for archives that were compacted become one", "[service]") {
    // Three archives, a day's pace each: the first is asked for on day 9, before 6 of 10 files of each die on
    // day 10 and the others are compacted. Of the 20 files of the other two 8 are left, in one archive.
    Life life = compacted();
    Restore slow = batch_of_all(kDay * 9);
    slow.pacing = Pacing::bytes_per_hour;
    slow.bytes_per_hour = Bytes{416'667};
    life.restores = {slow};
    const LifeResult result = live_compacted(life, 6, kDay * 20);
    CHECK(result.restores[0].requests == 30);
    CHECK(result.restores[0].restored + result.restores[0].not_found == 30);
    CHECK(result.restores[0].retrievals == 2);
    CHECK(result.restores[0].not_found == 12);
}

TEST_CASE("a selected batch finds the living files that compaction moved", "[service]") {
    // All 10 files of each archive are selected; 6 of each die and the rest goes into one archive: 12 are
    // left.
    Life life = compacted();
    life.restores = {{.name = "share", .origin = Restore::Origin::batch, .at = kDay * 12, .selection = 0}};
    ArchiveLife archive_life{life, kStart, kDay * 15, 1, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, 6, Bytes{6'000'000}, kHour}, {1, 4, Bytes{4'000'000}, kHour}};
    const std::vector<SelectedFiles> selected{{0, 10, Bytes{10'000'000}}};
    StoredArchive archive = plain_archive(kHour);
    archive.dying = dying;
    archive.selected = selected;
    for (int i = 0; i < 3; ++i)
        archive_life.store(archive);
    const RestoreOutcome outcome = archive_life.result().restores[0];
    // Fractions are rounded by chance: 4 of 10 of each, at least nearly.
    CHECK(outcome.restored >= 11);
    CHECK(outcome.restored <= 12);
}
