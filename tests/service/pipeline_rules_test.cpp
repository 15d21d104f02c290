#include "tests/service/outcome_checks.hpp"
#include "tests/service/pipeline_driver.hpp"
#include "tests/service/random_place.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace firn::service {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint64_t kSecond = 1'000'000;
constexpr std::uint64_t kCases = 300;

random::Chance percent(int of_hundred) { return random::Chance::of(Rational{of_hundred, 100}); }

/// Each file an archive; fetches of one second, and one microsecond more where there are bytes; uploads that
/// take no more than their bytes.
slow::Case one_second_fetches(std::uint32_t fetchers) {
    slow::Case of;
    of.settings.fetchers = fetchers;
    of.settings.fetch_latency = seconds{1};
    of.settings.fetch_rate = ByteRate{std::int64_t{1} << 50};
    of.settings.packing = backup::Packing::each_alone;
    of.settings.upload_latency = Duration{0};
    of.settings.upload_rate = ByteRate{20'000'000};
    of.options.start = *parse_rfc3339("2012-11-01");
    return of;
}

/// Files in bundles that close for their age of an hour, or for room.
slow::Case bundles_of_an_hour() {
    slow::Case of = one_second_fetches(1);
    of.settings.packing = backup::Packing::bundled;
    of.settings.max_age = hours{1};
    return of;
}

/// What is the same whatever else goes on: which attempts to fetch which file failed.
std::vector<std::tuple<bool, std::uint64_t, std::uint32_t>> failed_fetches(const slow::Case& of) {
    PipelineDriver driver{of};
    driver.run();
    std::vector<std::tuple<bool, std::uint64_t, std::uint32_t>> failed;
    for (const Failure& failure : driver.failures()) {
        const bool is_of_fetch =
            failure.kind == Failure::Kind::fetch_attempt || failure.kind == Failure::Kind::fetch_given_up;
        if (is_of_fetch) failed.emplace_back(failure.from_backfill, failure.number, failure.attempts);
    }
    std::sort(failed.begin(), failed.end());
    return failed;
}

/// Microseconds between arrival and end of live files that were not stored, where no archive was given up.
UInt128 time_of_lost_files(const slow::Case& of, const std::vector<Failure>& failures) {
    UInt128 sum = 0;
    for (const Failure& failure : failures) {
        const bool is_end = failure.kind == Failure::Kind::fetch_given_up ||
                            failure.kind == Failure::Kind::vanished || failure.kind == Failure::Kind::deleted;
        if (failure.from_backfill || !is_end) continue;
        sum += slow::count_of(failure.at) - of.live[failure.number].arrival;
    }
    return sum;
}

void check_conserved(const FileStates& files, const ByteStates& bytes) {
    CHECK(files.arrived == files.stored + files.waiting + files.failed + files.vanished);
    CHECK(bytes.arrived == bytes.stored + bytes.waiting + bytes.failed + bytes.vanished);
}

}  // namespace

TEST_CASE("a file that fails five times is given up after pauses of 1, 2, 4 and 8 seconds", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.settings.fetch_latency = milliseconds{20};
    of.place.faults.fetch_failure = percent(100);
    of.place.faults.retry = {.attempts = 5, .pause = seconds{1}, .longest_pause = seconds{10}};
    of.live = {{.arrival = 0}};
    PipelineDriver driver{of};
    const PipelineOutcome outcome = driver.run();
    std::vector<std::int64_t> ends;
    for (const Failure& failure : driver.failures()) {
        ends.push_back(failure.at.count());
    }
    // Each attempt takes 20 ms: 0.02, + 1.02, + 2.02, + 4.02, + 8.02 s.
    CHECK(ends == std::vector<std::int64_t>{20'000, 1'040'000, 3'060'000, 7'080'000, 15'100'000});
    CHECK(driver.failures().back().kind == Failure::Kind::fetch_given_up);
    CHECK(outcome.faults.fetch_attempts_failed == 5);
    CHECK(outcome.files.failed == 1);
}

TEST_CASE("a pause is never longer than the longest", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.faults.fetch_failure = percent(100);
    of.place.faults.retry = {.attempts = 4, .pause = seconds{1}, .longest_pause = seconds{3}};
    of.live = {{.arrival = 0}};
    PipelineDriver driver{of};
    driver.run();
    // Four attempts of 1 s and pauses of 1, 2 and 3 s.
    CHECK(driver.failures().back().at == seconds{10});
}

TEST_CASE("an attempt that outages cut begins anew at the end of each", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.settings.fetch_latency = seconds{10};
    of.place.planned_outages = {{Resource::store, seconds{12}, seconds{8}},
                                {Resource::store, seconds{25}, seconds{1}}};
    of.live = {{.arrival = 5 * kSecond}};
    // From 5 s, anew at 20 s and at 26 s, until 36 s.
    CHECK(run_engine(of).replay.makespan == seconds{36});
}

TEST_CASE("an attempt that ends with the begin of an outage has ended", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.planned_outages = {{Resource::store, seconds{1}, seconds{8}}};
    of.live = {{.arrival = 0}};
    CHECK(run_engine(of).replay.makespan == seconds{1});
}

TEST_CASE("a full disk closes the directory that was opened first", "[service]") {
    slow::Case of = bundles_of_an_hour();
    of.place.staging = Bytes{10};
    of.place.bundling.by = of.traits.group_by = GroupBy::owner;
    of.live = {{.size = 4, .owner = 1}, {.size = 4, .owner = 2}, {.size = 4, .owner = 2}};
    const PipelineOutcome outcome = run_engine(of);
    CHECK(outcome.closed_for_room == 1);
    CHECK(outcome.staging_most == Bytes{8});
    // Owner 1's tar has 1024 + 512 + 512 bytes and one file, owner 2's 1024 + 2 * 1024 and two.
    CHECK(to_decimal(outcome.replay.restore_read) == "8192");
}

TEST_CASE("a file keeps its place on the disk between its attempts", "[service]") {
    slow::Case of = bundles_of_an_hour();
    of.place.staging = Bytes{10};
    of.place.faults.fetch_failure = percent(100);
    of.place.faults.retry.attempts = 2;
    of.live = {{.size = 8}};
    const PipelineOutcome outcome = run_engine(of);
    CHECK(outcome.faults.fetch_attempts == 2);
    CHECK(outcome.files.failed == 1);
}

TEST_CASE("who waits on a full disk for another attempt goes ahead of who does not fit", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.staging = Bytes{10};
    of.place.faults.fetch_failure = percent(100);
    of.place.faults.retry = {.attempts = 2, .pause = seconds{1}, .longest_pause = seconds{1}};
    of.live = {{.size = 8}, {.size = 5}};
    const PipelineOutcome outcome = run_engine(of);
    // 8 bytes lie there from 0 to 3 s (1 s, pause, 1 s), then 5 bytes from 3 to 6 s; each attempt 1 us
    // longer.
    CHECK(outcome.files.failed == 2);
    CHECK(outcome.staging_most == Bytes{8});
    CHECK(outcome.oldest_unprotected == seconds{6} + Duration{4});
}

TEST_CASE("half of four workers for the backfill is two", "[service]") {
    slow::Case of = one_second_fetches(4);
    of.place.backfill_share = percent(50);
    of.backfill.emplace(10);
    PipelineDriver driver{of};
    std::uint32_t busiest = driver.pipeline().fetches().workers().busy();
    while (driver.step()) {
        busiest = std::max(busiest, driver.pipeline().fetches().workers().busy());
    }
    CHECK(busiest == 2);
    // Ten empty files, two at a time, a second each.
    CHECK(driver.pipeline().outcome().backfill->done == seconds{5});
}

TEST_CASE("a live file goes before the backfill but interrupts nobody", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.live = {{.arrival = kSecond / 2}};
    of.backfill.emplace(2);
    const PipelineOutcome outcome = run_engine(of);
    // The backfill from 0 to 1 s, the live file from 1 to 2 s, the backfill again from 2 to 3 s.
    CHECK(outcome.replay.latency.max == milliseconds{1500});
    CHECK(outcome.backfill->done == seconds{3});
    CHECK(outcome.backfill->live_meanwhile.max == milliseconds{1500});
    CHECK(outcome.backfill->live_afterwards.max == Duration{0});
}

TEST_CASE("a file of the backfill that waits for room is given up at the next event, an arrival too",
          "[service]") {
    slow::Case of = one_second_fetches(4);
    of.settings.fetch_rate = ByteRate{1};
    of.place.staging = Bytes{100};
    of.place.backfill_share = percent(100);
    of.traits.deletions = {{.keep = seconds{30}}};
    of.backfill = {{.size = 60}, {.size = 80}};
    // It takes a fetcher and leaves others free; its own fetch ends 11 s later.
    of.live = {{.arrival = 31 * kSecond, .size = 10}, {.arrival = 100 * kSecond, .size = 10}};
    PipelineDriver driver{of};
    const PipelineOutcome outcome = driver.run();
    REQUIRE(driver.failures().size() == 1);
    CHECK(driver.failures()[0].kind == Failure::Kind::deleted);
    CHECK(driver.failures()[0].at == seconds{31});
    check_equal(outcome, slow::run(of));
}

TEST_CASE("two uploads share a link that is too narrow for both", "[service]") {
    slow::Case of = one_second_fetches(2);
    of.place.link = ByteRate{30'000'000};
    of.live = {{.size = 30'000'000}};
    // One gets its own 20 MB/s: 1.5 s after the fetch.
    CHECK(run_engine(of).replay.makespan == milliseconds{2500} + Duration{1});
    of.live.push_back(of.live.front());
    // Two get 15 MB/s each: 2 s, and both end.
    const PipelineOutcome both = run_engine(of);
    CHECK(both.replay.makespan == seconds{3} + Duration{1});
    CHECK(both.files.stored == 2);
}

TEST_CASE("an empty archive goes over the link too", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.link = ByteRate{30'000'000};
    of.live = {{.size = 0}};
    CHECK(run_engine(of).files.stored == 1);
}

TEST_CASE("a run with a daily schedule ends with its last upload", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.schedule = {.daily = true,
                         .changes = {{.at = hours{1}, .fetchers = 2}, {.at = hours{20}, .fetchers = 0}}};
    of.live = {{.arrival = 0}};
    // Before the first hour of the list the last one of the day before holds: nobody until one o'clock.
    const PipelineOutcome outcome = run_engine(of);
    CHECK(outcome.replay.makespan == hours{1} + seconds{1});
    CHECK(outcome.fetchers.workers == 0);
}

TEST_CASE("the next drive takes the place of one whose files have left the line", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.drives = Drives{.each = Bytes{10}, .swap_time = hours{1}};
    of.backfill = {{.size = 10}, {.size = 10}};
    // The first file leaves the line at once; the second can be taken an hour later. Its fetch takes 1 s and
    // 1 us, its upload 1 us.
    CHECK(run_engine(of).backfill->done == hours{1} + seconds{1} + Duration{2});
}

TEST_CASE("a dead drive is found when it is mounted, and its files are lost", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.drives = Drives{.each = Bytes{10}, .dead = percent(100), .swap_time = hours{1}};
    of.backfill = {{.size = 10}, {.size = 10}};
    const PipelineOutcome outcome = run_engine(of);
    CHECK(outcome.backfill->dead_drives == 2);
    CHECK(outcome.backfill->files_on_dead_drives == 2);
    CHECK(outcome.backfill->bytes_on_dead_drives == Bytes{20});
    CHECK(outcome.backfill->files.arrived == 0);
}

TEST_CASE("the last drive holds what fits on no other", "[service]") {
    slow::Case of = one_second_fetches(1);
    of.place.drives = Drives{.each = Bytes{10}, .count = 2, .dead = percent(100), .swap_time = hours{1}};
    of.backfill = {{.size = 6}, {.size = 6}, {.size = 6}};
    const PipelineOutcome outcome = run_engine(of);
    CHECK(outcome.backfill->dead_drives == 2);
    CHECK(outcome.backfill->files_on_dead_drives == 3);
}

TEST_CASE("a large file goes alone as it is, and what is compressed is smaller", "[service]") {
    slow::Case of = bundles_of_an_hour();
    of.place.bundling.alone_above = Bytes{100};
    of.place.bundling.compression = Compression::of(Rational{1, 2});
    of.live = {{.size = 101}, {.size = 100}};
    // Half of 101 rounded up, and half of 1024 + 512 + 512.
    CHECK(run_engine(of).replay.archive_bytes == Bytes{51 + 1024});
}

TEST_CASE("files and bytes are conserved after every event", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const slow::Case drawn = PlaceMaker{seed}.make();
        PipelineDriver driver{drawn};
        std::uint64_t arrived = 0;
        for (const slow::OriginFile& file : drawn.live) {
            arrived += file.size;
        }
        while (driver.step()) {
            const PipelineOutcome outcome = driver.pipeline().outcome();
            const BackfillOutcome backfill = outcome.backfill.value_or(BackfillOutcome{});
            check_conserved(outcome.files, outcome.bytes);
            check_conserved(backfill.files, backfill.bytes);
        }
        CHECK(driver.pipeline().outcome().bytes.arrived == slow::bytes_of(arrived));
    }
}

TEST_CASE("the integral of the files in the system is the sum of their times in it", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        slow::Case drawn = PlaceMaker{seed}.make();
        drawn.place.faults.upload_failure = {};
        PipelineDriver driver{drawn};
        UInt128 integral = 0;
        std::uint64_t in_system = driver.pipeline().meter().files().waiting;
        Duration since{};
        while (driver.step()) {
            integral += static_cast<UInt128>(in_system) * slow::count_of(driver.now() - since);
            since = driver.now();
            in_system = driver.pipeline().meter().files().waiting;
        }
        const UInt128 of_stored = driver.pipeline().outcome().replay.latency.sum;
        CHECK(in_system == 0);
        CHECK(to_decimal(integral) == to_decimal(of_stored + time_of_lost_files(drawn, driver.failures())));
    }
}

TEST_CASE("a run cut at an idle moment equals the whole", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        // What is drawn by a file's number would be drawn anew in the second half.
        slow::Case whole = PlaceMaker{seed}.make();
        whole.place.faults = {};
        whole.traits.deletions.clear();
        whole.backfill.reset();
        // Outages by chance that are drawn for microseconds would be without number in 400 days.
        whole.place.random_outages.clear();
        whole.settings.max_age = whole.settings.max_age.value_or(seconds{1});
        slow::Case first = whole;
        slow::Case second = whole;
        second.live.clear();
        for (slow::OriginFile file : first.live) {
            file.arrival += 400 * 86'400 * kSecond;
            whole.live.push_back(file);
            second.live.push_back(file);
        }
        const backup::ReplayResult one = run_engine(first).replay;
        const backup::ReplayResult other = run_engine(second).replay;
        const backup::ReplayResult both = run_engine(whole).replay;
        REQUIRE(one.makespan < seconds{400 * 86'400});
        CHECK(both.files == one.files + other.files);
        CHECK(both.archives == one.archives + other.archives);
        CHECK(both.archive_bytes == one.archive_bytes + other.archive_bytes);
        CHECK(both.fingerprint == one.fingerprint + other.fingerprint);
        CHECK(to_decimal(both.latency.sum) == to_decimal(one.latency.sum + other.latency.sum));
        CHECK(to_decimal(both.fetch_wait_sum) == to_decimal(one.fetch_wait_sum + other.fetch_wait_sum));
        CHECK(both.at_risk.integral == one.at_risk.integral + other.at_risk.integral);
    }
}

TEST_CASE("uploads that fail and outages that come do not move the draws of fetches", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        slow::Case drawn = PlaceMaker{seed}.make();
        drawn.traits.deletions.clear();
        drawn.place.faults.fetch_failure = percent(30);
        drawn.place.faults.upload_failure = {};
        const auto expected = failed_fetches(drawn);
        drawn.place.faults.upload_failure = percent(50);
        drawn.place.planned_outages.push_back({Resource::service, Duration{5}, Duration{1000}});
        CHECK(failed_fetches(drawn) == expected);
    }
}

}  // namespace firn::service
