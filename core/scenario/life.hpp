#pragma once

#include "core/scenario/batch.hpp"
#include "core/scenario/frequency.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::scenario {

// What happens to archives that are stored (docs/backup-service.md). Shares and rates a year are in percent.
// A tier is the service's name of it; empty: the usual one of the storage class.

/// The way from the vault to a file.
struct RetrievalWay {
    std::optional<std::int64_t> request_rate;  ///< starts of retrievals a second
    bool reuse_ready_copies = false;
    std::int64_t copy_days = 0;
    Duration lookup{};
    std::int64_t downloaders = 0;
    Duration download_latency{};
    ByteRate download_rate{1};
    ByteRate unpack_rate{1};
};

enum class Destination { region, outside };
enum class Pacing { none, free, bytes_per_hour, deadline };

/// Who asks for files: exactly one of `rate`, `trace` and `batch` after validate().
struct Restore {
    std::string name;  ///< empty: "restores 1" for the first of the list
    std::optional<Frequency> rate;
    std::string trace;  ///< empty: none
    std::optional<Batch> batch;
    std::optional<Instant> from;   ///< of a rate
    std::optional<Instant> until;  ///< of a rate
    std::optional<Instant> at;     ///< of a batch
    Destination destination = Destination::outside;
    std::string tier;
    bool ranges = false;
    Pacing pacing = Pacing::none;
    std::optional<Bytes> bytes_per_hour;
    std::optional<Duration> deadline;
};

struct Audit {
    Rational share;  ///< percent of the archives, each time
    Duration every{};
    std::string tier;
};

struct RestoreTest {
    std::int64_t files = 0;
    Duration within{};
    std::string tier;
};

struct Damage {
    Rational rate;  ///< percent of the archives a year
    std::optional<std::int64_t> full_check_months;
};

/// What ends the life of a share of the files: exactly one of `keep` and `rate` after validate().
struct Deletions {
    Rational share;  ///< percent of the files
    std::optional<Duration> keep;
    std::optional<Rational> rate;  ///< percent a year
};

struct Changes {
    Rational overwrites;  ///< percent of the arrivals
    std::string deletion_trace;
    std::optional<Rational> compact_above;  ///< percent of an archive's bytes that are dead
    std::string compaction_tier;            ///< empty: bulk where there is a choice
    std::vector<Deletions> deletions;
};

struct Life {
    RetrievalWay retrieval;
    std::vector<Restore> restores;
    std::optional<Audit> audit;
    std::optional<RestoreTest> restore_test;
    std::optional<Damage> damage;
    std::optional<Changes> changes;

    /// Whether anything is ever retrieved.
    [[nodiscard]] bool retrieves() const {
        return !restores.empty() || audit || restore_test || (changes && changes->compact_above);
    }
};

/// Its name, or what it is called without one; `number` counts from 1.
[[nodiscard]] std::string name_of(const Restore& restore, std::size_t number);

}  // namespace firn::scenario
