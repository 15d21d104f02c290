#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

/// All that can happen at once.
Life busy_life() {
    Life life = plain_life();
    life.retrieval.tiers = {{"standard", kHour * 3, kHour * 5}};
    life.retrieval.lookup = std::chrono::milliseconds{5};
    life.retrieval.request_rate = 5;
    life.restores = {{.name = "some", .mean_gap = kHour, .ranges = true}, batch_of_all(kDay * 20)};
    life.restores[1].pacing = Pacing::free_allowance;
    life.audit = Audit{.share = Rational{1, 100}, .every = kHour};
    life.restore_test = RestoreTest{};
    life.mean_time_to_damage = kYear;
    life.deletions = {{.mean_life = kDay * 60}};
    life.overwrites = random::Chance::of(Rational{1, 100});
    life.compaction = Compaction{.dead_share = random::Chance::of(Rational{1, 3})};
    life.minimum_duration = kDay * 90;
    return life;
}

/// An archive every two hours; before each the events are handled in so many pieces.
LifeResult live_busily(const Life& life, int pieces) {
    ArchiveLife archive_life{life, kStart, kDay * 59, 7, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, 10, Bytes{10'000'000}, Duration{0}}};
    for (std::int64_t i = 1; i < 400; ++i) {
        for (int piece = 1; piece <= pieces; ++piece)
            archive_life.run_until(kHour * (2 * i - 2) + kHour * 2 * piece / pieces);
        StoredArchive archive = plain_archive(kHour * (2 * i));
        archive.dying = dying;
        archive_life.store(archive);
    }
    return archive_life.result();
}

}  // namespace

TEST_CASE("in how many pieces a life is run changes nothing", "[service]") {
    const LifeResult whole = live_busily(busy_life(), 0);
    CHECK(whole == live_busily(busy_life(), 1));
    CHECK(whole == live_busily(busy_life(), 7));
}

TEST_CASE("nothing is lost in a busy life", "[service]") {
    const LifeResult result = live_busily(busy_life(), 0);
    CHECK(result.deletions.files == 3990);
    CHECK(result.deletions.files_living + result.deletions.files_deleted == 3990);
    CHECK(result.deletions.bytes_living + result.deletions.bytes_deleted == result.deletions.bytes);
    CHECK(result.compaction.new_archives > 0);
    const DamageOutcome& damage = result.damage;
    CHECK(damage.happened == damage.found_by_audit + damage.found_by_restore + damage.found_by_restore_test +
                                 damage.found_by_compaction + damage.gone + damage.unseen_now);
    const RestoreOutcome& some = result.restores[0];
    CHECK(some.requests == some.not_found + some.restored + some.open);
    // Archives stored, and those of the compaction, less those removed.
    CHECK(result.archives == 399 + result.compaction.new_archives - result.deletions.archives_deleted);
}

TEST_CASE("one process more does not move the draws of another", "[service]") {
    Life life = plain_life();
    life.restores = {{.name = "some", .mean_gap = kHour}};
    const RestoreOutcome alone = live(life, 100).restores[0];
    life.audit = Audit{.share = Rational{1, 10}, .every = kHour};
    life.mean_time_to_damage = kYear;
    life.restores.push_back({.name = "others", .mean_gap = kHour, .destination = Destination::region});
    life.restores.back().ranges = true;
    CHECK(live(life, 100).restores[0] == alone);
}

TEST_CASE("archives that lie there at the start can be restored, and are as old as they are", "[service]") {
    Life life = plain_life();
    life.restores = {batch_of_all(kDay)};
    life.deletions = {{.keep = kDay * 40}};
    life.minimum_duration = kDay * 90;
    const std::vector<StandingArchives> standing{{.archives = 3, .stored = Bytes{10}, .age = kDay * 30}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, standing, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.restores[0].bytes_retrieved == 10);
    CHECK(result.deletions.archives_deleted_early == 3);
    REQUIRE(result.months[0].deleted_early.size() == 1);
    CHECK(result.months[0].deleted_early[0].archive_microseconds ==
          static_cast<UInt128>(Duration{kDay * 120}.count()));
}

TEST_CASE("what lies there counts where files are deleted by key, too", "[service]") {
    Life life = plain_life();
    life.watched_deletions = {{kDay, 7}};
    const std::vector<StandingArchives> standing{{.archives = 5, .stored = Bytes{50}}};
    ArchiveLife archive_life{life, kStart, kDay * 31, 1, standing, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.deletions.files == 5);
    CHECK(result.deletions.files_living == 5);
    CHECK(result.reads.never_read == 5);
}

TEST_CASE("what lies there and is never asked for is only counted", "[service]") {
    const std::vector<StandingArchives> standing{
        {.archives = 1'000'000'000'000, .stored = Bytes::from_tib(9)}};
    ArchiveLife archive_life{plain_life(), kStart, kDay * 31, 1, standing, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.archives == 1'000'000'000'000);
    CHECK(result.bytes == Bytes::from_tib(9));
}
