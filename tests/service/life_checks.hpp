#pragma once

#include "core/service/life_result.hpp"
#include "tests/service/outcome_checks.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <vector>

// Lives of archives, field by field, so that a failure says which.
namespace firn::service {

inline void check_equal(const RestoreOutcome& found, const RestoreOutcome& expected) {
    CHECK(found.name == expected.name);
    CHECK(found.requests == expected.requests);
    CHECK(found.not_found == expected.not_found);
    CHECK(found.restored == expected.restored);
    CHECK(found.open == expected.open);
    CHECK(found.in_time == expected.in_time);
    CHECK(found.overdue == expected.overdue);
    CHECK(found.retrievals == expected.retrievals);
    CHECK(found.joined == expected.joined);
    CHECK(found.served_by_copies == expected.served_by_copies);
    CHECK(found.beyond_pacing == expected.beyond_pacing);
    CHECK(to_decimal(found.bytes_retrieved) == to_decimal(expected.bytes_retrieved));
    CHECK(to_decimal(found.bytes_downloaded) == to_decimal(expected.bytes_downloaded));
    CHECK(to_decimal(found.transfer_out) == to_decimal(expected.transfer_out));
    CHECK(found.last_start.value_or(Duration{-1}).count() ==
          expected.last_start.value_or(Duration{-1}).count());
    check_near(found.time, expected.time);
    CHECK(found.complete.value_or(Duration{-1}).count() == expected.complete.value_or(Duration{-1}).count());
    CHECK(found.batch_time.value_or(Duration{-1}).count() ==
          expected.batch_time.value_or(Duration{-1}).count());
}

inline void check_equal(const AuditOutcome& found, const AuditOutcome& expected) {
    CHECK(found.audits == expected.audits);
    CHECK(found.looked_at == expected.looked_at);
    CHECK(found.compared == expected.compared);
    CHECK(to_decimal(found.bytes) == to_decimal(expected.bytes));
    CHECK(to_decimal(found.store_bytes) == to_decimal(expected.store_bytes));
}

inline void check_equal(const DamageOutcome& found, const DamageOutcome& expected) {
    CHECK(found.happened == expected.happened);
    CHECK(found.found_by_audit == expected.found_by_audit);
    CHECK(found.found_by_restore == expected.found_by_restore);
    CHECK(found.found_by_restore_test == expected.found_by_restore_test);
    CHECK(found.found_by_compaction == expected.found_by_compaction);
    CHECK(found.gone == expected.gone);
    CHECK(found.unseen_now == expected.unseen_now);
    check_near(found.unseen, expected.unseen);
    CHECK(found.year_old == expected.year_old);
    CHECK(found.found_within_year == expected.found_within_year);
}

inline void check_equal(const ReadOutcome& found, const ReadOutcome& expected) {
    CHECK(found.reads == expected.reads);
    CHECK(to_decimal(found.archive_microseconds) == to_decimal(expected.archive_microseconds));
    CHECK(found.never_read == expected.never_read);
    CHECK(found.backfill_unread == expected.backfill_unread);
    CHECK(found.backfill_read.value_or(Duration{-1}).count() ==
          expected.backfill_read.value_or(Duration{-1}).count());
}

inline void check_equal(const DeletionOutcome& found, const DeletionOutcome& expected) {
    CHECK(found.files == expected.files);
    CHECK(found.bytes.count() == expected.bytes.count());
    CHECK(found.files_living == expected.files_living);
    CHECK(found.bytes_living.count() == expected.bytes_living.count());
    CHECK(found.files_deleted == expected.files_deleted);
    CHECK(found.bytes_deleted.count() == expected.bytes_deleted.count());
    CHECK(found.overwritten == expected.overwritten);
    CHECK(found.unmatched == expected.unmatched);
    CHECK(found.archives_deleted == expected.archives_deleted);
    CHECK(found.archives_deleted_early == expected.archives_deleted_early);
    CHECK(found.dead_now.count() == expected.dead_now.count());
    CHECK(found.dead_most.count() == expected.dead_most.count());
}

inline void check_equal(const CompactionOutcome& found, const CompactionOutcome& expected) {
    CHECK(found.archives == expected.archives);
    CHECK(to_decimal(found.bytes_read) == to_decimal(expected.bytes_read));
    CHECK(to_decimal(found.live_bytes) == to_decimal(expected.live_bytes));
    CHECK(found.new_archives == expected.new_archives);
    CHECK(to_decimal(found.new_bytes) == to_decimal(expected.new_bytes));
}

inline void check_equal(const VaultChange& found, const VaultChange& expected) {
    CHECK(found.archives == expected.archives);
    CHECK(found.bytes.count() == expected.bytes.count());
    CHECK(found.payload.count() == expected.payload.count());
    CHECK(found == expected);
}

/// In the order of hours and tiers: within an hour it does not matter.
inline std::vector<RetrievalUse> sorted(std::vector<RetrievalUse> uses) {
    std::sort(uses.begin(), uses.end(), [](const RetrievalUse& a, const RetrievalUse& b) {
        return std::tuple{a.hour, a.tier} < std::tuple{b.hour, b.tier};
    });
    return uses;
}

/// Deletions of one hour may be added up: their sums are compared.
inline DeletedArchives sum_of(const std::vector<DeletedArchives>& deletions) {
    DeletedArchives sum;
    for (const DeletedArchives& some : deletions) {
        sum.archives += some.archives;
        sum.bytes += some.bytes;
        sum.archive_microseconds += some.archive_microseconds;
        sum.byte_time += some.byte_time;
    }
    return sum;
}

inline void check_equal(const MonthlyLife& found, const MonthlyLife& expected) {
    CHECK(found.month == expected.month);
    CHECK(sorted(found.retrievals) == sorted(expected.retrievals));
    CHECK(to_decimal(found.transfer_out) == to_decimal(expected.transfer_out));
    CHECK(sum_of(found.deleted_early) == sum_of(expected.deleted_early));
    check_equal(found.removed, expected.removed);
    check_equal(found.added, expected.added);
}

inline void check_equal(const LifeResult& found, const LifeResult& expected) {
    REQUIRE(found.restores.size() == expected.restores.size());
    for (std::size_t i = 0; i < found.restores.size(); ++i)
        check_equal(found.restores[i], expected.restores[i]);
    check_equal(found.audit, expected.audit);
    check_equal(found.tests_to_store, expected.tests_to_store);
    check_equal(found.tests_to_region, expected.tests_to_region);
    CHECK(found.tests_failed == expected.tests_failed);
    CHECK(found.tests_short_of_files == expected.tests_short_of_files);
    check_equal(found.damage, expected.damage);
    check_equal(found.reads, expected.reads);
    CHECK(found.full_checks == expected.full_checks);
    check_equal(found.deletions, expected.deletions);
    check_equal(found.compaction, expected.compaction);
    CHECK(found.standing_owners_unknown == expected.standing_owners_unknown);
    CHECK(found.standing_keys_unknown == expected.standing_keys_unknown);
    CHECK(found.archives == expected.archives);
    CHECK(found.bytes.count() == expected.bytes.count());
    REQUIRE(found.months.size() == expected.months.size());
    for (std::size_t i = 0; i < found.months.size(); ++i)
        check_equal(found.months[i], expected.months[i]);
}

}  // namespace firn::service
