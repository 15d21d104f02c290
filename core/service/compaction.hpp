#pragma once

#include "core/random/stream.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_outages.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/vault.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// Archives with too many dead bytes are retrieved, and their living files stored anew in archives of their
/// own. Until the new archive is stored the old ones lie there.
class Compactor {
  public:
    Compactor(const Compaction& compaction, const RetrievalTier& tier, Bytes bundle_size, std::uint64_t seed,
              Vault& vault, LifeQueue& queue, LifeOutages& outages);

    /// Files of the archive have died.
    void look_at(std::uint64_t archive, Duration now);
    /// The event compaction_begins: no outage holds any more.
    void begin(std::uint64_t archive, Duration now);
    /// The event compaction_reads: the archive is ready.
    void read(std::uint64_t archive, Duration now);
    /// The event compaction_closes of the directory with that number.
    void close(std::uint64_t directory, Duration now);

    [[nodiscard]] const CompactionOutcome& outcome() const { return outcome_; }

  private:
    struct Together {
        ArchiveRecord record{};
        ArchiveContent content{};
    };

    [[nodiscard]] Together new_archive(Duration now);
    void take(std::uint64_t old, Together& together);

    const Compaction& compaction_;
    const RetrievalTier& tier_;
    Bytes bundle_size_;
    random::Stream times_;
    random::Stream representatives_;
    Vault& vault_;
    LifeQueue& queue_;
    LifeOutages& outages_;
    CompactionOutcome outcome_;
    std::uint64_t drawn_ = 0;
    /// The open directory: the archives of its files.
    std::vector<std::uint64_t> olds_;
    std::uint64_t directory_ = 0;
    Bytes filled_{};
};

}  // namespace firn::service
