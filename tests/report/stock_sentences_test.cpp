#include "core/report/stock_sentences.hpp"
#include "tests/report/service_case.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::report;
using firn::report::test::Run;

namespace {

/// 1,000 archives, and 10 of each of three classes.
Run with_stock() {
    Run run;
    run.scenario.storage_class = "deep_archive";
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
    restore.at = *parse_rfc3339("2013-01-02");
    run.life.restores.push_back({.name = "one"});
}

}  // namespace

TEST_CASE("of archives that lie there at the start only those of the scenario's class are met", "[report]") {
    CHECK(stock_sentences(with_stock().told()).empty());
    Run run = with_stock();
    run.scenario.life.audit.emplace();
    CHECK(stock_sentences(run.told()) ==
          std::vector<std::string>{"20 archives of the stock are of another class than "
                                   "deep_archive: restores, audits, damage and deletions "
                                   "leave them out."});
    // A plan, which has no run to tell of, says the same.
    CHECK(other_classes_sentence(run.scenario) == stock_sentences(run.told()).front());
    CHECK_FALSE(other_classes_sentence(with_stock().scenario));
}

TEST_CASE("whose the archives of the stock are is said to be unknown where an owner is asked for",
          "[report]") {
    Run run = with_stock();
    run.scenario.stock.parts.clear();
    run.life.standing_owners_unknown = 1'000;
    ask_for_owner(run);
    CHECK(stock_sentences(run.told()) ==
          std::vector<std::string>{"Nobody knows the owners of 1,000 archives that lie there "
                                   "at the start: a batch of an owner leaves them out."});
    CHECK(run.tells("one: no file is asked for: no file is known to be owner o1's on 2013-01-02."));
    run.life.standing_owners_unknown = 0;
    CHECK(stock_sentences(run.told()).empty());
    CHECK(run.tells("one: no file is asked for: owner o1 has no file there on 2013-01-02."));
}

TEST_CASE("a table of keys leaves out the only archive of the stock", "[report]") {
    Run run;
    run.life.standing_keys_unknown = 1;
    CHECK(stock_sentences(run.told()) ==
          std::vector<std::string>{"Nobody knows the keys of 1 archive that lies there at the "
                                   "start: tables of keys leave it out."});
}
