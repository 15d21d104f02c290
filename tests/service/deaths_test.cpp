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
    REQUIRE(january.deleted_early.size() == 2);
    CHECK(january.deleted_early[0] == DeletedArchives{kStart + kDay * 30, kHour * 719, Bytes{10'000'000}, 1});
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
