#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

TEST_CASE("damage that nobody looks for stays unseen", "[service]") {
    // Mean 10 years, 1 year: 1 - e^-0.1 = 9.52 % of 5,000 archives, 475.8, deviation 20.7.
    Life life = plain_life();
    life.mean_time_to_damage = kYear * 10;
    const DamageOutcome damage = live(life, 5000, kYear).damage;
    CHECK(damage.happened == Approx(475.8).margin(83));
    CHECK(damage.unseen_now == damage.happened);
    CHECK(damage.year_old == 0);
}

TEST_CASE("a periodic check of all finds damage half a period later in the mean", "[service]") {
    // All are looked at every 1,000 hours and read 4 hours later: unseen up to 1,000 hours, 500 in the mean.
    Life life = plain_life();
    life.mean_time_to_damage = kYear * 10;
    life.audit = Audit{.share = Rational{1}, .every = kHour * 1000};
    const DamageOutcome damage = live(life, 5000, kYear * 2).damage;
    CHECK(damage.found_by_audit + damage.unseen_now == damage.happened);
    CHECK(damage.found_by_audit > 800);
    CHECK(damage.unseen.max <= kHour * 1000);
    CHECK(damage.unseen.mean / kHour == Approx(500).margin(50));
    CHECK(damage.found_within_year == damage.year_old);
}

TEST_CASE("a restore finds the damage of what it reads", "[service]") {
    Life life = plain_life();
    life.mean_time_to_damage = Duration{1};
    life.restores = {batch_of_all(kDay)};
    const DamageOutcome damage = live(life, 3).damage;
    CHECK(damage.found_by_restore == 3);
    // Each is damaged anew soon after.
    CHECK(damage.unseen_now == 3);
    CHECK(damage.happened == 6);
}

namespace {

/// Three archives of which half dies after 10 days, and 2,000 that are stored on day 20 and live on.
LifeResult live_with_old_ones(Life life) {
    life.mean_time_to_damage = kYear * 2;
    life.deletions = {{.keep = kDay * 10}};
    ArchiveLife archive_life{life, kStart, kYear, 1, {}, Bytes{10'000'000}};
    const std::vector<DyingFiles> dying{{0, 6, Bytes{6'000'000}, Duration{0}}};
    StoredArchive old = plain_archive(Duration{0});
    old.dying = dying;
    for (int i = 0; i < 3; ++i)
        archive_life.store(old);
    for (int i = 0; i < 2000; ++i)
        archive_life.store(plain_archive(kDay * 20));
    return archive_life.result();
}

}  // namespace

TEST_CASE("compaction does not move the damage of the archives that come after", "[service]") {
    Life life = plain_life();
    const DamageOutcome without = live_with_old_ones(life).damage;
    life.compaction = Compaction{.dead_share = random::Chance::of(Rational{1, 2})};
    const LifeResult with = live_with_old_ones(life);
    REQUIRE(with.compaction.new_archives == 1);
    // Only the damage of the three, and of the one in their place, may differ; by draws of their own 2,000
    // archives would differ by some 20.
    const auto difference = static_cast<std::int64_t>(with.damage.happened - without.happened);
    CHECK(std::abs(difference) <= 3);
}
