#pragma once

#include "core/service/catalogue.hpp"
#include "core/service/damage.hpp"
#include "core/service/life_meter.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace firn::service {

/// The archives that lie there, and what is counted whenever one comes, is read, loses files or is deleted.
class Vault {
  public:
    Vault(const Life& life, Instant start, Duration horizon, std::uint64_t seed);

    /// From the pipeline, or there at the start.
    std::uint64_t store(const ArchiveRecord& record, const ArchiveContent& content);
    /// An archive in place of others, whose files go into it.
    std::uint64_t store_compacted(const ArchiveRecord& record, const ArchiveContent& content, Duration now);
    void replace(std::uint64_t old, std::uint64_t by, Duration now);

    /// Files die, at most as many as live; the archive is deleted with the last of them.
    void let_die(std::uint64_t number, std::uint64_t files, Bytes bytes, Duration now);
    /// All of it. Gives whether it was damaged.
    bool read(std::uint64_t number, Reader reader, Duration now);

    /// To be told of archives whose files have moved into another.
    void when_replaced(std::function<void(std::uint64_t old, std::uint64_t by)> tell) {
        tell_replaced_ = std::move(tell);
    }
    /// To be told of the latest retrieval of an archive whose files have moved, after the move.
    void when_moved(std::function<void(std::uint32_t retrieval)> tell) { tell_moved_ = std::move(tell); }

    /// Where the files of an archive are today: compaction may have moved them.
    [[nodiscard]] std::uint64_t today(std::uint64_t number) const;
    /// How many of 2^32 files that an archive had when it was stored live today, of which it had `files`.
    [[nodiscard]] std::uint64_t living_share(std::uint64_t number, std::uint32_t files) const;
    /// How many files of an archive lived when compaction moved them; nullopt: it did not.
    [[nodiscard]] std::optional<std::uint32_t> lived_when_moved(std::uint64_t number) const;
    [[nodiscard]] ArchiveRecord* find(std::uint64_t number) { return catalogue_.find(number); }
    /// Of an archive that lives.
    [[nodiscard]] ArchiveContent content_of(std::uint64_t number) const {
        return catalogue_.content_of(number);
    }
    [[nodiscard]] Bytes raw_of(std::uint64_t number) const { return catalogue_.raw_of(number); }
    [[nodiscard]] FilePlace representative_of(std::uint64_t number) const {
        return catalogue_.representative_of(number);
    }
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] LifeMeter& meter() { return meter_; }

    /// At the horizon: what the vault knows.
    void describe(LifeResult& result) const;

  private:
    std::uint64_t add(const ArchiveRecord& record, const ArchiveContent& content);
    void remove(std::uint64_t number, ArchiveRecord& record, Duration now);
    void note_read(ArchiveRecord& record, Duration now);

    Duration horizon_;
    Catalogue catalogue_;
    LifeMeter meter_;
    Damage damage_;
    DeletionOutcome deletions_;
    ReadOutcome reads_;
    /// Where the living files of an archive went.
    struct Move {
        std::uint64_t to = 0;
        std::uint32_t living = 0;
        std::uint32_t together = 0;  ///< living files of all archives that went there
    };
    std::unordered_map<std::uint64_t, Move> moved_;
    std::function<void(std::uint64_t, std::uint64_t)> tell_replaced_;
    std::function<void(std::uint32_t)> tell_moved_;
};

}  // namespace firn::service
