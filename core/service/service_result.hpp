#pragma once

#include "core/backup/replay_result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// Where the live files are: arrived == stored + waiting + failed + vanished, at any instant.
struct FileStates {
    std::uint64_t arrived = 0;
    std::uint64_t stored = 0;
    /// In a line, being fetched, in a directory, being uploaded or in a pause.
    std::uint64_t waiting = 0;
    std::uint64_t failed = 0;
    /// Gone before they could be fetched, deleted ones included.
    std::uint64_t vanished = 0;

    friend bool operator==(const FileStates&, const FileStates&) = default;
};

/// The same in bytes.
struct ByteStates {
    Bytes arrived;
    Bytes stored;
    Bytes waiting;
    Bytes failed;
    Bytes vanished;

    friend bool operator==(const ByteStates&, const ByteStates&) = default;
};

/// What failed, of live files and the backfill together.
struct FaultCounts {
    std::uint64_t fetch_attempts = 0;
    std::uint64_t fetch_attempts_failed = 0;
    std::uint64_t files_given_up = 0;
    std::uint64_t upload_attempts = 0;
    std::uint64_t upload_attempts_failed = 0;
    std::uint64_t archives_given_up = 0;
    std::uint64_t files_in_archives_given_up = 0;
    std::uint64_t files_vanished = 0;
    /// Of these, because their `keep` had ended.
    std::uint64_t deleted_before_fetch = 0;

    friend bool operator==(const FaultCounts&, const FaultCounts&) = default;
};

/// What became of the backfill.
struct BackfillOutcome {
    FileStates files;
    ByteStates bytes;
    std::uint64_t archives = 0;
    /// When its last file was stored, failed or was found vanished; none: the run ended before.
    std::optional<Duration> done{};
    std::uint32_t dead_drives = 0;
    std::uint64_t files_on_dead_drives = 0;
    Bytes bytes_on_dead_drives{};
    /// Of live files that arrived before it was done, and of those that came later.
    backup::LatencySummary live_meanwhile;
    backup::LatencySummary live_afterwards;
    /// Of those that arrived before it was done, as they would be without it; absent where nobody asked.
    std::optional<backup::LatencySummary> live_without{};

    friend bool operator==(const BackfillOutcome&, const BackfillOutcome&) = default;
};

/// The work of a pool.
struct PoolOutcome {
    /// At the start.
    std::uint32_t workers = 0;
    /// Microseconds of work in each hour since the start.
    std::vector<std::uint64_t> busy_by_hour{};
    /// The longest line before it.
    std::uint64_t longest_line = 0;

    friend bool operator==(const PoolOutcome&, const PoolOutcome&) = default;
};

/// What the pipeline of a run did.
struct PipelineOutcome {
    /// As of the plain pipeline: archives, requests, months and fingerprint of live files and the backfill
    /// together; latency, waits and bytes at risk of the live files; files are those stored.
    backup::ReplayResult replay;
    FileStates files;
    ByteStates bytes;
    FaultCounts faults;
    std::optional<BackfillOutcome> backfill{};
    PoolOutcome fetchers;
    PoolOutcome uploaders;
    Bytes staging_most{};
    std::uint64_t closed_for_room = 0;
    /// The oldest file that ever waited to be stored, given up or found vanished: its age then.
    Duration oldest_unprotected{};

    friend bool operator==(const PipelineOutcome&, const PipelineOutcome&) = default;
};

}  // namespace firn::service
