#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/byte_time.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::backup {

/// Time of the files from their arrival to the end of their archive's upload.
///
/// A quantile q is the latency of rank ceil(q * files), counted from 1, in ascending order.
struct LatencySummary {
    /// Microseconds of all files.
    UInt128 sum = 0;
    /// Rounded down.
    Duration mean{};
    Duration p50{};
    Duration p95{};
    Duration p99{};
    /// Always exact.
    Duration max{};
    /// False when the quantiles come from a sketch: then each is at most 0.4 % above the exact one, never
    /// below.
    bool quantiles_exact = true;
    /// Files with a longer latency than ReplayOptions::late_after, where that is asked for: then the
    /// quantiles are not known, and zero.
    std::optional<std::uint64_t> late{};

    friend bool operator==(const LatencySummary&, const LatencySummary&) = default;
};

/// Bytes that have arrived and are not yet confirmed: a file counts from its arrival (included) to the end of
/// its archive's upload (excluded).
struct AtRisk {
    /// Over all time; divided by a length of time it is a mean.
    ByteTime integral;
    Bytes maximum;

    friend bool operator==(const AtRisk&, const AtRisk&) = default;
};

/// What the service meters in one month of the horizon, exact to the byte-microsecond.
///
/// The first month begins with the scenario. Archives lie there from the end of their upload to the horizon's
/// end.
struct MonthlyUsage {
    BillingPeriod month{std::chrono::year{1970} / 1};
    /// Bytes of the archives as they were sent, without the vendor's overhead.
    ByteTime stored;
    /// Number of archives times microseconds: times an overhead in bytes, it is the overhead's byte-time.
    UInt128 archive_microseconds = 0;
    /// Bytes of the files in the archives.
    ByteTime payload;
    /// Archives whose upload ended in the month, and their bytes.
    std::uint64_t archives_uploaded = 0;
    Bytes bytes_uploaded;
    /// What these uploads sent: one piece each, or one a part (storage::plan_parts).
    std::uint64_t upload_requests = 0;
    /// Of the archives uploaded, those that went up in more than one part.
    std::uint64_t uploaded_in_parts = 0;

    friend bool operator==(const MonthlyUsage&, const MonthlyUsage&) = default;
};

/// The archives whose directories were closed in one hour of the day, over all days of a replay.
struct HourOfDay {
    std::uint64_t archives = 0;
    /// Of these, closed because of their age.
    std::uint64_t closed_by_age = 0;
    /// Bytes of the files in them; divided by `archives`, the size that bundles really had in this hour.
    Bytes raw_bytes{};

    friend bool operator==(const HourOfDay&, const HourOfDay&) = default;
};

/// By the hour of the closing, UTC: entry 0 is from midnight to one o'clock.
using HoursOfDay = std::array<HourOfDay, 24>;

/// What a replay of a workload through the pipeline gives. Times are since the scenario's start.
struct ReplayResult {
    /// The bundle size and the largest age that were replayed.
    Bytes bundle_size;
    std::optional<Duration> max_age{};
    std::uint64_t files = 0;
    std::uint64_t archives = 0;
    /// Archives whose directory was closed because of its age.
    std::uint64_t closed_by_age = 0;
    /// Bytes of the files.
    Bytes raw_bytes;
    /// Bytes of the archives (tar with its headers, padding and end).
    Bytes archive_bytes;
    /// archive_bytes and kBilledOverhead for each archive.
    Bytes billed_bytes;
    /// Calls that the uploaders waited for; what is billed is in `months`.
    std::uint64_t upload_requests = 0;
    /// End of the last upload.
    Duration makespan{};
    /// Microseconds that files waited for a fetcher.
    UInt128 fetch_wait_sum = 0;
    LatencySummary latency;
    /// Sum over archives, mod 2^64, of mix(mix(mix(closed) + done) + archive bytes): equal when all archives
    /// are.
    std::uint64_t fingerprint = 0;
    /// Sum over files of the size of their archive: divided by `files`, what one file's restore reads.
    UInt128 restore_read = 0;
    AtRisk at_risk;
    HoursOfDay hours{};
    /// In order; at least as many as the options ask for.
    std::vector<MonthlyUsage> months;
    /// Archives whose upload ended after the horizon and which `months` therefore do not know.
    std::uint64_t archives_past_horizon = 0;

    friend bool operator==(const ReplayResult&, const ReplayResult&) = default;
};

/// What the restore of one file reads: the mean of `restore_read` over the files, rounded down; 0 without
/// files.
[[nodiscard]] Bytes mean_restore_read(const ReplayResult& result);

/// The size that bundles really had: bytes of the files by archives, rounded down; 0 without archives.
[[nodiscard]] Bytes mean_bundle(const ReplayResult& result);
[[nodiscard]] Bytes mean_bundle(const HourOfDay& hour);

}  // namespace firn::backup
