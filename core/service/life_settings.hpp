#pragma once

#include "core/random/chance.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What happens to archives that are stored: restores, audits, damage, deletions, compaction. The rules are in
// docs/backup-service.md; whoever fills these checks the ranges.
namespace firn::service {

/// How fast a tier retrieves: evenly drawn from the whole microseconds of [shortest, longest].
struct RetrievalTier {
    std::string name{};  ///< "bulk"; empty where the service has no tiers
    Duration shortest = std::chrono::hours{3};
    Duration longest = std::chrono::hours{5};
};

/// The way from the vault to a file.
struct RetrievalSettings {
    std::vector<RetrievalTier> tiers{RetrievalTier{}};
    /// Starts of retrievals a second; none: no limit.
    std::optional<std::uint32_t> request_rate{};
    bool reuse_ready_copies = false;
    Duration copy_lies = std::chrono::hours{24};
    Duration lookup = std::chrono::milliseconds{5};
    std::uint32_t downloaders = 8;
    Duration download_latency = std::chrono::milliseconds{50};
    ByteRate download_rate{20'000'000};
    ByteRate unpack_rate{100'000'000};
};

enum class Destination { region, outside };
enum class Pacing { none, free_allowance, bytes_per_hour, deadline };

/// A file asked for by a trace: which, by its number among the keys that the run watches, and when.
struct WatchedRequest {
    Duration at{};
    std::uint32_t key = 0;
    Destination destination = Destination::outside;
};

struct Restore {
    enum class Origin { rate, trace, batch };
    std::string name{};
    Origin origin = Origin::rate;
    // Of a rate: mean gap of the requests, and when they come.
    Duration mean_gap{};
    Duration from{};
    std::optional<Duration> until{};
    // Of a batch: when, and which files. Files were selected as they arrived, by this bit of their selection
    // (FileTraits::selected); none: all.
    Duration at{};
    std::optional<unsigned> selection{};
    // Of a batch of a share: the chance of each archive that lies there at the start, taken as one file; of
    // an owner: whose of them it takes.
    random::Chance standing_share{};
    std::optional<std::uint64_t> standing_owner{};
    // Of a trace, ascending.
    std::vector<WatchedRequest> requests{};

    Destination destination = Destination::outside;
    std::size_t tier = 0;  ///< of RetrievalSettings::tiers
    bool ranges = false;
    Pacing pacing = Pacing::none;
    Bytes bytes_per_hour{};  ///< of that pacing
    Duration deadline{};     ///< of that pacing
    /// Files that take longer are overdue.
    std::optional<Duration> within{};
};

struct Audit {
    /// Of the archives, each time, 0 to 1; its denominator is below 2^63. Exact: how many of N are looked at
    /// follows from it.
    Rational share{};
    Duration every = std::chrono::hours{1};
    std::size_t tier = 0;
};

struct RestoreTest {
    std::uint32_t files = 10;
    Duration within = std::chrono::hours{24};
    std::size_t tier = 0;
};

/// What ends the life of a share of the files.
struct Deletions {
    random::Chance share = random::Chance::of(Rational{1});
    std::optional<Duration> keep{};       ///< so long after the arrival
    std::optional<Duration> mean_life{};  ///< else exponential with this mean
};

struct WatchedDeletion {
    Duration at{};
    std::uint32_t key = 0;
};

struct Compaction {
    random::Chance dead_share{};
    std::size_t tier = 0;
};

/// Archives that lie there at the start, all of one size and age.
struct StandingArchives {
    std::string storage_class{};  ///< empty: the scenario's
    std::uint64_t archives = 0;
    Bytes stored{};
    Duration age{};
    /// Of its last archives, each taken as one file: whose it is, and the number of its key among those that
    /// the run watches (kNotWatched: none of them). Of the others nobody knows it. At most as many each as
    /// there are archives.
    std::vector<std::uint64_t> owners{};
    std::vector<std::uint32_t> watched{};
};

struct Life {
    RetrievalSettings retrieval{};
    std::vector<Restore> restores{};
    std::optional<Audit> audit{};
    std::optional<RestoreTest> restore_test{};
    /// Mean time to the damage of an archive.
    std::optional<Duration> mean_time_to_damage{};
    /// What a full check every so many months would read.
    std::optional<std::uint32_t> full_check_months{};
    std::vector<Deletions> deletions{};
    std::vector<WatchedDeletion> watched_deletions{};
    random::Chance overwrites{};
    std::optional<Compaction> compaction{};
    /// The class's minimum: an archive deleted before it is deleted early.
    Duration minimum_duration{};
    /// The class's minimum: a smaller archive is billed as if it had this size.
    Bytes minimum_size{};
};

/// Whether anybody will ask for single files.
[[nodiscard]] inline bool asks_for_files(const Life& life) {
    return !life.restores.empty() || life.restore_test.has_value();
}

}  // namespace firn::service
