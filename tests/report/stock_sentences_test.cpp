#include "core/report/stock_sentences.hpp"
#include "core/report/service_sentences.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::report;

namespace {

struct Run {
    scenario::Scenario scenario{};
    service::PipelineOutcome pipeline{};
    service::LifeResult life{};

    Run() {
        scenario.start = *parse_rfc3339("2026-01-01");
        scenario.storage_class = "deep_archive";
    }
    [[nodiscard]] ServiceTold told() const { return {scenario, pipeline, life, scenario.start}; }
    [[nodiscard]] std::vector<std::string> stock() const { return stock_sentences(told()); }
    [[nodiscard]] bool tells(const std::string& sentence) const {
        const auto all = service_sentences(told());
        return std::find(all.begin(), all.end(), sentence) != all.end();
    }
};

/// 1,000 archives, and 10 of each of three classes.
Run with_stock() {
    Run run;
    run.scenario.stock.archives = 1'000;
    for (const char* const name : {"flexible", "deep_archive", "instant"}) {
        scenario::StockPart& part = run.scenario.stock.parts.emplace_back();
        part.storage_class = name;
        part.archives = 10;
    }
    return run;
}

void ask_for_owner(Run& run) {
    scenario::Restore& restore = run.scenario.life.restores.emplace_back();
    restore.name = "one";
    scenario::Batch& batch = restore.batch.emplace();
    batch.kind = scenario::Batch::Kind::owner;
    batch.owner = "o1";
    restore.at = *parse_rfc3339("2026-01-02");
    run.life.restores.push_back({.name = "one"});
}

}  // namespace

TEST_CASE("of archives that lie there at the start only those of the scenario's class are met", "[report]") {
    CHECK(with_stock().stock().empty());
    Run run = with_stock();
    run.scenario.life.audit.emplace();
    CHECK(run.stock() == std::vector<std::string>{"20 archives of the stock are of another class than "
                                                  "deep_archive: restores, audits, damage and deletions "
                                                  "leave them out."});
}

TEST_CASE("whose the archives of the stock are is said to be unknown where an owner is asked for",
          "[report]") {
    Run run = with_stock();
    run.scenario.stock.parts.clear();
    run.life.standing_owners_unknown = 1'000;
    ask_for_owner(run);
    CHECK(run.stock() == std::vector<std::string>{"Nobody knows the owners of 1,000 archives that lie there "
                                                  "at the start: a batch of an owner leaves them out."});
    CHECK(run.tells("one: no file is asked for: no file is known to be owner o1's on 2026-01-02."));
    run.life.standing_owners_unknown = 0;
    CHECK(run.stock().empty());
    CHECK(run.tells("one: no file is asked for: owner o1 has no file there on 2026-01-02."));
}

TEST_CASE("a table of keys leaves out the only archive of the stock", "[report]") {
    Run run;
    run.life.standing_keys_unknown = 1;
    CHECK(run.stock() == std::vector<std::string>{"Nobody knows the keys of 1 archive that lies there at the "
                                                  "start: tables of keys leave it out."});
}

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
    run.scenario.life.audit->every = std::chrono::hours{1};
    run.life.reads.reads = 1;
    run.life.reads.archive_microseconds = 31'557'600'000'000U;  // a year
    CHECK(run.tells("A whole archive is read 1 times a year in the mean; none lies there at the end."));
}
