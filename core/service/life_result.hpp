#pragma once

#include "core/backup/replay_result.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/byte_time.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What became of archives after they were stored, until the horizon. Sums of bytes that were read again and
// again have 128 bits.
namespace firn::service {

/// What became of the requests of one restore of the list, or of the restore tests to one destination. Files:
/// requests == not_found + restored + open.
struct RestoreOutcome {
    std::string name{};
    std::uint64_t requests = 0;  ///< files asked for, from the end of their lookup on
    std::uint64_t not_found = 0;
    std::uint64_t restored = 0;
    std::uint64_t open = 0;
    // Of those that are found, where files are to be back within a time: how many were, and how many were
    // not, open ones included. The others are open, and their time is not over.
    std::uint64_t in_time = 0;
    std::uint64_t overdue = 0;
    std::uint64_t retrievals = 0;  ///< started
    std::uint64_t joined = 0;      ///< times that a request joined a retrieval
    std::uint64_t served_by_copies = 0;
    std::uint64_t beyond_pacing = 0;  ///< retrievals larger than a day's amount
    UInt128 bytes_retrieved = 0;
    UInt128 bytes_downloaded = 0;
    UInt128 transfer_out = 0;  ///< of these, to outside of the region
    /// When its line started its last retrieval.
    std::optional<Duration> last_start{};
    /// Of the restored files: from the request to the file.
    backup::LatencySummary time{};
    /// Of a batch: when its last file was restored, and how long after it was asked for.
    std::optional<Duration> complete{};
    std::optional<Duration> batch_time{};

    friend bool operator==(const RestoreOutcome&, const RestoreOutcome&) = default;
};

struct AuditOutcome {
    std::uint64_t audits = 0;
    std::uint64_t looked_at = 0;  ///< archives retrieved
    std::uint64_t compared = 0;   ///< of these, those that were ready before the horizon
    UInt128 bytes = 0;            ///< of archives compared
    UInt128 store_bytes = 0;      ///< of living files, read from the store for it

    friend bool operator==(const AuditOutcome&, const AuditOutcome&) = default;
};

/// Archives that were damaged. happened == found + gone + unseen_now.
struct DamageOutcome {
    std::uint64_t happened = 0;
    std::uint64_t found_by_audit = 0;
    std::uint64_t found_by_restore = 0;
    std::uint64_t found_by_restore_test = 0;
    std::uint64_t found_by_compaction = 0;
    std::uint64_t gone = 0;  ///< deleted before it was found
    std::uint64_t unseen_now = 0;
    /// Of those that were found: from the damage to its finding.
    backup::LatencySummary unseen{};
    /// Damaged 365 days or longer before the horizon, and of these found within 365 days.
    std::uint64_t year_old = 0;
    std::uint64_t found_within_year = 0;

    friend bool operator==(const DamageOutcome&, const DamageOutcome&) = default;
};

/// How often archives are read: reads by (archive_microseconds in years) is how often a year.
struct ReadOutcome {
    std::uint64_t reads = 0;  ///< of whole archives, whoever read them
    UInt128 archive_microseconds = 0;
    std::uint64_t never_read = 0;  ///< of those that lie there at the end
    /// Archives of the backfill that nobody has read yet, and when the last one was first read. One that is
    /// deleted unread counts as read then.
    std::uint64_t backfill_unread = 0;
    std::optional<Duration> backfill_read{};

    friend bool operator==(const ReadOutcome&, const ReadOutcome&) = default;
};

/// What a check of all archives would have read at the begin of a month.
struct FullCheck {
    BillingPeriod month{std::chrono::year{1970} / 1};
    std::uint64_t archives = 0;
    Bytes bytes{};

    friend bool operator==(const FullCheck&, const FullCheck&) = default;
};

/// files == living + deleted, in files and in bytes.
struct DeletionOutcome {
    std::uint64_t files = 0;  ///< ever stored
    Bytes bytes{};
    std::uint64_t files_living = 0;
    Bytes bytes_living{};
    std::uint64_t files_deleted = 0;
    Bytes bytes_deleted{};
    std::uint64_t overwritten = 0;  ///< of the files deleted
    /// Deletions of a trace that met no file: of an unknown key, a second time, or before the file was
    /// stored.
    std::uint64_t unmatched = 0;
    /// Archives whose files are all gone, those that compaction replaced included.
    std::uint64_t archives_deleted = 0;
    std::uint64_t archives_deleted_early = 0;
    /// Bytes of dead files in archives that lie there: at the end, and their most.
    Bytes dead_now{};
    Bytes dead_most{};

    friend bool operator==(const DeletionOutcome&, const DeletionOutcome&) = default;
};

struct CompactionOutcome {
    std::uint64_t archives = 0;  ///< retrieved for it
    UInt128 bytes_read = 0;
    UInt128 live_bytes = 0;          ///< of files written anew
    std::uint64_t new_archives = 0;  ///< in place of the old ones
    UInt128 new_bytes = 0;

    friend bool operator==(const CompactionOutcome&, const CompactionOutcome&) = default;
};

/// Retrievals of one tier that were started in the clock hour from `hour` on.
struct RetrievalUse {
    Instant hour{};
    std::size_t tier = 0;  ///< of RetrievalSettings::tiers
    UInt128 bytes = 0;
    std::uint64_t archives = 0;  ///< requests

    friend bool operator==(const RetrievalUse&, const RetrievalUse&) = default;
};

/// Archives that were deleted before their minimum, in one clock hour. All of them are as many whole spans of
/// 30 days old, and all or none are smaller than the minimum size of their class.
struct DeletedArchives {
    Instant at{};  ///< of the first of them
    std::uint64_t archives = 0;
    Bytes bytes{};
    /// The ages of all, and each archive's bytes times its age.
    UInt128 archive_microseconds = 0;
    ByteTime byte_time{};

    friend bool operator==(const DeletedArchives&, const DeletedArchives&) = default;
};

/// Archives that came into the vault in a month, or left it: their amounts, and what they make from then to
/// the month's end. In later months they count for all of the month.
struct VaultChange {
    std::uint64_t archives = 0;
    Bytes bytes{};
    Bytes payload{};  ///< of the files in them, dead ones included
    ByteTime stored{};
    ByteTime payload_time{};
    UInt128 archive_microseconds = 0;

    friend bool operator==(const VaultChange&, const VaultChange&) = default;
};

/// What the life of archives uses in one month. Archives that the pipeline stored are not in it.
struct MonthlyLife {
    BillingPeriod month{std::chrono::year{1970} / 1};
    std::vector<RetrievalUse> retrievals{};  ///< by ascending hour
    UInt128 transfer_out = 0;
    std::vector<DeletedArchives> deleted_early{};
    VaultChange removed{};
    /// The archives of the compaction, each by one upload request.
    VaultChange added{};

    friend bool operator==(const MonthlyLife&, const MonthlyLife&) = default;
};

struct LifeResult {
    std::vector<RestoreOutcome> restores{};  ///< as in Life::restores
    AuditOutcome audit{};
    RestoreOutcome tests_to_store{};
    RestoreOutcome tests_to_region{};
    std::uint64_t tests_failed = 0;  ///< files of the tests that came from a damaged archive
    /// Restore tests that asked for more files than lived: some came more than once.
    std::uint64_t tests_short_of_files = 0;
    DamageOutcome damage{};
    ReadOutcome reads{};
    std::vector<FullCheck> full_checks{};
    DeletionOutcome deletions{};
    CompactionOutcome compaction{};
    std::uint64_t archives = 0;  ///< that lie there at the end
    Bytes bytes{};
    /// Archives that lay there at the start and of which nobody knows the owner, or the key, where that is
    /// asked for.
    std::uint64_t standing_owners_unknown = 0;
    std::uint64_t standing_keys_unknown = 0;
    std::vector<MonthlyLife> months{};  ///< all of the horizon, in order

    friend bool operator==(const LifeResult&, const LifeResult&) = default;
};

}  // namespace firn::service
