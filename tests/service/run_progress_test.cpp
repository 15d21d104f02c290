#include "core/service/service_run.hpp"
#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace firn::service::test {

namespace {

/// So many files of 1 MB, one each half hour from the tenth day on.
workload::FileSource files_from_tenth_day(int files) {
    return [files, given = false](workload::FileBlock& block) mutable -> Result<bool> {
        block.clear();
        if (std::exchange(given, true)) return false;
        for (int i = 0; i < files; ++i)
            block.arrivals.push_back(kDay * 10 + std::chrono::minutes{30} * i);
        block.sizes.assign(block.arrivals.size(), Bytes{1'000'000});
        return true;
    };
}

}  // namespace

TEST_CASE("neither the files that a run has read nor the instant that it has reached ever falls",
          "[service]") {
    // 600 files are read in pages of 256, and one archive of the stock is looked at every 10 s from the start
    // on: the audits tell how far the run is before the first file, between pages, and after the last file.
    ServiceSettings settings;
    settings.life = plain_life();
    settings.life.audit = Audit{.share = Rational{1}, .every = kSecond * 10};
    settings.standing = {{.archives = 1, .stored = Bytes{1}}};
    std::vector<std::uint64_t> files;
    std::vector<Duration> reached;
    const auto note = [&](const backup::ReplayProgress& progress) {
        files.push_back(progress.files);
        reached.push_back(progress.reached);
    };
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    REQUIRE(run_service(settings, options, {.live = files_from_tenth_day(600), .progress = note}));
    REQUIRE(files.size() > 8);
    CHECK(std::is_sorted(files.begin(), files.end()));
    CHECK(files.back() == 600);
    CHECK(std::is_sorted(reached.begin(), reached.end()));
    CHECK(reached.back() > kDay * 25);
}

TEST_CASE("a run that is given up ends also when nothing arrives any more", "[service]") {
    ServiceSettings settings;
    settings.life = plain_life();
    settings.life.audit = Audit{.share = Rational{1}, .every = kSecond * 10};
    settings.standing = {{.archives = 1, .stored = Bytes{1}}};
    const backup::ReplayOptions options{.start = kStart, .months = 1};
    const auto run = run_service(settings, options,
                                 {.live = files_from_tenth_day(1), .is_cancelled = [] { return true; }});
    REQUIRE_FALSE(run);
    CHECK(run.error().empty());
}

}  // namespace firn::service::test
