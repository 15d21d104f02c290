#pragma once

#include "core/service/service_result.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/support/catch.hpp"

#include <optional>

namespace firn::service {

inline void check_equal(const FileStates& found, const FileStates& expected) {
    CHECK(found.arrived == expected.arrived);
    CHECK(found.stored == expected.stored);
    CHECK(found.waiting == expected.waiting);
    CHECK(found.failed == expected.failed);
    CHECK(found.vanished == expected.vanished);
    CHECK(found == expected);
}

inline void check_equal(const ByteStates& found, const ByteStates& expected) {
    CHECK(found.arrived.count() == expected.arrived.count());
    CHECK(found.stored.count() == expected.stored.count());
    CHECK(found.waiting.count() == expected.waiting.count());
    CHECK(found.failed.count() == expected.failed.count());
    CHECK(found.vanished.count() == expected.vanished.count());
    CHECK(found == expected);
}

inline void check_equal(const FaultCounts& found, const FaultCounts& expected) {
    CHECK(found.fetch_attempts == expected.fetch_attempts);
    CHECK(found.fetch_attempts_failed == expected.fetch_attempts_failed);
    CHECK(found.files_given_up == expected.files_given_up);
    CHECK(found.upload_attempts == expected.upload_attempts);
    CHECK(found.upload_attempts_failed == expected.upload_attempts_failed);
    CHECK(found.archives_given_up == expected.archives_given_up);
    CHECK(found.files_in_archives_given_up == expected.files_in_archives_given_up);
    CHECK(found.files_vanished == expected.files_vanished);
    CHECK(found.deleted_before_fetch == expected.deleted_before_fetch);
    CHECK(found == expected);
}

/// A quantile of a sketch is at most 0.4 % above the exact one, never below.
inline void check_near(Duration found, Duration exact) {
    CHECK(found >= exact);
    CHECK(found.count() * 1000 <= exact.count() * 1004);
}

/// The latencies beside the backfill come from a sketch.
inline void check_near(const backup::LatencySummary& found, const backup::LatencySummary& exact) {
    CHECK(to_decimal(found.sum) == to_decimal(exact.sum));
    CHECK(found.mean.count() == exact.mean.count());
    CHECK(found.max.count() == exact.max.count());
    check_near(found.p50, exact.p50);
    check_near(found.p95, exact.p95);
    check_near(found.p99, exact.p99);
}

inline void check_equal(const BackfillOutcome& found, const BackfillOutcome& expected) {
    check_equal(found.files, expected.files);
    check_equal(found.bytes, expected.bytes);
    CHECK(found.archives == expected.archives);
    CHECK(found.done.has_value() == expected.done.has_value());
    CHECK(found.done.value_or(Duration{}).count() == expected.done.value_or(Duration{}).count());
    CHECK(found.dead_drives == expected.dead_drives);
    CHECK(found.files_on_dead_drives == expected.files_on_dead_drives);
    CHECK(found.bytes_on_dead_drives.count() == expected.bytes_on_dead_drives.count());
    check_near(found.live_meanwhile, expected.live_meanwhile);
    check_near(found.live_afterwards, expected.live_afterwards);
}

/// Field by field, so that a failure says which; without the hours of the pools.
inline void check_equal(const PipelineOutcome& found, const PipelineOutcome& expected) {
    backup::check_equal(found.replay, expected.replay);
    check_equal(found.files, expected.files);
    check_equal(found.bytes, expected.bytes);
    check_equal(found.faults, expected.faults);
    CHECK(found.fetchers.workers == expected.fetchers.workers);
    CHECK(found.fetchers.longest_line == expected.fetchers.longest_line);
    CHECK(found.uploaders.workers == expected.uploaders.workers);
    CHECK(found.uploaders.longest_line == expected.uploaders.longest_line);
    CHECK(found.staging_most.count() == expected.staging_most.count());
    CHECK(found.closed_for_room == expected.closed_for_room);
    CHECK(found.oldest_unprotected.count() == expected.oldest_unprotected.count());
    REQUIRE(found.backfill.has_value() == expected.backfill.has_value());
    check_equal(found.backfill.value_or(BackfillOutcome{}), expected.backfill.value_or(BackfillOutcome{}));
}

}  // namespace firn::service
