#pragma once

#include "core/backup/replay_result.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>

namespace firn::backup {

/// Checks field by field, so that a failure says which.
inline void check_equal(const ReplayResult& found, const ReplayResult& expected) {
    CHECK(found.bundle_size.count() == expected.bundle_size.count());
    CHECK(found.files == expected.files);
    CHECK(found.archives == expected.archives);
    CHECK(found.closed_by_age == expected.closed_by_age);
    CHECK(found.raw_bytes.count() == expected.raw_bytes.count());
    CHECK(found.archive_bytes.count() == expected.archive_bytes.count());
    CHECK(found.billed_bytes.count() == expected.billed_bytes.count());
    CHECK(found.upload_requests == expected.upload_requests);
    CHECK(found.makespan.count() == expected.makespan.count());
    CHECK(to_decimal(found.fetch_wait_sum) == to_decimal(expected.fetch_wait_sum));
    CHECK(to_decimal(found.latency.sum) == to_decimal(expected.latency.sum));
    CHECK(found.latency.mean.count() == expected.latency.mean.count());
    CHECK(found.latency.p50.count() == expected.latency.p50.count());
    CHECK(found.latency.p95.count() == expected.latency.p95.count());
    CHECK(found.latency.p99.count() == expected.latency.p99.count());
    CHECK(found.latency.max.count() == expected.latency.max.count());
    CHECK(found.fingerprint == expected.fingerprint);
    CHECK(to_decimal(found.restore_read) == to_decimal(expected.restore_read));
    CHECK(to_decimal(found.at_risk.integral.byte_microseconds()) ==
          to_decimal(expected.at_risk.integral.byte_microseconds()));
    CHECK(found.at_risk.maximum.count() == expected.at_risk.maximum.count());
    CHECK(found.archives_past_horizon == expected.archives_past_horizon);
    CHECK(found.max_age == expected.max_age);
    CHECK(found.hours == expected.hours);
    CHECK(found.months.size() == expected.months.size());
    CHECK(found.months == expected.months);
    // Any field that is not named above.
    CHECK(found == expected);
}

}  // namespace firn::backup
