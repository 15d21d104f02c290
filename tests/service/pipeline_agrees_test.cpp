#include "tests/backup/random_case.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/service/outcome_checks.hpp"
#include "tests/service/pipeline_driver.hpp"
#include "tests/service/random_place.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace firn::service {

namespace {

constexpr std::uint64_t kCases = 400;

std::vector<slow::OriginFile> origin_of(const std::vector<backup::slow::File>& files) {
    std::vector<slow::OriginFile> origin;
    for (const backup::slow::File& file : files) {
        origin.push_back({.arrival = file.arrival, .size = file.size});
    }
    return origin;
}

/// A pipeline in a place that sets it no limits.
slow::Case plain(const backup::RandomCase& drawn) {
    slow::Case plain;
    plain.settings = drawn.settings;
    plain.options = drawn.options;
    plain.live = origin_of(drawn.files);
    return plain;
}

}  // namespace

TEST_CASE("from event to event a plain pipeline gives what the replay gives", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const backup::RandomCase drawn = backup::CaseMaker{seed}.make();
        auto source = backup::slow::source_of(drawn.files, drawn.per_block);
        const auto expected = backup::replay(drawn.settings, drawn.options, source);
        REQUIRE(expected);
        const slow::Case plain_case = plain(drawn);
        PipelineDriver driver{plain_case, drawn.per_block};
        backup::check_equal(driver.run().replay, *expected);
    }
}

TEST_CASE("the pipeline agrees with the slow model in any place", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const slow::Case drawn = PlaceMaker{seed}.make();
        check_equal(run_engine(drawn), slow::run(drawn));
    }
}

TEST_CASE("event by event the pipeline comes to the same end as many events at a time", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const slow::Case drawn = PlaceMaker{seed}.make();
        PipelineDriver driver{drawn, 1};
        while (driver.step()) {
        }
        CHECK(driver.pipeline().outcome() == run_engine(drawn));
    }
}

}  // namespace firn::service
