// The life of archives behind the pass over the files is that of the run from event to event.
#include "core/service/life_after_pass.hpp"

#include "tests/backup/random_case.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/service/life_case.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace firn::service {

namespace {

constexpr std::uint64_t kCases = 200;

/// Requests of single files and a batch, audits, restore tests, damage and overwrites, dense enough that a
/// few archives of a few seconds meet all of them.
Life busy_life(std::uint64_t seed) {
    Life life;
    life.restores.push_back({.name = "single",
                             .origin = Restore::Origin::rate,
                             .mean_gap = std::chrono::minutes{7},
                             .ranges = seed % 2 == 0,
                             .pacing = seed % 3 == 0 ? Pacing::free_allowance : Pacing::none});
    life.restores.push_back({.name = "all",
                             .origin = Restore::Origin::batch,
                             .at = std::chrono::minutes{seed % 90},
                             .destination = Destination::region,
                             .pacing = seed % 4 == 0 ? Pacing::bytes_per_hour : Pacing::none,
                             .bytes_per_hour = Bytes{1'000'000}});
    life.retrieval.reuse_ready_copies = seed % 5 == 0;
    life.audit = {.share = Rational{1, 3}, .every = std::chrono::minutes{20}};
    life.restore_test = {.files = 3};
    life.mean_time_to_damage = std::chrono::hours{24 * 20};
    life.overwrites = random::Chance::of(Rational{1, 10});
    return life;
}

ServiceSettings settings_of(const backup::RandomCase& drawn, std::uint64_t seed) {
    ServiceSettings settings;
    settings.pipeline = drawn.settings;
    settings.life = busy_life(seed);
    settings.seed = seed;
    if (seed % 2 == 1)
        settings.standing = {{.archives = 3, .stored = Bytes{1'000'001}, .age = std::chrono::hours{5}}};
    return settings;
}

backup::ReplayOptions options_of(const backup::RandomCase& drawn) {
    backup::ReplayOptions options = drawn.options;
    options.start = test::kStart;
    options.months = 1;
    return options;
}

/// Beside the case's own size, that of the case after it: one pass, two lives.
std::vector<backup::BundlePolicy> policies_of(const backup::PipelineSettings& settings) {
    return {{settings.bundle_size, settings.max_age, settings.packing},
            {Bytes{settings.bundle_size.count() * 3}, settings.max_age, settings.packing}};
}

ServiceSettings with(ServiceSettings settings, const backup::BundlePolicy& policy) {
    settings.pipeline.bundle_size = policy.size;
    return settings;
}

}  // namespace

TEST_CASE("a life behind the pass is the life of the run from event to event", "[service]") {
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        INFO("seed " << seed);
        const backup::RandomCase drawn = backup::CaseMaker{seed}.make();
        const ServiceSettings settings = settings_of(drawn, seed);
        const backup::ReplayOptions options = options_of(drawn);
        REQUIRE(can_follow_pass(settings));
        const auto policies = policies_of(settings.pipeline);
        std::deque<LifeAfterPass> lives;
        std::vector<backup::SentArchiveCallback> on_sent;
        for (const backup::BundlePolicy& policy : policies) {
            LifeAfterPass& life = lives.emplace_back(with(settings, policy), options);
            on_sent.emplace_back([&life](const backup::SentArchive& archive) { life.sent(archive); });
        }
        auto source = backup::slow::source_of(drawn.files, drawn.per_block);
        const auto replays = backup::replay_sweep(settings.pipeline, policies, options, source, {}, on_sent);
        REQUIRE(replays);
        for (std::size_t i = 0; i < policies.size(); ++i) {
            const auto whole = run_service(with(settings, policies[i]), options,
                                           {.live = backup::slow::source_of(drawn.files, drawn.per_block)});
            REQUIRE(whole);
            CHECK(whole->pipeline.oldest_unprotected == (*replays)[i].latency.max);
            CHECK(lives[i].result() == whole->life);
        }
    }
}

TEST_CASE("a life that asks which files an archive holds cannot follow the pass", "[service]") {
    ServiceSettings settings;
    CHECK(can_follow_pass(settings));
    settings.traits.deletions = {Deletions{.keep = std::chrono::hours{1}}};
    CHECK_FALSE(can_follow_pass(settings));
    settings = {};
    settings.place.link = ByteRate{1'000'000};
    CHECK_FALSE(can_follow_pass(settings));
    settings = {};
    settings.place.bundling.compression = Compression::of(Rational{1, 2});
    CHECK_FALSE(can_follow_pass(settings));
}

}  // namespace firn::service
