// What the backfill did to live files, beside the same run without it.
#include "core/service/service_run.hpp"
#include "tests/service/life_case.hpp"
#include "tests/service/outcome_checks.hpp"
#include "tests/service/pipeline_driver.hpp"
#include "tests/service/random_place.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <optional>

namespace firn::service {

namespace {

constexpr std::uint64_t kCases = 400;

ServiceSettings settings_of(const slow::Case& of) {
    ServiceSettings settings{
        .pipeline = of.settings, .place = of.place, .traits = of.traits, .seed = of.seed};
    settings.life.deletions = of.traits.deletions;
    return settings;
}

Result<ServiceOutcome> run_beside(const ServiceSettings& settings, const slow::Case& of,
                                  std::uint64_t per_block) {
    return run_service(settings, of.options,
                       {.live = source_of(of.live, per_block),
                        .backfill = source_of(*of.backfill, per_block),
                        .compare_backfill = true});
}

backup::LatencySummary expected_without(slow::Case of, const std::optional<Duration>& done) {
    of.backfill.reset();
    slow::Pipeline pipeline{of};
    pipeline.run();
    return pipeline.latency_of_arrivals_before(done ? slow::count_of(*done) : slow::kNotYet);
}

}  // namespace

TEST_CASE("without its backfill a run is that of the slow model, in any place", "[service]") {
    std::uint64_t compared = 0;
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const slow::Case drawn = PlaceMaker{seed}.make();
        if (!drawn.backfill) continue;
        const auto outcome = run_beside(settings_of(drawn), drawn, seed % 7 + 1);
        REQUIRE(outcome);
        const BackfillOutcome& backfill = *outcome->pipeline.backfill;
        REQUIRE(backfill.live_without);
        check_near(*backfill.live_without, expected_without(drawn, backfill.done));
        compared += backfill.live_without->p99 != backfill.live_meanwhile.p99 ? 1U : 0U;
    }
    CHECK(compared > kCases / 8);
}

TEST_CASE("a comparison changes nothing of the run itself", "[service]") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        const slow::Case drawn = PlaceMaker{seed}.make();
        if (!drawn.backfill) continue;
        auto outcome = run_beside(settings_of(drawn), drawn, 3);
        REQUIRE(outcome);
        outcome->pipeline.backfill->live_without.reset();
        const auto alone =
            run_service(settings_of(drawn), drawn.options,
                        {.live = source_of(drawn.live, 3), .backfill = source_of(*drawn.backfill, 3)});
        REQUIRE(alone);
        CHECK(outcome->pipeline == alone->pipeline);
    }
}

TEST_CASE("a backfill that is in nobody's way changes no live file, failed uploads included", "[service]") {
    // Ten files of the backfill at a time, ten seconds each, and a live one each second: all have workers of
    // their own.
    slow::Case of;
    of.settings.packing = backup::Packing::each_alone;
    of.settings.fetch_latency = test::kSecond * 10;
    of.settings.fetchers = of.settings.uploaders = 1000;
    of.place.backfill_share = random::Chance::of(1, 100);
    of.place.faults.upload_failure = random::Chance::of(1, 3);
    of.place.faults.retry = {.attempts = 5, .pause = test::kSecond, .longest_pause = test::kSecond * 60};
    of.options.start = test::kStart;
    for (std::uint64_t second = 0; second < 60; ++second)
        of.live.push_back({.arrival = second * 1'000'000, .size = 1'000});
    of.backfill.emplace(60, slow::OriginFile{.size = 1'000});
    const auto outcome = run_beside(settings_of(of), of, 16);
    REQUIRE(outcome);
    const BackfillOutcome& backfill = *outcome->pipeline.backfill;
    CHECK(outcome->pipeline.faults.upload_attempts_failed > 20);
    CHECK(backfill.live_meanwhile.sum > 0);
    CHECK(*backfill.live_without == backfill.live_meanwhile);
}

TEST_CASE("downloads that share the link go on without the backfill as well", "[service]") {
    // A fetch takes a microsecond. Ten files of 1 MB are to be moved over a link of 1 MB/s; a live one of 1
    // MB comes after 5 s and shares it with them: after 10.5 s they have moved, and half of it. All are asked
    // for on the second day.
    slow::Case of;
    of.settings.packing = backup::Packing::each_alone;
    of.settings.fetch_latency = of.settings.upload_latency = Duration{0};
    of.settings.fetch_rate = ByteRate{std::int64_t{1} << 50};
    of.settings.upload_rate = ByteRate{1'000'000};
    of.settings.uploaders = 10;
    of.place.link = ByteRate{1'000'000};
    of.options.start = test::kStart;
    of.live = {{.arrival = 5'000'000, .size = 1'000'000}};
    of.backfill.emplace(10, slow::OriginFile{.size = 1'000'000});
    ServiceSettings settings = settings_of(of);
    settings.life = test::plain_life();
    settings.life.restores = {test::batch_of_all(test::kDay)};
    const auto outcome = run_beside(settings, of, 1);
    REQUIRE(outcome);
    const BackfillOutcome& backfill = *outcome->pipeline.backfill;
    CHECK(backfill.live_without->max == test::kSecond + Duration{1});
    CHECK(backfill.live_meanwhile.max == test::kSecond * 6 + Duration{1});
}

}  // namespace firn::service
