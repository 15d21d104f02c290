#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::service;
using namespace firn::service::test;

namespace {

Life audited(const Rational& share) {
    Life life = plain_life();
    life.audit = Audit{.share = share, .every = kHour};
    return life;
}

}  // namespace

TEST_CASE("an audit looks at its share of the archives, rounded by chance", "[service]") {
    // 31 days have 743 full hours after the start. 1 % of 250: 2 or 3 each, 1857.5 in the mean, deviation 14.
    const AuditOutcome audit = live(audited(Rational{1, 100}), 250).audit;
    CHECK(audit.audits == 743);
    CHECK(audit.looked_at >= 2 * 743);
    CHECK(audit.looked_at <= 3 * 743);
    CHECK(audit.looked_at == Approx(1857.5).margin(55));
}

TEST_CASE("an audit of all looks at each archive once, and reads the store too", "[service]") {
    // Every hour 5 archives; those of the last four audits (739 to 743 h are ready from 743 h on) are not
    // ready: 739 are ready at 743 h, 740 to 743 come at 744 h or later.
    const AuditOutcome audit = live(audited(Rational{1}), 5).audit;
    CHECK(audit.looked_at == 743 * 5);
    CHECK(audit.compared == 739 * 5);
    CHECK(audit.bytes == UInt128{739} * 50'000'000);
    CHECK(audit.store_bytes == UInt128{739} * 50'000'000);
}

TEST_CASE("thinning: an archive is missed by k audits with the chance (1 - f) to the k", "[service]") {
    // f = 1/200, 739 audits that are compared: 0.995^739 = 0.0246 of 2,000 archives, 49.3, deviation 6.9.
    const LifeResult result = live(audited(Rational{1, 200}), 2000);
    CHECK(result.audit.looked_at == 743 * 10);
    CHECK(result.reads.never_read == Approx(49.3).margin(28));
    CHECK(result.reads.reads == 7390);
    CHECK(result.reads.archive_microseconds == UInt128{2000} * 31 * 86'400'000'000);
}

TEST_CASE("the restore test asks for its files each month, and late ones are overdue", "[service]") {
    // January, February, March: at the start nothing is stored but what lies there. 10 files, 5 each way.
    Life life = plain_life();
    life.restore_test = RestoreTest{.files = 10, .within = kHour * 4 + kSecond * 11};
    ArchiveLife archive_life{
        life, kStart, kDay * 90, 1, {{.archives = 1000, .stored = Bytes{10'000'000'000}}}, Bytes{10'000'000}};
    const LifeResult result = archive_life.result();
    CHECK(result.tests_to_store.requests == 15);
    CHECK(result.tests_to_region.requests == 15);
    CHECK(result.tests_to_region.transfer_out == 0);
    CHECK(result.tests_to_store.restored == 15);
    // A standing archive is one file of 10 MB: 10 s down, 10 s to unpack.
    CHECK(result.tests_to_store.overdue == 15);
    CHECK(result.tests_short_of_files == 0);
}

TEST_CASE("restore tests that ask for more files than live are counted, whatever lives at the end",
          "[service]") {
    // Ten files a test; on 2013-01-01 five lie there, on 02-01 and 03-01 forty-five.
    Life life = plain_life();
    life.restore_test = RestoreTest{.files = 10, .within = kDay};
    ArchiveLife archive_life{
        life, kStart, kDay * 90, 1, {{.archives = 5, .stored = Bytes{5'000'000}}}, Bytes{10'000'000}};
    for (int i = 0; i < 4; ++i)
        archive_life.store(plain_archive(kHour));
    const LifeResult result = archive_life.result();
    CHECK(result.tests_to_store.requests == 15);
    CHECK(result.deletions.files_living == 45);
    CHECK(result.tests_short_of_files == 1);
}

TEST_CASE("a full check would read everything every so many months", "[service]") {
    Life life = plain_life();
    life.full_check_months = 2;
    const auto checks = live(life, 3, kDay * 181).full_checks;
    REQUIRE(checks.size() == 2);
    CHECK(checks[0] == FullCheck{*BillingPeriod::parse("2026-03"), 3, Bytes{30'000'000}});
    CHECK(checks[1].month == *BillingPeriod::parse("2026-05"));
}
