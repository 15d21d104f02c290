#include "core/backup/replay.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <string>

using namespace firn;
using namespace firn::backup;

namespace {

struct Line {
    std::uint64_t archives;
    std::uint64_t closed_by_age;
    std::int64_t billed;
    std::uint64_t requests;
    std::int64_t makespan;
    std::string wait_sum;
    std::string latency_sum;
    std::int64_t latency_mean;
    std::int64_t latency_p95;
    std::int64_t latency_max;
    std::uint64_t fingerprint;
};

void check_line(std::uint64_t files, Bytes bundle_size, const Line& line) {
    PipelineSettings settings = reference_w1_pipeline();
    settings.bundle_size = bundle_size;
    auto source = workload::reference_w1(files);
    const ReplayResult found = replay(settings, {}, source).value();
    CHECK(found.files == files);
    CHECK(found.archives == line.archives);
    CHECK(found.closed_by_age == line.closed_by_age);
    CHECK(found.billed_bytes.count() == line.billed);
    CHECK(found.upload_requests == line.requests);
    CHECK(found.makespan.count() == line.makespan);
    CHECK(to_decimal(found.fetch_wait_sum) == line.wait_sum);
    CHECK(to_decimal(found.latency.sum) == line.latency_sum);
    CHECK(found.latency.mean.count() == line.latency_mean);
    CHECK(found.latency.p95.count() == line.latency_p95);
    CHECK(found.latency.max.count() == line.latency_max);
    CHECK(found.fingerprint == line.fingerprint);
}

constexpr Bytes kUsualBundle{25'000'000};

}  // namespace

TEST_CASE("W1 with 1000 files gives the reference line", "[backup]") {
    check_line(1000, kUsualBundle,
               {4, 1, 103145984, 21, 43111168, "148071159", "6319294862", 6319294, 30379186, 30393384,
                0xc859388fd3924c3e});
}

TEST_CASE("W1 with 100,000 files gives the reference line", "[backup]") {
    check_line(100'000, kUsualBundle,
               {291, 4, 9908504064, 1985, 1180353423, "128687981705", "346072005811", 3460720, 6695563,
                41245221, 0x57329a7055c6db7c});
}

TEST_CASE("W1 with a million files gives the reference line", "[backup]") {
    check_line(1'000'000, kUsualBundle,
               {2939, 50, 98335769088, 19899, 14698175356, "1327935237272", "3475196224979", 3475196, 6703736,
                44972153, 0x82f59801fa005d2a});
}

TEST_CASE("W1 with bundles of 1 MiB gives the reference line", "[backup]") {
    check_line(100'000, Bytes::from_mib(1),
               {4176, 1, 10039785984, 4810, 1180353423, "128687981705", "148633322592", 1486333, 4121789,
                41245221, 0xf9caad47d35271bd});
}
