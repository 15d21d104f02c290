#include "core/backup/replay.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/backup/random_case.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <optional>
#include <vector>

using namespace firn;
using namespace firn::backup;

namespace {

const std::vector<BundlePolicy> kPolicies{{Bytes{1}, Duration{30'000'000}},
                                          {Bytes{4096}, Duration{1}},
                                          {Bytes::from_gib(4), Duration{30'000'000}},
                                          {Bytes{1'000'000}, Duration{30'000'000}},
                                          {Bytes{25'000'000}, Duration{30'000'000}},
                                          {Bytes{25'000'000}, Duration{5'000'000}},
                                          {Bytes{25'000'000}, std::nullopt},
                                          {Bytes::from_mib(896), Duration{20'000}},
                                          {Bytes::from_mib(896), Duration{30'000'000}},
                                          {Bytes::from_mib(64), Duration{30'000'000}},
                                          {Bytes::from_mib(896), Duration{30'000'000}},
                                          {Bytes::from_mib(896), std::nullopt},
                                          {Bytes{25'000'000}, std::nullopt, Packing::each_alone}};

const BundlePolicy kDefaultPolicy{Bytes{25'000'000}, Duration{30'000'000}};

std::vector<ReplayResult> sweep_w1(std::uint64_t files, const ReplayOptions& options) {
    auto source = workload::reference_w1(files);
    return replay_sweep(reference_w1_pipeline(), kPolicies, options, source).value();
}

ReplayResult replay_w1(std::uint64_t files, const BundlePolicy& policy, const ReplayOptions& options) {
    PipelineSettings settings = reference_w1_pipeline();
    settings.bundle_size = policy.size;
    settings.max_age = policy.max_age;
    settings.packing = policy.packing;
    auto source = workload::reference_w1(files);
    return replay(settings, options, source).value();
}

void check_sweep_equals_replays(std::uint64_t files, const ReplayOptions& options) {
    const std::vector<ReplayResult> swept = sweep_w1(files, options);
    REQUIRE(swept.size() == kPolicies.size());
    for (std::size_t i = 0; i < kPolicies.size(); ++i) {
        CAPTURE(kPolicies[i].size.count(), i);
        check_equal(swept[i], replay_w1(files, kPolicies[i], options));
    }
}

}  // namespace

TEST_CASE("a sweep equals separate replays", "[backup]") {
    check_sweep_equals_replays(50'000, {.start = *parse_rfc3339("2012-11-30T23:55Z")});
}

TEST_CASE("a sweep with sketches equals separate replays with sketches", "[backup]") {
    check_sweep_equals_replays(50'000, {.quantiles = Quantiles::sketch});
}

TEST_CASE("a sweep of odd cases agrees with the slow model", "[backup]") {
    for (std::uint64_t seed = 1000; seed < 1060; ++seed) {
        CAPTURE(seed);
        RandomCase drawn = CaseMaker{seed}.make();
        auto source = slow::source_of(drawn.files, drawn.per_block);
        const auto swept = replay_sweep(drawn.settings, kPolicies, drawn.options, source).value();
        for (std::size_t i = 0; i < kPolicies.size(); ++i) {
            drawn.settings.bundle_size = kPolicies[i].size;
            drawn.settings.max_age = kPolicies[i].max_age;
            drawn.settings.packing = kPolicies[i].packing;
            check_equal(swept[i], slow::replay(drawn.settings, drawn.options, drawn.files));
        }
    }
}

TEST_CASE("the number of threads changes no result of a sweep", "[backup]") {
    const std::vector<ReplayResult> one = sweep_w1(60'000, {.threads = 1});
    CHECK(sweep_w1(60'000, {.threads = 2}) == one);
    CHECK(sweep_w1(60'000, {.threads = 3}) == one);
    CHECK(sweep_w1(60'000, {.threads = 64}) == one);
}

TEST_CASE("the instruction set changes no result", "[backup]") {
    for (const sim::InstructionSet set : sim::available_instruction_sets()) {
        CAPTURE(to_text(set));
        CHECK(sweep_w1(30'000, {.instructions = set}) ==
              sweep_w1(30'000, {.instructions = sim::InstructionSet::portable}));
        for (std::uint64_t seed = 2000; seed < 2100; ++seed) {
            CAPTURE(seed);
            RandomCase drawn = CaseMaker{seed}.make();
            drawn.options.instructions = set;
            auto source = slow::source_of(drawn.files, drawn.per_block);
            check_equal(replay(drawn.settings, drawn.options, source).value(),
                        slow::replay(drawn.settings, drawn.options, drawn.files));
        }
    }
}

TEST_CASE("automatic quantiles are exact up to a million files", "[backup]") {
    const ReplayOptions automatic{.quantiles = Quantiles::automatic};
    check_equal(replay_w1(kExactQuantileFiles, kDefaultPolicy, automatic),
                replay_w1(kExactQuantileFiles, kDefaultPolicy, {}));
    check_equal(sweep_w1(20'000, automatic).front(), sweep_w1(20'000, {}).front());
}

TEST_CASE("automatic quantiles are those of a sketch above a million files", "[backup]") {
    const ReplayOptions automatic{.quantiles = Quantiles::automatic};
    const ReplayOptions sketch{.quantiles = Quantiles::sketch};
    check_equal(replay_w1(kExactQuantileFiles + 1, kDefaultPolicy, automatic),
                replay_w1(kExactQuantileFiles + 1, kDefaultPolicy, sketch));
    CHECK(sweep_w1(kExactQuantileFiles + 1, automatic) == sweep_w1(kExactQuantileFiles + 1, sketch));
}

TEST_CASE("a sweep over no policies gives no results", "[backup]") {
    auto source = workload::reference_w1(100);
    CHECK(replay_sweep({}, {}, {}, source).value().empty());
}

TEST_CASE("trouble with one policy ends the sweep", "[backup]") {
    const std::vector<BundlePolicy> policies{{Bytes{1}, {}}, {Bytes{std::int64_t{1} << 60U}, {}}};
    const slow::File large{.arrival = 0, .size = std::uint64_t{1} << 45U};
    auto source = slow::source_of({large, large}, 2);
    CHECK(replay_sweep({}, policies, {}, source).error().front().code == "archive-too-large");
}

// The quantile of rank r is at most T when at most files - r are later than T, and above it when more are.
TEST_CASE("late files are counted as the quantiles have it", "[backup]") {
    constexpr std::uint64_t kFiles = 20'000;
    for (const BundlePolicy& policy : kPolicies) {
        CAPTURE(policy.size.count());
        const LatencySummary exact = replay_w1(kFiles, policy, {}).latency;
        const LatencySummary at = replay_w1(kFiles, policy, {.late_after = exact.p95}).latency;
        const LatencySummary before =
            replay_w1(kFiles, policy, {.late_after = exact.p95 - Duration{1}}).latency;
        CHECK(*at.late <= kFiles / 20);
        CHECK(*before.late > kFiles / 20);
        CHECK(at.max == exact.max);
        CHECK(at.sum == exact.sum);
    }
}

TEST_CASE("a sweep counts late files as separate replays do", "[backup]") {
    check_sweep_equals_replays(50'000, {.late_after = Duration{20'000'000}, .threads = 2});
}
