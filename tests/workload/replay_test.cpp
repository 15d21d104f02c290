#include "core/workload/replay.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>

using firn::Duration;
using firn::Instant;
using firn::workload::kMostCopies;
using firn::workload::replay;
using firn::workload::ReplaySettings;
using firn::workload::shift_of_copy;
using firn::workload::StartsAt;
namespace chrono = std::chrono;

namespace {

Instant instant(std::int64_t micros) { return Instant{Duration{micros}}; }

ReplaySettings starting_at(std::int64_t micros) {
    ReplaySettings settings;
    settings.start = instant(micros);
    return settings;
}

Files replayed(const Files& rows, const ReplaySettings& settings) {
    return files_of(replay(trace_of(rows), settings)->files);
}

std::string code_of(const Files& rows, const ReplaySettings& settings) {
    const auto result = replay(trace_of(rows), settings);
    return result ? "no error" : result.error().front().code;
}

}  // namespace

TEST_CASE("recorded times count from the scenario's start", "[workload]") {
    CHECK(replayed({{100, 1}, {105, 2}}, starting_at(90)) == Files{{10, 1}, {15, 2}});
}

TEST_CASE("a trace may begin exactly at the scenario's start", "[workload]") {
    CHECK(replayed({{100, 1}}, starting_at(100)) == Files{{0, 1}});
}

TEST_CASE("a recorded trace that begins before the scenario is an error that names both instants",
          "[workload]") {
    const auto result = replay(trace_of({{0, 1}, {2'000'000, 2}}), starting_at(1'000'000));
    REQUIRE_FALSE(result);
    const firn::Diagnostic& error = result.error().front();
    CHECK(error.code == "trace-before-start");
    CHECK(error.where.file == "trace.csv");
    CHECK(
        error.what ==
        "the first file arrives at 1970-01-01T00:00:00Z, before the scenario starts at 1970-01-01T00:00:01Z");
    CHECK(error.remedy.find("starts_at: scenario") != std::string::npos);
}

TEST_CASE("a trace may be moved so that its first file arrives at the start", "[workload]") {
    ReplaySettings settings = starting_at(1'000'000);
    settings.starts_at = StartsAt::scenario;
    CHECK(replayed({{100, 1}, {105, 2}}, settings) == Files{{0, 1}, {5, 2}});
    settings.start = instant(0);
    CHECK(replayed({{100, 1}, {105, 2}}, settings) == Files{{0, 1}, {5, 2}});
}

TEST_CASE("files at the horizon or later are counted, not replayed", "[workload]") {
    ReplaySettings settings = starting_at(0);
    settings.horizon = Duration{10};
    const auto result =
        replay(trace_of({{5, 1}, {9, 2}, {10, 3}, {11, 4}, {12, 5}, {13, 6}, {14, 7}}), settings);
    REQUIRE(result);
    CHECK(files_of(result->files) == Files{{5, 1}, {9, 2}});
    CHECK(result->tally->replayed == 2);
    CHECK(result->tally->after_horizon == 5);
}

TEST_CASE("without a horizon all files are replayed", "[workload]") {
    const auto result = replay(trace_of({{5, 1}, {9, 2}}), starting_at(0));
    REQUIRE(result);
    CHECK(files_of(result->files).size() == 2);
    CHECK(result->tally->replayed == 2);
    CHECK(result->tally->after_horizon == 0);
}

TEST_CASE("a trace without rows has no files", "[workload]") {
    CHECK(replayed({}, starting_at(1'000)).empty());
}

TEST_CASE("batches are spread before the horizon cuts", "[workload]") {
    ReplaySettings settings = starting_at(0);
    settings.spread = Duration{10};
    settings.horizon = Duration{5};
    // four files at 0, 2, 5, 7: the last two are beyond
    CHECK(replayed({{0, 1}, {0, 2}, {0, 3}, {0, 4}}, settings) == Files{{0, 1}, {2, 2}});
}

TEST_CASE("the first copy is the trace itself", "[workload]") {
    CHECK(shift_of_copy(1, 0) == Duration{0});
    CHECK(shift_of_copy(99, 0) == Duration{0});
}

TEST_CASE("each other copy comes whole days and less than an hour later, within a week", "[workload]") {
    for (std::int64_t copy = 1; copy < 500; ++copy) {
        const Duration shift = shift_of_copy(7, copy);
        CHECK(shift >= Duration{0});
        CHECK(shift < chrono::days{6} + chrono::hours{1});
        CHECK(shift % chrono::days{1} < chrono::hours{1});
    }
}

TEST_CASE("copies are shifted over all days of a week", "[workload]") {
    std::set<std::int64_t> days;
    for (std::int64_t copy = 1; copy < 100; ++copy)
        days.insert(shift_of_copy(7, copy) / chrono::days{1});
    CHECK(days.size() == 7);
}

TEST_CASE("another seed shifts otherwise, the same seed alike", "[workload]") {
    CHECK(shift_of_copy(1, 1) == shift_of_copy(1, 1));
    CHECK(shift_of_copy(1, 1) != shift_of_copy(2, 1));
    CHECK(shift_of_copy(1, 1) != shift_of_copy(1, 2));
}

TEST_CASE("copies are the shifted traces, merged", "[workload]") {
    ReplaySettings settings = starting_at(0);
    settings.copies = 5;
    settings.seed = 11;
    const Files rows{{0, 1}, {1'000'000, 2}, {90'000'000'000, 3}};
    Files expected;
    for (std::int64_t copy = 0; copy < 5; ++copy) {
        for (const File& row : rows)
            expected.emplace_back(row.first + shift_of_copy(11, copy).count(), row.second);
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [](const File& a, const File& b) { return a.first < b.first; });
    CHECK(replayed(rows, settings) == expected);
}

TEST_CASE("the number of copies has limits", "[workload]") {
    ReplaySettings settings = starting_at(0);
    settings.copies = 0;
    CHECK(code_of({{1, 1}}, settings) == "copies-out-of-range");
    settings.copies = kMostCopies + 1;
    CHECK(code_of({{1, 1}}, settings) == "copies-out-of-range");
    settings.copies = kMostCopies;
    CHECK(code_of({{1, 1}}, settings) == "no error");
}

TEST_CASE("a trace that fails later fails the replay", "[workload]") {
    firn::workload::Trace trace = trace_of({{1, 1}});
    trace.open = []() -> firn::Result<firn::workload::TraceSource> {
        return firn::failure({.code = "file-missing", .what = "gone"});
    };
    CHECK_FALSE(replay(trace, starting_at(0)).has_value());
}

TEST_CASE("arrivals never decrease, whatever the settings, and no file is lost", "[workload][property]") {
    CHECK(rc::check("any trace", [] {
        Files rows = *rc::gen::container<Files>(rc::gen::pair(
            rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000), rc::gen::inRange<std::int64_t>(0, 1'000)));
        std::stable_sort(rows.begin(), rows.end(),
                         [](const File& a, const File& b) { return a.first < b.first; });
        ReplaySettings settings = starting_at(0);
        settings.copies = *rc::gen::inRange<std::int64_t>(1, 6);
        settings.spread = Duration{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)};
        settings.horizon = Duration{*rc::gen::inRange<std::int64_t>(0, 2'000'000'000'000)};
        settings.seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto result = replay(trace_of(rows), settings);
        RC_ASSERT(result.has_value());
        const Files files = files_of(result->files);
        RC_ASSERT(std::is_sorted(files.begin(), files.end(),
                                 [](const File& a, const File& b) { return a.first < b.first; }));
        RC_ASSERT(result->tally->replayed == static_cast<std::int64_t>(files.size()));
        RC_ASSERT(result->tally->replayed + result->tally->after_horizon ==
                  settings.copies * static_cast<std::int64_t>(rows.size()));
        const bool within = files.empty() || Duration{files.back().first} < *settings.horizon;
        RC_ASSERT(within);
    }));
}
