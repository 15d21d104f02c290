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

TEST_CASE("the shorter of target and deadline is what a batch misses", "[planner]") {
    const char* const pacing = ", pacing: deadline, deadline: 6 h";
    CHECK(missed(batch_of(7h), with_batch(pacing)) ==
          Missed{"deadline: \"all\" takes 7.00 h, the deadline is 6.00 h"});
    CHECK(missed(batch_of(7h), with_batch(pacing, "targets: {restore_batch: 5 h}\n")) ==
          Missed{"restore_batch: \"all\" takes 7.00 h, the target is 5.00 h"});
    CHECK(missed(batch_of(6h), with_batch(pacing)).empty());
}

TEST_CASE("a batch that asks for no file misses nothing", "[planner]") {
    CHECK(missed(outcome_of_restore({}), with_batch("", "targets: {restore_batch: 1 h}\n")).empty());
}

TEST_CASE("single files miss their target when 99 % of those that are back took longer", "[planner]") {
    const auto scenario =
        small_scenario("months: 1\nrestores: [{rate: 20/day}]\ntargets: {restore_file: 4 h}\n");
    service::RestoreOutcome slow{.requests = 1'000, .restored = 1'000, .time = {.p99 = 5h}};
    CHECK(missed(outcome_of_restore(slow), scenario) ==
          Missed{"restore_file: 99 % of the files of \"all\" are back within 5.00 h, the target is 4.00 h"});
    service::RestoreOutcome open{.requests = 1'000, .restored = 900, .open = 100, .time = {.p99 = 4h}};
    CHECK(missed(outcome_of_restore(open), scenario).empty());
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
