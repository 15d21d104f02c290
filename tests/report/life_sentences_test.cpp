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

TEST_CASE("where no archive is left nobody says that each was read", "[report]") {
    Run run;
    run.scenario.life.audit.emplace().share = Rational{1};
    run.scenario.life.audit->every = 1h;
    run.life.reads.reads = 1;
    run.life.reads.archive_microseconds = 31'557'600'000'000U;  // a year
    CHECK(run.tells("A whole archive is read 1 time a year in the mean; none lies there at the end."));
}
