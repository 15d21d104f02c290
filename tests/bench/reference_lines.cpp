#include "tests/bench/reference_lines.hpp"

#include <fmt/format.h>

namespace firn::bench {

std::vector<ReferenceCase> reference_cases() {
    constexpr Bytes kUsual{25'000'000};
    return {
        {1000,
         kUsual,
         {4, 1, 103145984, 21, 43111168, 148071159, 6319294862, 6319294, 30379186, 30393384,
          0xc859388fd3924c3e}},
        {100'000,
         kUsual,
         {291, 4, 9908504064, 1985, 1180353423, 128687981705, 346072005811, 3460720, 6695563, 41245221,
          0x57329a7055c6db7c}},
        {100'000,
         Bytes::from_mib(1),
         {4176, 1, 10039785984, 4810, 1180353423, 128687981705, 148633322592, 1486333, 4121789, 41245221,
          0xf9caad47d35271bd}},
        {1'000'000,
         kUsual,
         {2939, 50, 98335769088, 19899, 14698175356, 1327935237272, 3475196224979, 3475196, 6703736, 44972153,
          0x82f59801fa005d2a}},
    };
}

ReferenceCase longest_reference_case() {
    return {1'000'000'000,
            Bytes{25'000'000},
            {2928793, 54483, 99077527800832, 19959341, 15221715072445, 1276304734373225, 3423800729668181,
             3423800, 0, 55090729, 0xd7b5438cf8b6ea77}};
}

W1Line line_of(const backup::ReplayResult& result) {
    return {.archives = result.archives,
            .timeouts = result.closed_by_age,
            .billed = result.billed_bytes.count(),
            .requests = result.upload_requests,
            .makespan = result.makespan.count(),
            .wait_sum = result.fetch_wait_sum,
            .lat_sum = result.latency.sum,
            .lat_mean = result.latency.mean.count(),
            .lat_p95 = result.latency.p95.count(),
            .lat_max = result.latency.max.count(),
            .check = result.fingerprint};
}

std::string to_text(const W1Line& line) {
    return fmt::format(
        "archives={} timeouts={} billed={} requests={} makespan={} wait_sum={} lat_sum={} lat_mean={} "
        "lat_p95={} "
        "lat_max={} check={:016x}",
        line.archives, line.timeouts, line.billed, line.requests, line.makespan, to_decimal(line.wait_sum),
        to_decimal(line.lat_sum), line.lat_mean, line.lat_p95, line.lat_max, line.check);
}

}  // namespace firn::bench
