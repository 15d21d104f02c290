#include "core/planner/restore_times.hpp"
#include "core/report/service_figures.hpp"
#include "core/report/service_json.hpp"
#include "core/report/service_sentences.hpp"
#include "core/report/service_tables.hpp"
#include "core/report/service_words.hpp"
#include "core/storage/retrieval_times.hpp"
#include "tests/report/service_case.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace firn;
using namespace firn::report;
using firn::report::test::Run;
using namespace std::chrono_literals;

namespace {

constexpr Duration kDay = 24h;

service::ByteStates all_stored(Bytes bytes) {
    service::ByteStates states;
    states.arrived = states.stored = bytes;
    return states;
}

/// Twelve archives with 1,000 files, all stored after 33 days and a half.
Run with_backfill(scenario::Verification verification) {
    Run run;
    run.scenario.backfill.emplace().verification = verification;
    run.pipeline.backfill =
        service::BackfillOutcome{.files = {.arrived = 1'000, .stored = 1'000},
                                 .bytes = all_stored(Bytes{7'000'000'000}),
                                 .archives = 12,
                                 .done = kDay * 33 + 12h,
                                 .live_meanwhile = {.p99 = 90s, .max = 100s},
                                 .live_afterwards = {.p99 = 30s, .max = 40s, .quantiles_exact = false}};
    return run;
}

/// A batch of 100 files, asked for on 2013-02-01, complete after five hours.
Run with_batch() {
    Run run;
    scenario::Restore& restore = run.scenario.life.restores.emplace_back();
    restore.batch = scenario::Batch{};
    restore.at = *parse_rfc3339("2013-02-01");
    run.life.restores = {{.name = "all",
                          .requests = 100,
                          .restored = 100,
                          .retrievals = 3,
                          .time = {.p50 = 4h, .p99 = 5h, .max = 5h},
                          .complete = kDay * 31 + 5h,
                          .batch_time = 5h}};
    return run;
}

/// Single files: `restored` of 1,000 are back, 99 % of them within four hours.
Run with_single_files(std::uint64_t restored) {
    Run run;
    run.scenario.life.restores.emplace_back().rate = scenario::Frequency{.times = 20};
    run.life.restores = {{.name = "restores 1",
                          .requests = 1'000,
                          .restored = restored,
                          .open = 1'000 - restored,
                          .in_time = restored,
                          .time = {.p99 = 4h, .max = 4h}}};
    run.scenario.targets.restore_file = 4h;
    return run;
}

/// Whether its only restore meets its only target.
std::optional<bool> meets_target(const Run& run) {
    return planner::target_outcomes(run.scenario, run.life, 0).front().is_met;
}

/// Hourly, so many percent of the archives.
void ask_for_audit(Run& run, const Rational& share) {
    scenario::Audit& audit = run.scenario.life.audit.emplace();
    audit.share = share;
    audit.every = 1h;
}

std::vector<std::string> titles_of(const std::vector<TitledTable>& tables) {
    std::vector<std::string> titles;
    for (const TitledTable& table : tables)
        titles.push_back(table.first);
    return titles;
}

const Table& table_of(const std::vector<TitledTable>& tables, const std::string& title) {
    return std::find_if(tables.begin(), tables.end(), [&](const TitledTable& t) { return t.first == title; })
        ->second;
}

std::vector<std::string> keys_of(const Json& json) {
    std::vector<std::string> keys;
    for (const auto& entry : json.items())
        keys.push_back(entry.key());
    return keys;
}

}  // namespace

TEST_CASE("what a scenario does not ask for is not told", "[report]") {
    const Run run;
    CHECK(run.sentences() == std::vector<std::string>{"Of the fetchers (0) none is ever busy.",
                                                      "Of the uploaders (0) none is ever busy."});
    CHECK(titles_of(service_tables(run.told())) == std::vector<std::string>{"Files", "Pools"});
    CHECK(keys_of(run.json()) == std::vector<std::string>{"files", "pools", "oldest_unprotected_us",
                                                          "archives_at_end", "bytes_at_end"});
}

TEST_CASE("a backfill verified by checksum frees the old place when it is stored", "[report]") {
    // 33.5 days after 2013-01-01: at noon of 2013-02-03.
    const Run run = with_backfill(scenario::Verification::checksum);
    CHECK(run.sentences()[0] ==
          "The backfill of 1,000 files (7.00 GB) is stored on 2013-02-03, 33.5 days after the start; the old "
          "place could be switched off then (verified by checksum).");
    CHECK(
        run.sentences()[1] ==
        "While it ran, 99 % of the live files were stored within 1.50 min, afterwards within about 30.0 s.");
    CHECK(run.json()["backfill"]["switch_off_at"] == "2013-02-03T12:00:00Z");
    CHECK(run.json()["backfill"]["switch_off_us"] == 2'894'400'000'000);  // 33.5 days
    CHECK(run.json()["backfill"]["done_us"] == 2'894'400'000'000);
}

TEST_CASE("where no live file comes after the backfill nothing is said to compare with", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    run.pipeline.backfill->live_afterwards = {};
    CHECK(run.sentences()[1] ==
          "While it ran, 99 % of the live files were stored within 1.50 min; no live file came "
          "afterwards.");
}

TEST_CASE("what the backfill did to live files is told beside a run without it", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    run.pipeline.backfill->live_without = {.p99 = 45s, .max = 50s};
    CHECK(run.sentences()[1] ==
          "While it ran, 99 % of the live files were stored within 1.50 min; without it that would have been "
          "45.0 s.");
    CHECK(run.json()["backfill"]["live_without"]["p99"] == 45'000'000);
}

TEST_CASE("live files are as without the backfill only where no latency differs", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    const backup::LatencySummary meanwhile{.mean = 9s, .p50 = 3s, .p95 = 24s, .p99 = 90s, .max = 100s};
    run.pipeline.backfill->live_meanwhile = meanwhile;
    backup::LatencySummary& without = run.pipeline.backfill->live_without.emplace(meanwhile);
    const auto ends_with = [&](const std::string& end) {
        return run.sentences()[1] == "While it ran, 99 % of the live files were stored within 1.50 min" + end;
    };
    CHECK(ends_with(", as they would have been without it."));
    without.max = 95s;
    CHECK(ends_with(", as without it, but the slowest after 1.67 min in place of 1.58 min."));
    without.mean = 8s;
    CHECK(ends_with(", as without it, but in the mean after 9.00 s in place of 8.00 s."));
    without.p50 = 1s;  // three times as long
    CHECK(ends_with(", as without it, but half of them within 3.00 s in place of 1.00 s."));
    without.p95 = 12s;  // twice as long
    CHECK(ends_with(", as without it, but half of them within 3.00 s in place of 1.00 s."));
    without.p95 = 4s;  // six times as long
    CHECK(ends_with(", as without it, but 95 % within 24.0 s in place of 4.00 s."));
}

TEST_CASE("latencies of live files stand beside those without the backfill and after it", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    run.pipeline.backfill->live_without = {.mean = 5s, .p50 = 4s, .p95 = 30s, .p99 = 45s, .max = 50s};
    const auto tables = service_tables(run.told());
    CHECK(titles_of(tables) == std::vector<std::string>{"Files", "Live files", "Pools"});
    const Table& table = table_of(tables, "Live files");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0][0] == "beside the backfill");
    CHECK(table.rows[1] ==
          std::vector<std::string>{"the same without it", "5.00 s", "4.00 s", "30.0 s", "45.0 s", "50.0 s"});
    CHECK(table.rows[2][0] == "after it was done");
    CHECK(table.rows[2][4] == "about 30.0 s");
    run.pipeline.backfill->live_meanwhile = {};
    CHECK(titles_of(service_tables(run.told())) == std::vector<std::string>{"Files", "Pools"});
}

TEST_CASE("a backfill verified by audit frees the old place when its last archive was read", "[report]") {
    Run run = with_backfill(scenario::Verification::audit);
    run.life.reads.backfill_read = kDay * 40;
    CHECK(run.sentences()[0] ==
          "The backfill of 1,000 files (7.00 GB) is stored on 2013-02-03, 33.5 days after the start; audits "
          "and restores have read each of its archives by 2013-02-10, 40.0 days after the start: the old "
          "place could be switched off then.");
}

TEST_CASE("a backfill read before it is complete is verified when it is complete", "[report]") {
    Run run = with_backfill(scenario::Verification::audit);
    run.life.reads.backfill_read = kDay * 20;
    CHECK(switch_off(run.told()) == std::optional<Duration>{kDay * 33 + 12h});
}

TEST_CASE("a backfill that audits have not read through keeps the old place", "[report]") {
    Run run = with_backfill(scenario::Verification::audit);
    run.life.reads.backfill_unread = 5;
    run.life.reads.backfill_read = kDay * 40;
    CHECK(
        run.sentences()[0] ==
        "The backfill of 1,000 files (7.00 GB) is stored on 2013-02-03, 33.5 days after the start; it is not "
        "verified within the months: audits and restores have read all but 5 of its 12 archives, so the old "
        "place cannot be switched off yet.");
    CHECK(run.json()["backfill"]["switch_off_at"].is_null());
    CHECK(run.json()["backfill"]["switch_off_us"].is_null());
}

TEST_CASE("a backfill stored after the months is not verified in them", "[report]") {
    Run run = with_backfill(scenario::Verification::audit);
    run.pipeline.backfill->done = kDay * 59;
    CHECK(run.sentences()[0] ==
          "The backfill of 1,000 files (7.00 GB) is stored on 2013-03-01, 59.0 days after the start; that is "
          "after the last month, and nothing is verified after it.");
}

TEST_CASE("files of a backfill that were given up keep the old place", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    run.pipeline.backfill->files = {.arrived = 1'000, .stored = 998, .failed = 2};
    run.pipeline.faults.files_given_up = 2;
    CHECK(run.sentences()[0] ==
          "Warning: 2 files were given up and are not in the vault; send them again (--failures FILE lists "
          "them), and allow more attempts or longer pauses.");
    CHECK(run.sentences()[1] ==
          "The backfill of 1,000 files (7.00 GB) ends on 2013-02-03, 33.5 days after the start, but 2 files "
          "were given up: the old place cannot be switched off before they are sent again.");
    CHECK_FALSE(switch_off(run.told()));
}

TEST_CASE("dead drives are a warning", "[report]") {
    Run run = with_backfill(scenario::Verification::checksum);
    run.pipeline.backfill->dead_drives = 2;
    run.pipeline.backfill->files_on_dead_drives = 30;
    run.pipeline.backfill->bytes_on_dead_drives = Bytes{1'200'000};
    CHECK(run.sentences()[0] ==
          "Warning: 2 drives are dead and 30 files on them lost (1.20 MB); look for other copies before the "
          "old place is switched off.");
}

TEST_CASE("failures are told with their share of the attempts", "[report]") {
    Run run;
    run.scenario.place.faults.fetch_failure = 1;
    run.scenario.place.faults.attempts = 5;
    run.pipeline.faults = {.fetch_attempts = 1'000, .fetch_attempts_failed = 12, .files_vanished = 3};
    CHECK(run.tells(
        "Of 1,000 fetch attempts 12 failed (1.2 %); 0 files were given up after 5 failed attempts."));
    CHECK(run.tells("3 files were gone before they could be fetched."));
    CHECK(table_of(service_tables(run.told()), "Failures").rows[0] ==
          std::vector<std::string>{"fetches", "1,000", "12", "1.2 %", "0 files"});
    CHECK(run.json()["faults"]["fetch_attempts_failed"] == 12);
}

TEST_CASE("the scenario alone decides whether the counts of failures are there", "[report]") {
    // A file that is kept for an hour may be gone before it is fetched, but in this run none was.
    Run run;
    run.scenario.life.changes.emplace().deletions.push_back({.share = Rational{100}, .keep = 1h, .rate = {}});
    run.pipeline.faults.fetch_attempts = 10;
    CHECK(run.json()["faults"]["fetch_attempts"] == 10);
    CHECK(titles_of(service_tables(run.told())) == std::vector<std::string>{"Files", "Pools", "Deletions"});
    run.scenario.life.changes->deletions[0] = {.share = Rational{100}, .keep = {}, .rate = Rational{5}};
    CHECK_FALSE(run.json().contains("faults"));
}

TEST_CASE("files that are not all stored are told by their state", "[report]") {
    Run run;
    run.pipeline.files = {.arrived = 10, .stored = 6, .waiting = 1, .failed = 2, .vanished = 1};
    run.pipeline.bytes.failed = Bytes{500};
    CHECK(run.sentences()[0] ==
          "Of 10 files that arrived 6 are stored, 1 is waiting, 2 failed and 1 vanished.");
    CHECK(table_of(service_tables(run.told()), "Files").rows[3] ==
          std::vector<std::string>{"failed", "2", "500 B"});
    CHECK(run.json()["files"]["failed"] == Json{{"files", 2}, {"bytes", 500}});
}

TEST_CASE("the use of a pool is a share of its workers", "[report]") {
    // Four workers, 2 h and 4 h of work in two hours: 3 of 4 busy in the mean, 4 of 4 in the second hour.
    Run run;
    run.pipeline.fetchers = {
        .workers = 4, .busy_by_hour = {7'200'000'000, 14'400'000'000}, .longest_line = 17};
    CHECK(
        run.sentences()[0] ==
        "Of the fetchers (4) 3.00 (75.0 %) are busy in the mean, 4.00 (100.0 %) in the hour from 2013-01-01 "
        "01:00.");
    CHECK(table_of(service_tables(run.told()), "Pools").rows[0] ==
          std::vector<std::string>{"fetchers", "4", "3.00", "75.0 %", "2013-01-01 01:00", "4.00", "100.0 %",
                                   "17"});
    CHECK(run.json()["pools"][0] == Json{{"name", "fetchers"},
                                         {"workers", 4},
                                         {"is_scheduled", false},
                                         {"busy_us", 21'600'000'000},
                                         {"busy_mean", "3"},
                                         {"busy_peak", "4"},
                                         {"use_mean", "0.75"},
                                         {"use_peak", "1"},
                                         {"peak_hour", "2013-01-01T01:00:00Z"},
                                         {"longest_line", 17}});
}

TEST_CASE("workers that change by schedule have no share", "[report]") {
    Run run;
    run.scenario.place.schedule.emplace_back().uploaders = 2;
    run.pipeline.uploaders = {.workers = 1, .busy_by_hour = {5'400'000'000}};
    CHECK(
        run.sentences()[1] ==
        "Of the uploaders (as scheduled) 1.50 are busy in the mean, 1.50 in the hour from 2013-01-01 00:00.");
    CHECK(run.json()["pools"][1]["use_mean"].is_null());
    CHECK_FALSE(pools_of(run.told())[0].is_scheduled);
}

TEST_CASE("a staging disk tells its most and what was closed for room", "[report]") {
    Run run;
    run.scenario.place.staging = Bytes{100'000'000};
    run.pipeline.staging_most = Bytes{99'000'000};
    run.pipeline.closed_for_room = 3;
    CHECK(run.sentences()[0] ==
          "At most 99.0 MB of the staging disk's 100 MB were in use; 3 directories were closed before they "
          "were full, for lack of room: a larger disk would make fewer archives.");
}

TEST_CASE("the oldest unprotected file is held against its target", "[report]") {
    Run run;
    run.scenario.targets.unprotected_age = 1h;
    run.pipeline.oldest_unprotected = 90min;
    CHECK(run.sentences()[0] ==
          "The oldest file that was not yet stored was 1.50 h old: the target of 1 h is missed.");
    CHECK(run.json()["unprotected_age"] == Json{{"target_us", 3'600'000'000}, {"meets_target", false}});
}

TEST_CASE("a batch is measured from its request to its last file", "[report]") {
    Run run = with_batch();
    run.scenario.targets.restore_batch = 5h;
    CHECK(run.sentences()[2] ==
          "all: 100 of 100 files asked for are restored by 3 retrievals, half of them within 4.00 h, 99 % "
          "within 5.00 h; the batch is complete on 2013-02-01, 5.00 h after it was asked for; the target of "
          "5 h is met.");
    CHECK(run.json()["restores"][0]["complete_us"] == 18'000'000'000);
    CHECK(run.json()["restores"][0]["complete_at"] == "2013-02-01T05:00:00Z");
    CHECK(run.json()["restores"][0]["meets_target"] == true);
}

TEST_CASE("a batch with a deadline is held against it and its target, what is shorter first", "[report]") {
    Run run = with_batch();
    run.scenario.life.restores[0].deadline = 4h;
    CHECK(run.sentences()[2].ends_with("5.00 h after it was asked for; the deadline of 4 h is missed."));
    CHECK(run.json()["restores"][0]["meets_target"] == false);
    run.scenario.targets.restore_batch = 3h;
    CHECK(run.sentences()[2].ends_with("; the target of 3 h is missed; the deadline of 4 h is missed."));
    CHECK(run.json()["restores"][0]["target_us"] == 10'800'000'000);
    run.scenario.targets.restore_batch = 5h;
    CHECK(run.sentences()[2].ends_with("; the deadline of 4 h is missed; the target of 5 h is met."));
    CHECK(run.json()["restores"][0]["target_us"] == 14'400'000'000);
    CHECK(run.json()["restores"][0]["meets_target"] == false);
    run.scenario.targets.restore_batch.reset();
    run.scenario.life.restores[0].deadline = 6h;
    CHECK(run.sentences()[2].ends_with("the deadline of 6 h is met."));
}

TEST_CASE("a restore that outlives the free allowance is told that its pace saves nothing", "[report]") {
    Run run = with_batch();
    run.scenario.start = *parse_rfc3339("2016-11-01");
    run.life.months = {{.month = *BillingPeriod::parse("2016-11")},
                       {.month = *BillingPeriod::parse("2016-12")}};
    scenario::Restore& restore = run.scenario.life.restores[0];
    restore.at = run.scenario.start;
    restore.pacing = scenario::Pacing::free;
    const std::string sentence =
        "all keeps to the pace of the free allowance, 5 % of what is stored a month, after 2016-11-20 too, "
        "when the allowance ended: nothing is free then, and asking slowly saves nothing.";
    // 2016-11-21 is day 20. What comes back later does not matter.
    run.life.restores[0].last_start = kDay * 20 - 1us;
    run.life.restores[0].complete = kDay * 20 + 4h;
    CHECK_FALSE(run.tells(sentence));
    run.life.restores[0].last_start = kDay * 20;
    CHECK(run.tells(sentence));
    run.life.restores[0].last_start.reset();
    CHECK_FALSE(run.tells(sentence));
}

TEST_CASE("a batch that is not complete misses a target that ended within the months", "[report]") {
    // Asked for on 2013-02-01, the months end 28 days later.
    Run run = with_batch();
    run.life.restores[0].complete.reset();
    run.life.restores[0].batch_time.reset();
    run.scenario.targets.restore_batch = kDay * 28;
    CHECK(meets_target(run) == std::optional{false});
    run.scenario.targets.restore_batch = kDay * 28 + 1us;
    CHECK_FALSE(meets_target(run));
}

TEST_CASE("a target for single files is met by 99 in a hundred", "[report]") {
    CHECK(meets_target(with_single_files(990)) == std::optional{true});
    CHECK_FALSE(meets_target(with_single_files(989)));
    Run slower = with_single_files(989);
    slower.life.restores[0].overdue = 10;
    CHECK_FALSE(meets_target(slower));
    slower.life.restores[0].overdue = 11;
    CHECK(meets_target(slower) == std::optional{false});
    CHECK(slower.sentences()[2].ends_with("; 11 are still open; the target of 4 h is missed."));
}

TEST_CASE("an audit tells how long a full round takes", "[report]") {
    // A millionth each hour: a million hours are 114 years.
    Run run;
    ask_for_audit(run, Rational{1, 10'000});
    run.life.audit = {
        .audits = 1'416, .looked_at = 708, .compared = 708, .bytes = 2'000'000, .store_bytes = 1'000'000};
    CHECK(run.sentences()[2] ==
          "1,416 audits look at 708 archives, 0.5 each time in the mean; at this rate a full round takes 114 "
          "years. They read 2.00 MB from the vault and 1.00 MB from the store.");
}

TEST_CASE("an audit tells what it retrieved and could not compare", "[report]") {
    Run run;
    ask_for_audit(run, 1);
    run.life.audit = {
        .audits = 2, .looked_at = 4, .compared = 3, .bytes = 2'000'000, .store_bytes = 1'000'000};
    CHECK(run.sentences()[2].ends_with(
        "They compare 3 of these, 2.00 MB from the vault with 1.00 MB from the store; 1 other was retrieved, "
        "but deleted, or the months over, before it was read."));
    run.life.audit = {.audits = 2, .looked_at = 4};
    CHECK(
        run.sentences()[2].ends_with("All of these were retrieved, but deleted, or the months over, before "
                                     "they were read."));
}

TEST_CASE("how often an archive is read counts years of its lying there", "[report]") {
    // Ten archives for half a year of 365.25 days: five years; four reads.
    Run run;
    ask_for_audit(run, 1);
    run.life.archives = 10;
    run.life.reads = {.reads = 4, .archive_microseconds = UInt128{157'788'000'000'000}, .never_read = 7};
    CHECK(run.sentences()[3] ==
          "A whole archive is read 0.8 times a year in the mean; of the 10 archives at the end 7 were never "
          "read.");
}

TEST_CASE("restore tests tell what is overdue", "[report]") {
    Run run;
    run.scenario.life.restore_test.emplace().within = kDay;
    run.life.tests_to_store = {.requests = 10, .restored = 9, .overdue = 1, .time = {.p99 = 5h}};
    run.life.tests_to_region = {.requests = 10};
    CHECK(run.sentences()[2] ==
          "Restore tests ask for files: 10 to the store (99 % within 5.00 h), 10 to S3; 1 is overdue (longer "
          "than 1 day).");
    CHECK(run.json()["restore_test"]["store"]["overdue"] == 1);
}

TEST_CASE("damage tells who found it and warns of what is unseen", "[report]") {
    Run run;
    run.scenario.life.damage.emplace();
    run.life.damage = {.happened = 10,
                       .found_by_audit = 2,
                       .found_by_restore = 1,
                       .gone = 1,
                       .unseen_now = 6,
                       .unseen = {.mean = kDay * 20},
                       .year_old = 4,
                       .found_within_year = 3};
    CHECK(
        run.sentences()[2] ==
        "Of 10 damaged archives 3 were found, 1 deleted before, 6 still unseen at the end; what was found "
        "had been unseen for 20.0 days in the mean; of 4 damages at least a year before the end 75.0 % were "
        "found within a year.");
    CHECK(
        run.sentences()[3] ==
        "Warning: whoever asks for a file of 6 unseen damaged archives will not get it from there; a larger "
        "audit.share, or a full check, finds damage sooner.");
}

TEST_CASE("many full checks are shown by the first and the last", "[report]") {
    // 13 checks: rows 0 to 5, "...", rows 7 to 12.
    Run run;
    run.scenario.life.damage.emplace().full_check_months = 1;
    const BillingPeriod first = *BillingPeriod::parse("2013-02");
    for (int i = 0; i < 13; ++i)
        run.life.full_checks.push_back({first.plus_months(i), 10, Bytes{1'000}});
    const auto tables = service_tables(run.told());
    const Table& table = table_of(tables, "Full checks");
    REQUIRE(table.rows.size() == 13);
    CHECK(table.rows[5][0] == "2013-07");
    CHECK(table.rows[6][0] == "...");
    CHECK(table.rows[7][0] == "2013-09");
    CHECK(run.json()["full_checks"].size() == 13);
    CHECK(
        run.sentences()[3] ==
        "A full check every 1 month would read all archives 13 times: 13.0 kB in all, 1.00 kB of 10 archives "
        "the last time (2014-02).");
}

TEST_CASE("archives deleted early tell their age and why they cost", "[report]") {
    // One of 20 days and three of 40: 35 days in the mean.
    Run run;
    run.scenario.life.changes.emplace();
    const auto days = [](int n) { return static_cast<UInt128>(Duration{kDay * n}.count()); };
    run.life.months[1].deleted_early = {{.archives = 1, .archive_microseconds = days(20)},
                                        {.archives = 3, .archive_microseconds = days(120)}};
    run.life.deletions = {.files = 100,
                          .bytes = Bytes{1'000'000},
                          .files_deleted = 40,
                          .bytes_deleted = Bytes{400'000},
                          .archives_deleted = 5,
                          .archives_deleted_early = 4};
    CHECK(
        run.sentences()[2] ==
        "Of 100 files stored (1.00 MB) 40 are deleted (400 kB); 5 archives are deleted with the last file.");
    CHECK(run.sentences()[3] ==
          "4 of 5 deleted archives went before the minimum of the class, 35.0 days old in the mean, and the "
          "rest of it is billed: files that live shorter than the minimum cost as if they lived as long, so "
          "they do not belong there.");
    CHECK(run.json()["deletions"]["early_age_mean_us"] == 3'024'000'000'000);
}

TEST_CASE("compaction is told where it is asked for", "[report]") {
    Run run;
    run.scenario.life.changes.emplace().compact_above = Rational{50};
    run.life.compaction = {
        .archives = 4, .bytes_read = 4'000, .live_bytes = 1'500, .new_archives = 1, .new_bytes = 1'600};
    CHECK(
        run.tells("Compaction retrieves 4 archives (4.00 kB) and writes 1.50 kB of living files into 1 new "
                  "archive (1.60 kB)."));
    CHECK(run.json()["compaction"]["new_archives"] == 1);
}

TEST_CASE("bytes that were read again and again may exceed 64 bits", "[report]") {
    // 2^64 bytes are 18.4 * 10^18.
    Run run;
    ask_for_audit(run, 1);
    run.life.audit.bytes = UInt128{1} << 64U;
    CHECK(rough_bytes(run.life.audit.bytes) == "18.4 EB");
    CHECK(run.json()["audit"]["bytes"] == "18446744073709551616");
}
