#pragma once

#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::scenario {

// What limits the place in which a backup runs, and what goes wrong there (docs/backup-service.md). Shares
// and chances are in percent.

/// Failures of single attempts, and what becomes of them.
struct Faults {
    Rational fetch_failure;   ///< percent of the attempts
    Rational upload_failure;  ///< percent of the attempts
    Rational vanished;        ///< percent of the files
    std::int64_t attempts = 0;
    Duration pause{};
    Duration longest_pause{};
    Rational jitter;  ///< percent of a pause

    /// Whether an attempt can fail.
    [[nodiscard]] bool can_fail() const { return fetch_failure > 0 || upload_failure > 0; }
};

enum class GroupBy { arrival, owner, prefix, expiry };

/// Which files share an archive.
struct Bundling {
    GroupBy by = GroupBy::arrival;
    std::int64_t prefix_parts = 0;
    Duration expiry_step{};
    std::optional<Bytes> alone_above;
    Rational compression{100};  ///< percent that is left of an archive
};

/// How many workers there are from an instant on, or from an hour of every day on.
struct WorkerChange {
    std::optional<Instant> from;
    std::optional<std::int64_t> hour;  ///< of the day, UTC, 0 to 23
    std::optional<std::int64_t> fetchers;
    std::optional<std::int64_t> uploaders;
};

/// What is out during an outage.
enum class Resource { store, network, service };

/// A planned outage (`at`, `length`), or one that comes again and again by chance (`every`, `lasts`).
struct Outage {
    Resource resource = Resource::service;
    std::optional<Instant> at;
    std::optional<Duration> length;
    std::optional<Duration> every;
    std::optional<Duration> lasts;
    bool exponential = false;  ///< how long one by chance lasts

    [[nodiscard]] bool is_planned() const { return at || length; }
    [[nodiscard]] bool is_random() const { return every || lasts; }
};

struct Place {
    std::optional<Bytes> staging;
    std::optional<ByteRate> link;
    Faults faults;
    Bundling bundling;
    std::vector<WorkerChange> schedule;
    std::vector<Outage> outages;
};

}  // namespace firn::scenario
