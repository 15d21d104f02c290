#include "core/backup/loaded_files.hpp"

#include "core/workload/reference_w1.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <vector>

using namespace firn;
using namespace firn::backup;

namespace {

constexpr std::uint64_t kFiles = 60'000;

const std::vector<BundlePolicy> kPolicies{{Bytes{1}, Duration{30'000'000}},
                                          {Bytes{1'000'000}, Duration{30'000'000}},
                                          {Bytes{25'000'000}, Duration{5'000'000}},
                                          {Bytes::from_mib(896), std::nullopt},
                                          {Bytes{25'000'000}, std::nullopt, Packing::each_alone}};

ReplayResult replay_w1(const BundlePolicy& policy, const ReplayOptions& options) {
    PipelineSettings settings = reference_w1_pipeline();
    settings.bundle_size = policy.size;
    settings.max_age = policy.max_age;
    settings.packing = policy.packing;
    auto source = workload::reference_w1(kFiles);
    return replay(settings, options, source).value();
}

void check_loaded_equals_replays(const ReplayOptions& options) {
    auto source = workload::reference_w1(kFiles);
    const LoadedFiles loaded = LoadedFiles::load(reference_w1_pipeline(), options, source).value();
    CHECK(loaded.files() == kFiles);
    for (const BundlePolicy& policy : kPolicies) {
        CAPTURE(policy.size.count());
        check_equal(loaded.replay(policy).value(), replay_w1(policy, options));
    }
}

}  // namespace

TEST_CASE("files that are kept give what a replay gives, size after size", "[backup]") {
    check_loaded_equals_replays({.start = *parse_rfc3339("2012-11-30T23:55Z")});
}

TEST_CASE("kept files give sketches and late files, too", "[backup]") {
    check_loaded_equals_replays({.quantiles = Quantiles::sketch});
    check_loaded_equals_replays({.late_after = Duration{20'000'000}});
}

TEST_CASE("no files can be kept, too", "[backup]") {
    auto source = workload::reference_w1(0);
    const LoadedFiles loaded = LoadedFiles::load(reference_w1_pipeline(), {}, source).value();
    CHECK(loaded.files() == 0);
    CHECK(loaded.replay(kPolicies[1]).value().archives == 0);
}
