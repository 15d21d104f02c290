#include "core/backup/replay.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::backup;

namespace {

ReplayResult run(const PipelineSettings& settings, const std::vector<slow::File>& files,
                 const ReplayOptions& options = {}) {
    auto source = slow::source_of(files, 16);
    return replay(settings, options, source).value();
}

std::string code_of_failure(const PipelineSettings& settings, const std::vector<slow::File>& files) {
    auto source = slow::source_of(files, 16);
    return replay(settings, {}, source).error().front().code;
}

}  // namespace

TEST_CASE("no files give an empty result", "[backup]") {
    const ReplayResult found = run({}, {});
    CHECK(found.files == 0);
    CHECK(found.archives == 0);
    CHECK(found.makespan == Duration{0});
    CHECK(mean_restore_read(found) == Bytes{0});
    CHECK(found.months.size() == 1);
}

TEST_CASE("one file lies in a tar of its own and waits for the age-out", "[backup]") {
    // Arrives at 0; fetched at 20,000 + 1000 / 10 = 20,100; closed 30 s later; tar 1024 + 512 + 1024 = 2560
    // bytes; done 50,000 + 2560 / 20 = 50,128 later: 30,070,228.
    const ReplayResult found = run({}, {{.arrival = 0, .size = 1000}});
    CHECK(found.archives == 1);
    CHECK(found.closed_by_age == 1);
    CHECK(found.archive_bytes == Bytes{2560});
    CHECK(found.billed_bytes == Bytes{2560 + 32768});
    CHECK(found.makespan == Duration{30'070'228});
    CHECK(found.latency.p50 == Duration{30'070'228});
    CHECK(mean_restore_read(found) == Bytes{2560});
    CHECK(found.at_risk.maximum == Bytes{1000});
    CHECK(found.at_risk.integral == Bytes{1000} * Duration{30'070'228});
}

TEST_CASE("a completion exactly at the age-out comes too late", "[backup]") {
    // Empty files: fetched 20,000 after their arrival. The second completes at 20,000 + 30 s.
    const ReplayResult late = run({}, {{.arrival = 0}, {.arrival = 30'000'000}});
    CHECK(late.archives == 2);
    const ReplayResult in_time = run({}, {{.arrival = 0}, {.arrival = 29'999'999}});
    CHECK(in_time.archives == 1);
}

TEST_CASE("files that complete at the same time join in order of arrival", "[backup]") {
    // With the larger file first, the bundle is full with it alone; the other way round it takes both.
    PipelineSettings settings;
    settings.fetch_rate = ByteRate{std::int64_t{1} << 40U};
    settings.bundle_size = Bytes{100};
    CHECK(run(settings, {{.arrival = 0, .size = 100}, {.arrival = 0, .size = 1}}).archives == 2);
    CHECK(run(settings, {{.arrival = 0, .size = 1}, {.arrival = 0, .size = 100}}).archives == 1);
}

TEST_CASE("without a largest age the last bundle is closed at the last fetch", "[backup]") {
    PipelineSettings settings;
    settings.max_age.reset();
    const ReplayResult found =
        run(settings, {{.arrival = 0, .size = 1000}, {.arrival = 86'400'000'000, .size = 1000}});
    CHECK(found.archives == 1);
    CHECK(found.closed_by_age == 0);
    // 1024 + 2 * 1536 = 4096 bytes: 50,000 + 205 after the second fetch.
    CHECK(found.makespan == Duration{86'400'000'000 + 20'100 + 50'205});
}

TEST_CASE("without bundling each file is an archive without tar framing", "[backup]") {
    PipelineSettings settings;
    settings.packing = Packing::each_alone;
    const ReplayResult found = run(settings, {{.arrival = 0, .size = 1000}, {.arrival = 5, .size = 0}});
    CHECK(found.archives == 2);
    CHECK(found.archive_bytes == Bytes{1000});
    CHECK(found.billed_bytes == Bytes{1000 + 2 * 32768});
    CHECK(found.closed_by_age == 0);
    CHECK(mean_restore_read(found) == Bytes{500});
}

TEST_CASE("uploads in several calls wait for each of them", "[backup]") {
    // A file of 16 MiB as it is: 2 + 2 calls of 8 MiB, 200,000 + ceil(16,777,216 / 20) = 838,861.
    PipelineSettings settings;
    settings.packing = Packing::each_alone;
    settings.call_size = Bytes::from_mib(8);
    const ReplayResult found = run(settings, {{.arrival = 0, .size = 16U << 20U}});
    CHECK(found.upload_requests == 4);
    CHECK(found.makespan == Duration{20'000 + 1'677'722 + 200'000 + 838'861});
    CHECK(found.months.front().upload_requests == 1);
}

TEST_CASE("an archive above 4 GiB is billed by the part", "[backup]") {
    // 5 GiB in parts of 1 MiB: 5120.
    PipelineSettings settings;
    settings.packing = Packing::each_alone;
    const ReplayResult found = run(settings, {{.arrival = 0, .size = std::uint64_t{5} << 30U}});
    CHECK(found.upload_requests == 5120);
    CHECK(found.months.front().upload_requests == 5120);
}

TEST_CASE("far times and many workers agree with the slow model", "[backup]") {
    // 250 files over 5000 years: beyond what fits into 64 bits beside the number of one of 70 workers.
    constexpr std::uint64_t kYear = 31'557'600'000'000;
    std::vector<slow::File> files;
    for (std::uint64_t i = 0; i < 250; ++i) {
        files.push_back({.arrival = i / 2 * 40 * kYear, .size = i * 1000});
    }
    PipelineSettings settings;
    settings.fetchers = 70;
    check_equal(run(settings, files), slow::replay(settings, {}, files));
    settings.fetchers = kMostWorkers;
    settings.uploaders = 65'536;
    check_equal(run(settings, files), slow::replay(settings, {}, files));
}

TEST_CASE("equal completions keep their order when times outgrow the narrow keys", "[backup]") {
    // 64 workers become free in the opposite order of their numbers; all of the next 64 files end at 1 s;
    // then comes a file beyond the 4566 years that fit beside the number of one of 64 workers.
    std::vector<slow::File> files;
    for (std::uint64_t i = 0; i < 64; ++i) {
        files.push_back({.arrival = 0, .size = (64 - i) * 10});
    }
    for (std::uint64_t i = 0; i < 64; ++i) {
        const std::uint64_t start = (i + 1) * 10 + 1;
        files.push_back({.arrival = 0, .size = 1'000'000 - start - 1});
    }
    files.push_back({.arrival = 4600 * std::uint64_t{31'557'600'000'000}, .size = 1});
    PipelineSettings settings;
    settings.fetchers = 64;
    settings.fetch_latency = Duration{1};
    settings.fetch_rate = ByteRate{1'000'000};
    settings.bundle_size = Bytes{2'999'800};
    check_equal(run(settings, files), slow::replay(settings, {}, files));
}

TEST_CASE("latencies above 71 minutes have exact quantiles", "[backup]") {
    // One fetcher at 1 MB/s, files of 1 GB: each waits 1000 s more than the one before, the last over a day.
    std::vector<slow::File> files(100, {.arrival = 0, .size = 1'000'000'000});
    PipelineSettings settings;
    settings.fetchers = 1;
    settings.fetch_rate = ByteRate{1'000'000};
    const ReplayResult found = run(settings, files);
    CHECK(found.latency.p50 > Duration{50'000'000'000});
    check_equal(found, slow::replay(settings, {}, files));
}

TEST_CASE("a sketch differs from exact quantiles by at most 0.4 percent and in nothing else", "[backup]") {
    std::vector<slow::File> files;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        files.push_back({.arrival = i * 7001, .size = (i * i * 977) % 3'000'000});
    }
    const ReplayResult exact = run({}, files);
    ReplayResult sketch = run({}, files, {.quantiles = Quantiles::sketch});
    CHECK_FALSE(sketch.latency.quantiles_exact);
    CHECK(sketch.latency.p95 >= exact.latency.p95);
    CHECK(sketch.latency.p95 - exact.latency.p95 <= exact.latency.p95 / 250);
    sketch.latency = exact.latency;
    check_equal(sketch, exact);
}

TEST_CASE("what cannot be simulated is refused with a reason", "[backup]") {
    PipelineSettings settings;
    CHECK(code_of_failure(settings, {{.arrival = 0, .size = std::uint64_t{1} << 46U}}) ==
          "archive-too-large");
    settings.bundle_size = Bytes{std::int64_t{1} << 62U};
    settings.max_age.reset();
    const slow::File large{.arrival = 0, .size = std::uint64_t{1} << 45U};
    CHECK(code_of_failure(settings, {large, large}) == "archive-too-large");
    settings.fetch_rate = ByteRate{1};
    CHECK(code_of_failure(settings, {large}) == "simulation-time-out-of-range");
    settings = {};
    settings.upload_rate = ByteRate{1};
    CHECK(code_of_failure(settings, {large}) == "simulation-time-out-of-range");
    settings.max_age = Duration::max();
    CHECK(code_of_failure(settings, {{.arrival = 0, .size = 1}}) == "simulation-time-out-of-range");
    CHECK(code_of_failure({}, std::vector<slow::File>(70'000, large)) == "simulation-bytes-out-of-range");
}

TEST_CASE("the diagnostics of a source end the replay", "[backup]") {
    workload::FileSource source = [](workload::FileBlock&) -> Result<bool> {
        Diagnostic broken;
        broken.code = "broken";
        return failure(broken);
    };
    CHECK(replay({}, {}, source).error().front().code == "broken");
}

TEST_CASE("progress tells the files so far", "[backup]") {
    auto source = slow::source_of(std::vector<slow::File>(40, {.arrival = 5}), 16);
    std::vector<std::uint64_t> files;
    const auto found = replay({}, {}, source, [&](const ReplayProgress& progress) {
        CHECK(progress.reached == Duration{5});
        files.push_back(progress.files);
    });
    REQUIRE(found);
    CHECK(files == std::vector<std::uint64_t>{16, 32, 40});
}
