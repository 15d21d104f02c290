#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/storage/multipart.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>

namespace firn::backup {

/// Most workers of a pool.
inline constexpr std::uint32_t kMostWorkers = std::uint32_t{1} << 20U;

/// The backup pipeline: fetchers pull files into a directory; a directory that holds a bundle's bytes, or is
/// old enough, is closed and uploaded as one archive. Whoever builds one checks the ranges; the simulation
/// trusts them.
///
/// A transfer of n bytes takes its latency + ceil(n * 10^6 / rate) microseconds, exactly.
struct PipelineSettings {
    /// Fetchers, 1 to kMostWorkers: equal workers that serve files in order of arrival.
    std::uint32_t fetchers = 32;
    /// Time a fetch takes beside its transfer, at least 0.
    Duration fetch_latency{20'000};
    ByteRate fetch_rate{10'000'000};

    Packing packing = Packing::bundled;
    /// Raw bytes at which a directory is closed, at least 1.
    Bytes bundle_size{25'000'000};
    /// Age at which an open directory is closed, at least 1 microsecond; none closes the last one at the last
    /// fetch.
    std::optional<Duration> max_age = Duration{30'000'000};

    /// Uploaders, 1 to kMostWorkers: equal workers that serve directories in order of closing.
    std::uint32_t uploaders = 8;
    /// Time that each call of an upload takes beside its transfer, at least 0.
    Duration upload_latency{50'000};
    ByteRate upload_rate{20'000'000};
    /// Bytes sent in one call, at least 1: an archive up to that size takes one call, a larger one
    /// 2 + ceil(archive / call_size). None: one call up to 4 GiB, above as many as parts are billed.
    std::optional<Bytes> call_size;
    /// How the service lets an archive above 4 GiB be cut; billed requests follow from it.
    storage::PartRule part_rule = storage::PartRule::powers_of_two;
};

/// What the definition of W1 adds to each archive for its billed bytes: the 32 KiB that Amazon Glacier billed
/// for an archive's index and metadata. A number of the replay alone: bills take the overhead from their
/// price book.
inline constexpr Bytes kBilledOverhead = Bytes::from_kib(32);

/// The pipeline of the reference workload W1: the defaults above and calls of 8 MiB.
[[nodiscard]] inline PipelineSettings reference_w1_pipeline() {
    PipelineSettings settings;
    settings.call_size = Bytes::from_mib(8);
    return settings;
}

}  // namespace firn::backup
