// What is told of a backfill, audits and restore tests where there is little of them.
#include "tests/report/service_case.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::report;
using firn::report::test::Run;
using namespace std::chrono_literals;

TEST_CASE("restore tests that ask for more files than lie there are told, whatever lies there at the end",
          "[report]") {
    Run run;
    run.scenario.life.restore_test.emplace().files = 10;
    run.life.tests_short_of_files = 2;
    run.life.deletions.files_living = 20;
    const std::string sentence =
        "2 restore tests ask for 10 files when fewer lay there: some are drawn more than once.";
    CHECK(run.tells(sentence));
    run.life.tests_short_of_files = 0;
    run.life.deletions.files_living = 5;
    CHECK_FALSE(run.tells(sentence));
}

TEST_CASE("a backfill of dead drives alone is not said to be stored", "[report]") {
    Run run;
    run.scenario.backfill.emplace();
    service::BackfillOutcome& backfill = run.pipeline.backfill.emplace();
    backfill.done = Duration{0};
    backfill.dead_drives = 3;
    backfill.files_on_dead_drives = 300;
    CHECK(run.tells("Nothing of the backfill is stored: all of its files lie on dead drives."));
}

TEST_CASE("what lay on dead drives is not said to lie in the old place", "[report]") {
    Run run;
    run.scenario.backfill.emplace();
    service::BackfillOutcome& backfill = run.pipeline.backfill.emplace();
    backfill.files = {.arrived = 100, .stored = 100};
    backfill.done = 24h;
    backfill.dead_drives = 3;
    backfill.files_on_dead_drives = 300;
    CHECK(run.tells(
        "The backfill of 100 files (0 B) is stored on 2013-01-02, 1.00 days after the start; what lay "
        "on dead drives is lost, so not all of the old place is in the vault."));
}

TEST_CASE("where no full check falls into the months that is told", "[report]") {
    Run run;
    run.scenario.life.damage.emplace();
    CHECK_FALSE(run.tells("No full check falls into the months."));
    run.scenario.life.damage->full_check_months = 12;
    CHECK(run.tells("No full check falls into the months."));
}

TEST_CASE("many archives of an audit are told with separators", "[report]") {
    Run run;
    run.scenario.life.audit.emplace().share = Rational{1};
    run.scenario.life.audit->every = 1h;
    run.life.audit = {.audits = 8, .looked_at = 9'901, .compared = 9'901};
    CHECK(
        run.tells("8 audits look at 9,901 archives, 1,237.625 each time in the mean; at this rate a full "
                  "round takes 4.17 days. They read 0 B from the vault and 0 B from the store."));
}

TEST_CASE("where no archive is left nobody says that each was read", "[report]") {
    Run run;
    run.scenario.life.audit.emplace().share = Rational{1};
    run.scenario.life.audit->every = 1h;
    run.life.reads.reads = 1;
    run.life.reads.archive_microseconds = 31'557'600'000'000U;  // a year
    CHECK(run.tells("A whole archive is read 1 time a year in the mean; none lies there at the end."));
}
