#pragma once

#include "core/random/stream.hpp"
#include "core/service/auditor.hpp"
#include "core/service/compaction.hpp"
#include "core/service/deaths.hpp"
#include "core/service/download_link.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_outages.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/midnight.hpp"
#include "core/service/restore_process.hpp"
#include "core/service/restore_tests.hpp"
#include "core/service/retrieval_desk.hpp"
#include "core/service/stored_archive.hpp"
#include "core/service/vault.hpp"
#include "core/service/watched_files.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace firn::service {

/// What happens to archives once they are stored, from event to event (docs/backup-service.md, Life of an
/// archive). Times count from the start, which is a midnight. Nothing happens at the horizon or later.
///
/// Memory: 64 bytes for each archive that lies there, 32 if it is one file, what is under way, and a group
/// for each archive whose files will die before the horizon.
class ArchiveLife {
  public:
    ArchiveLife(Life life, Instant start, Duration horizon, std::uint64_t seed,
                const std::vector<StandingArchives>& standing, Bytes bundle_size);
    ArchiveLife(const ArchiveLife&) = delete;
    ArchiveLife& operator=(const ArchiveLife&) = delete;
    ~ArchiveLife() = default;

    // Before the first event:

    /// Downloads to outside of the region are carried by that link, whose owner tells when each has ended.
    void set_link(DownloadLink* link) { desk_.set_link(link); }
    /// Of network and service; without this there are none. `resume`: the first instant from t on that is
    /// outside of outages. `end_of`: when an attempt of that length ends that begins at t.
    void set_outages(std::function<Duration(Duration)> resume,
                     std::function<Duration(Duration, Duration)> end_of);

    /// To be told of each retrieval that starts, whoever asks for it.
    void when_retrieved(std::function<void(Bytes bytes, Duration now)> tell) {
        vault_.meter().when_retrieved(std::move(tell));
    }

    /// An archive is stored, not before the last archive or event. All events before it are handled first.
    void store(const StoredArchive& archive);

    /// When the next event is; Duration::max(): none before the horizon.
    [[nodiscard]] Duration next() const { return queue_.next_at(); }
    /// Handles it; there must be one.
    void step();
    /// Handles all events before t.
    void run_until(Duration t);
    /// The link has carried a download.
    void download_ended(std::uint64_t id, Duration now);

    // What can be watched between events.
    [[nodiscard]] std::uint64_t archives() const {
        return vault_.catalogue().archives() + unlisted_archives_;
    }
    [[nodiscard]] Bytes bytes() const { return vault_.catalogue().bytes() + unlisted_bytes_; }
    /// Files that live in them; each archive that lay there at the start counts as one.
    [[nodiscard]] std::uint64_t files() const { return vault_.catalogue().files() + unlisted_archives_; }
    [[nodiscard]] Bytes dead_bytes() const { return vault_.catalogue().dead(); }
    /// Retrievals of restores that were started and are not ready.
    [[nodiscard]] std::uint64_t retrievals_under_way() const { return desk_.under_way(); }

    /// Handles what is left before the horizon. Afterwards nothing may be called but what only looks.
    [[nodiscard]] LifeResult result();
    /// The sizes of the archives that lie there, in the order in which they were stored.
    [[nodiscard]] std::vector<Bytes> sizes() const;

  private:
    void plan_months();
    void add_standing(const std::vector<StandingArchives>& standing);
    void count_unknown(const StandingArchives& standing);
    [[nodiscard]] bool needs_catalogue() const;
    void overwrite(const StoredArchive& archive);
    void handle(const LifeEvent& event, Duration now);
    void request(const LifeEvent& event, Duration now);
    void begin_month(std::uint64_t months, Duration now);
    void die_watched(std::uint64_t number, Duration now);
    void files_died(std::uint64_t archive, Duration now);

    Life life_;
    Instant start_;
    LifeOutages outages_;
    LifeQueue queue_;
    Vault vault_;
    Midnight midnight_;
    WatchedFiles watched_;
    RetrievalDesk desk_;
    std::deque<RestoreProcess> restores_;
    std::optional<RestoreTests> tests_;
    std::optional<Auditor> auditor_;
    std::optional<Compactor> compactor_;
    Deaths deaths_;
    random::Stream overwritten_;
    random::Stream overwritten_files_;
    std::vector<std::uint64_t> draws_;
    std::uint64_t arrived_ = 0;  ///< live files stored so far
    std::uint64_t overwrites_ = 0;
    std::uint64_t replaced_ = 0;  ///< files, by them
    std::uint64_t unmatched_deletions_ = 0;
    std::vector<FullCheck> full_checks_;
    /// What lay there at the start, when nobody will ask for it.
    std::uint64_t unlisted_archives_ = 0;
    Bytes unlisted_bytes_{};
    std::uint64_t standing_owners_unknown_ = 0;
    std::uint64_t standing_keys_unknown_ = 0;
};

}  // namespace firn::service
