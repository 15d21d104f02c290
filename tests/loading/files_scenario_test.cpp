#include "core/loading/files_scenario.hpp"

#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

constexpr Instant kOtherwise = std::chrono::sys_days{std::chrono::year{2020} / 6 / 1};

}  // namespace

TEST_CASE("a scenario for files begins with the month of the first and holds them all, read once",
          "[loading]") {
    const TemporaryFolder folder;
    // From December 2012 to February 2014 are 15 months, more than the usual 12.
    const auto path = folder.write(
        "uploads.csv", "timestamp_utc,size_bytes\n2014-02-28T23:59:59Z,1\n2012-12-31T00:00:00Z,1\n");
    auto made = loading::scenario_for_files(path);
    REQUIRE(made);
    std::uint64_t rows = 0;
    const auto begun =
        loading::begin_with_files(made->scenario, made->folder, kOtherwise, [&](std::uint64_t n) {
            rows = n;
            return true;
        });
    REQUIRE(begun);
    CHECK(*begun);
    CHECK(to_text(made->scenario.start) == "2012-12-01T00:00:00Z");
    CHECK(made->scenario.months == 15);
    CHECK(rows == 2);
}

TEST_CASE("a scenario for a trace without files begins when it is told to", "[loading]") {
    const TemporaryFolder folder;
    const auto path = folder.write("empty.csv", "timestamp_utc,size_bytes\n");
    auto made = loading::scenario_for_files(path);
    REQUIRE(made);
    const auto begun = loading::begin_with_files(made->scenario, made->folder, kOtherwise);
    REQUIRE(begun);
    CHECK_FALSE(*begun);
    CHECK(made->scenario.start == kOtherwise);
}
