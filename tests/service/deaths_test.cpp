#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

/// Archives of which so many files, of 1 MB each, fall under the first entry.
LifeResult live_dying(const Life& life, std::uint32_t files, std::uint64_t archives, Duration horizon) {
    ArchiveLife archive_life{life, kStart, horizon, 1, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, files, Bytes{files * std::int64_t{1'000'000}}, Duration{0}}};
    StoredArchive archive = plain_archive(kHour);
    archive.dying = dying;
    for (std::uint64_t i = 0; i < archives; ++i)
        archive_life.store(archive);
    return archive_life.result();
}

}  // namespace

TEST_CASE("an archive whose files are all gone is deleted, early if it is young", "[service]") {
    // Kept 30 days from the arrival at 0: stored at 1 h, deleted at 720 h, 719 h old; January has 744 h.
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    life.minimum_duration = kDay * 90;
    const LifeResult result = live_dying(life, 10, 2, kDay * 90);
    CHECK(result.deletions.archives_deleted == 2);
    CHECK(result.deletions.archives_deleted_early == 2);
    CHECK(result.archives == 0);
    const MonthlyLife& january = result.months[0];
    REQUIRE(january.deleted_early.size() == 1);
    const UInt128 ages = UInt128{2} * 719 * 3'600'000'000;
    CHECK(january.deleted_early[0] ==
          DeletedArchives{kStart + kDay * 30, 2, Bytes{20'000'000}, ages, Bytes{20'000'000} * (kHour * 719)});
    CHECK(january.removed.archives == 2);
    CHECK(january.removed.bytes == Bytes{20'000'000});
    CHECK(january.removed.stored == Bytes{20'000'000} * (kHour * 24));
    CHECK(january.removed.archive_microseconds == UInt128{2} * 24 * 3'600'000'000);
    CHECK(result.months[1].removed == VaultChange{});
}

TEST_CASE("from the minimum on a deletion is not early", "[service]") {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    life.minimum_duration = kHour * 719;
    CHECK(live_dying(life, 10, 1, kDay * 31).deletions.archives_deleted_early == 0);
}

TEST_CASE("dead bytes lie in archives of which some files live", "[service]") {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    const DeletionOutcome deletions = live_dying(life, 4, 3, kDay * 31).deletions;
    CHECK(deletions.archives_deleted == 0);
    CHECK(deletions.files_deleted == 12);
    CHECK(deletions.files_living == 18);
    CHECK(deletions.dead_now == Bytes{12'000'000});
    CHECK(deletions.dead_most == Bytes{12'000'000});
}

TEST_CASE("the files of the vault are those that live, and one for each archive of the stock", "[service]") {
    // Three archives from the start on, and ten files from the first hour on. What is old, four of the ten
    // and the stock, is kept 30 days from 0 on.
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    const std::vector<StandingArchives> standing{{.archives = 3, .stored = Bytes{30'000'000}}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, standing, Bytes{10'000'000}};
    CHECK(archive_life.files() == 3);
    const std::vector<DyingFiles> dying{{0, 4, Bytes{4'000'000}, Duration{0}}};
    StoredArchive archive = plain_archive(kHour);
    archive.dying = dying;
    archive_life.store(archive);
    CHECK(archive_life.files() == 13);
    archive_life.run_until(kDay * 30);
    CHECK(archive_life.files() == 13);
    archive_life.run_until(kDay * 30 + Duration{1});
    CHECK(archive_life.files() == 6);
    CHECK(archive_life.archives() == 1);
}

TEST_CASE("files die at random times at their rate, and files are living or deleted", "[service]") {
    // Mean 1 year, 1 year: e^-1 = 36.8 % of 10,000 live, 3,679, deviation 48.
    Life life = plain_life();
    life.deletions = {{.mean_life = kYear}};
    const DeletionOutcome deletions = live_dying(life, 10, 1000, kYear + kHour).deletions;
    CHECK(deletions.files == 10'000);
    CHECK(deletions.files_living == Approx(3679).margin(195));
    CHECK(deletions.files_living + deletions.files_deleted == deletions.files);
    CHECK(deletions.bytes_living + deletions.bytes_deleted == deletions.bytes);
    // 10 files of equal size: each takes 1 MB.
    CHECK(deletions.bytes_living == Bytes{1'000'000} * static_cast<std::int64_t>(deletions.files_living));
}

TEST_CASE("arrivals overwrite a share of the files", "[service]") {
    // 5 % of 10,000 arrivals: 500, deviation 22.
    Life life = plain_life();
    life.overwrites = random::Chance::of(Rational{1, 20});
    const DeletionOutcome deletions = live(life, 1000).deletions;
    CHECK(deletions.overwritten == Approx(500).margin(88));
    CHECK(deletions.files_deleted == deletions.overwritten);
    CHECK(deletions.files_living + deletions.files_deleted == 10'000);
}

namespace {

constexpr std::int64_t kMb = 1'000'000;

/// Archives of one file of 1 MB under the first entry, and one of 3 MB that lives on.
StoredArchive half_dying(const std::vector<DyingFiles>& dying) {
    StoredArchive archive = plain_archive(kHour);
    archive.bytes = archive.raw = Bytes{4 * kMb};
    archive.files = 2;
    archive.dying = dying;
    return archive;
}

/// An archive of ten files of 1 MB, of which one has a key, and that entry.
StoredArchive archive_with_key(const std::vector<WatchedFile>& watched) {
    StoredArchive archive = plain_archive(kHour);
    archive.watched = watched;
    return archive;
}

}  // namespace

TEST_CASE("the end of a retention takes none of the files that live on, whatever was overwritten",
          "[service]") {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    life.overwrites = random::Chance::of(Rational{1, 10});
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, 1, Bytes{kMb}, Duration{0}}};
    for (int i = 0; i < 1000; ++i)
        archive_life.store(half_dying(dying));
    const LifeResult result = archive_life.result();
    // All that live have 3 MB. 10 % of 2,000 arrivals overwrite, half of them a file that lives on: 100.
    CHECK(result.deletions.bytes_living == Bytes{3 * kMb} * static_cast<std::int64_t>(result.archives));
    CHECK(result.deletions.files_living == result.archives);
    CHECK(result.archives == Approx(900).margin(40));
    CHECK(result.deletions.files_living + result.deletions.files_deleted == 2000);
}

TEST_CASE("files that were overwritten do not die again at random", "[service]") {
    // Files of 1 MB of which e^-1 outlive a year; a tenth of the arrivals replaces one at the begin. A file
    // of 3 MB can only be overwritten.
    Life life = plain_life();
    life.deletions = {{.mean_life = kYear}};
    life.overwrites = random::Chance::of(Rational{1, 10});
    ArchiveLife archive_life{life, kStart, kYear + kHour, 1, {}, Bytes{10'000'000}};
    std::vector<DyingFiles> dying{{0, 5, Bytes{5 * kMb}, Duration{0}}};
    StoredArchive archive = half_dying(dying);
    archive.files = 6;
    archive.bytes = archive.raw = Bytes{8 * kMb};
    for (int i = 0; i < 2000; ++i)
        archive_life.store(archive);
    const LifeResult result = archive_life.result();
    const auto living = static_cast<double>(result.deletions.bytes_living.count() / kMb);
    // 12,000 arrivals overwrite 1,200: a sixth of them, 200, are of 3 MB; 9,000 of 1 MB are left, and e^-1 of
    // these at the end: 1,800 * 3 + 3,311 MB, deviation about 70.
    CHECK(living == Approx(8711).margin(280));
    CHECK(result.deletions.overwritten == Approx(1200).margin(140));
}

TEST_CASE("a file with a key ends with its own retention, and its key with it", "[service]") {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    Restore restore{.name = "by key", .origin = Restore::Origin::trace};
    restore.requests = {{kDay * 29, 0}, {kDay * 31, 0}};
    life.restores = {restore};
    ArchiveLife archive_life{life, kStart, kDay * 40, 1, {}, Bytes{10'000'000}};
    archive_life.store(archive_with_key({{0, Bytes{512}, Bytes{kMb}, Duration{0}, 0}}));
    const LifeResult result = archive_life.result();
    CHECK(result.restores[0].requests == 2);
    CHECK(result.restores[0].not_found == 1);
    CHECK(result.deletions.files_living == 9);
    CHECK(result.deletions.dead_now == Bytes{kMb});
}

TEST_CASE("a file that was deleted by its key does not die once more at the end of its retention",
          "[service]") {
    Life life = plain_life();
    life.deletions = {{.keep = kDay * 30}};
    life.watched_deletions = {{kDay * 10, 0}, {kDay * 35, 1}};
    ArchiveLife archive_life{life, kStart, kDay * 40, 1, {}, Bytes{10'000'000}};
    archive_life.store(archive_with_key({{0, Bytes{512}, Bytes{kMb}, Duration{0}, 0},
                                         {1, Bytes{2 * kMb}, Bytes{kMb}, Duration{0}, 0},
                                         {2, Bytes{4 * kMb}, Bytes{kMb}, Duration{0}, kLivesOn}}));
    const DeletionOutcome deletions = archive_life.result().deletions;
    CHECK(deletions.files_deleted == 2);
    CHECK(deletions.files_living == 8);
    // The second deletion comes after the retention's end.
    CHECK(deletions.unmatched == 1);
}
