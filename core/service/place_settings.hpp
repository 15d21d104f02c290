#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/random/chance.hpp"
#include "core/service/compression.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

// What limits the place in which the backup runs, and what goes wrong there. The rules are in
// docs/backup-service.md; whoever fills these checks the ranges.
namespace firn::service {

/// What becomes of a failed attempt.
struct RetryPolicy {
    /// Failed attempts after which a file or an archive is given up, 1 to 60.
    std::uint32_t attempts = 5;
    /// After failure k: the pause times 2^(k-1), at most the longest.
    Duration pause = std::chrono::seconds{1};
    Duration longest_pause = std::chrono::minutes{5};
    /// Up to this part of a pause is taken off, evenly drawn.
    random::Chance jitter{};
};

struct Faults {
    random::Chance fetch_failure{};   ///< of an attempt
    random::Chance upload_failure{};  ///< of an attempt
    random::Chance vanished{};        ///< of a file, before it is fetched
    RetryPolicy retry{};
};

/// What is out during an outage.
enum class Resource { store, network, service };

/// One outage: [begin, begin + length), since the scenario's start.
struct PlannedOutage {
    Resource resource = Resource::service;
    Duration begin{};
    Duration length{};
};

/// Outages that come by chance.
struct RandomOutages {
    Resource resource = Resource::service;
    /// Mean time from the end of one to the begin of the next.
    Duration every{};
    /// How long one lasts, or the mean of it.
    Duration lasts{};
    bool exponential = false;
};

/// Workers from an instant on, or from an hour of every day on. None: as before.
struct WorkerChange {
    Duration at{};  ///< since the scenario's start, or since midnight where the schedule is daily
    std::optional<std::uint32_t> fetchers{};
    std::optional<std::uint32_t> uploaders{};
};

struct WorkerSchedule {
    bool daily = false;
    /// Ascending, no two at one time.
    std::vector<WorkerChange> changes{};
};

enum class GroupBy { arrival, owner, prefix, expiry };

/// Which files share an archive.
struct BundlingPolicy {
    GroupBy by = GroupBy::arrival;
    /// Files that expire within the same step share a group; at least 1 us.
    Duration expiry_step = std::chrono::hours{24};
    /// A larger file goes alone.
    std::optional<Bytes> alone_above{};
    Compression compression{};
};

/// Drives on which the backfill lies, one after the other.
struct Drives {
    Bytes each{};  ///< at least 1
    /// How many there are, of which the last holds what is left over; none: as many as it takes.
    std::optional<std::uint64_t> count{};
    random::Chance dead{};      ///< of a drive: its files are lost
    std::uint32_t at_once = 1;  ///< mounted, at least 1
    Duration swap_time = std::chrono::hours{1};
};

struct Place {
    std::optional<Bytes> staging{};
    std::optional<ByteRate> link{};
    WorkerSchedule schedule{};
    Faults faults{};
    std::vector<PlannedOutage> planned_outages{};
    std::vector<RandomOutages> random_outages{};
    BundlingPolicy bundling{};
    /// The part of the workers, rounded down but at least one, that may be busy with the backfill.
    random::Chance backfill_share = random::Chance::of(Rational{1});
    std::optional<Drives> drives{};
};

}  // namespace firn::service
