// The targets that a run of the whole service misses.
#include "core/planner/service_targets.hpp"
#include "tests/planner/small_scenario.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::planner;
using namespace std::chrono_literals;

namespace {

constexpr Duration kDay = 24h;

/// A batch of all files of 2013-01-30, with these settings; the months end two days later.
scenario::Scenario with_batch(const std::string& pacing, const std::string& others = "") {
    return small_scenario("months: 1\nrestores: [{name: all, batch: all, at: 2013-01-30" + pacing + "}]\n" +
                          others);
}

service::ServiceOutcome outcome_of_restore(service::RestoreOutcome restore) {
    service::ServiceOutcome service;
    restore.name = "all";
    service.life.restores.push_back(std::move(restore));
    service.life.months.push_back({.month = *BillingPeriod::parse("2013-01")});
    return service;
}

/// A batch of 100 files, complete after this time, or not when the months end.
service::ServiceOutcome batch_of(std::optional<Duration> time) {
    service::RestoreOutcome restore{.requests = 100, .restored = time ? 100U : 90U, .open = time ? 0U : 10U};
    if (time) restore.complete = kDay * 29 + *time;
    restore.batch_time = time;
    return outcome_of_restore(std::move(restore));
}

/// "restore_batch: \"all\" takes ..."
std::vector<std::string> missed(const service::ServiceOutcome& service, const scenario::Scenario& scenario) {
    SizeOutcome outcome;
    add_missed_targets(service, scenario, outcome);
    std::vector<std::string> texts;
    for (const MissedTarget& target : outcome.missed)
        texts.push_back(target.target + ": " + target.reason);
    return texts;
}

using Missed = std::vector<std::string>;

}  // namespace

TEST_CASE("a batch whose deadline is after the months misses nothing that is known", "[planner]") {
    const auto scenario = with_batch(", pacing: deadline, deadline: 7 days");
    CHECK(missed(batch_of({}), scenario).empty());
    CHECK(missed(batch_of({}), with_batch("", "targets: {restore_batch: 7 days}\n")).empty());
}

TEST_CASE("a batch that is open when its deadline is over has missed it", "[planner]") {
    CHECK(missed(batch_of({}), with_batch(", pacing: deadline, deadline: 2 days")) ==
          Missed{"deadline: \"all\" is not complete within the months, the deadline is 2.00 days"});
    CHECK(missed(batch_of({}), with_batch("", "targets: {restore_batch: 2 days}\n")) ==
          Missed{"restore_batch: \"all\" is not complete within the months, the target is 2.00 days"});
}

TEST_CASE("a batch misses its target and its deadline, each by itself", "[planner]") {
    const char* const pacing = ", pacing: deadline, deadline: 6 h";
    const auto with_target = with_batch(pacing, "targets: {restore_batch: 5 h}\n");
    CHECK(missed(batch_of(7h), with_batch(pacing)) ==
          Missed{"deadline: \"all\" takes 7.00 h, the deadline is 6.00 h"});
    CHECK(missed(batch_of(7h), with_target) ==
          Missed{"restore_batch: \"all\" takes 7.00 h, the target is 5.00 h",
                 "deadline: \"all\" takes 7.00 h, the deadline is 6.00 h"});
    CHECK(missed(batch_of(6h), with_target) ==
          Missed{"restore_batch: \"all\" takes 6.00 h, the target is 5.00 h"});
    CHECK(missed(batch_of(6h), with_batch(pacing)).empty());
}

TEST_CASE("a batch that misses a short deadline misses its longer target too", "[planner]") {
    const auto scenario =
        with_batch(", pacing: deadline, deadline: 6 h", "targets: {restore_batch: 1 day}\n");
    CHECK(missed(batch_of(25h), scenario) ==
          Missed{"deadline: \"all\" takes 1.04 days, the deadline is 6.00 h",
                 "restore_batch: \"all\" takes 1.04 days, the target is 1.00 days"});
    // Open at the end, 48 hours later: both are known to be missed.
    CHECK(missed(batch_of({}), scenario).size() == 2);
}

TEST_CASE("a batch that asks for no file misses nothing", "[planner]") {
    CHECK(missed(outcome_of_restore({}), with_batch("", "targets: {restore_batch: 1 h}\n")).empty());
}

TEST_CASE("single files miss their target when more than one in a hundred is late, open ones too",
          "[planner]") {
    const auto scenario =
        small_scenario("months: 1\nrestores: [{rate: 20/day}]\ntargets: {restore_file: 4 h}\n");
    // 10,000 files are asked for, 9,000 of them found: 90 may be late.
    service::RestoreOutcome files{
        .requests = 10'000, .not_found = 1'000, .restored = 8'900, .open = 100, .in_time = 8'900};
    CHECK(missed(outcome_of_restore(files), scenario).empty());
    files.overdue = 90;
    CHECK(missed(outcome_of_restore(files), scenario).empty());
    files.overdue = 91;
    CHECK(missed(outcome_of_restore(files), scenario) ==
          Missed{"restore_file: 91 of 9,000 files of \"all\" take longer than 4.00 h, the target for 99 % of "
                 "them"});
}

TEST_CASE("single files that are all open miss their target once their time is over", "[planner]") {
    const auto scenario =
        small_scenario("months: 1\nrestores: [{rate: 20/day}]\ntargets: {restore_file: 4 h}\n");
    CHECK(missed(outcome_of_restore({.requests = 1'000, .open = 1'000}), scenario).empty());
    CHECK(missed(outcome_of_restore({.requests = 1'000, .open = 1'000, .overdue = 990}), scenario).size() ==
          1);
}

TEST_CASE("a file that waits longer than allowed is told", "[planner]") {
    const auto scenario = small_scenario("targets: {unprotected_age: 1 h}\n");
    service::ServiceOutcome service;
    service.pipeline.oldest_unprotected = 2h;
    CHECK(missed(service, scenario) ==
          Missed{"unprotected_age: a file waits for 2.00 h until it is stored, the target is 1.00 h"});
    service.pipeline.oldest_unprotected = 1h;
    CHECK(missed(service, scenario).empty());
}
