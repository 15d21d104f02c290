#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/sent_archive.hpp"
#include "core/random/stream.hpp"
#include "core/service/archive_life.hpp"
#include "core/service/life_result.hpp"
#include "core/service/service_run.hpp"
#include "core/sim/least_heap.hpp"
#include "core/sim/ring.hpp"

#include <cstdint>

namespace firn::service {

/// Whether the life of archives can follow the pass over the files (backup::replay_sweep), with the same
/// result as run_service(): nothing of the place holds the pipeline up, no download shares its link, and
/// nobody asks which files lie in an archive.
[[nodiscard]] bool can_follow_pass(const ServiceSettings& settings);

/// The life of the archives of one bundle size, which a pass over the files makes.
///
/// The pass hands archives over in order of closing; they live in order of storing. Memory: that of
/// ArchiveLife, and the archives that are being sent.
class LifeAfterPass {
  public:
    LifeAfterPass(const ServiceSettings& settings, const backup::ReplayOptions& options);

    void sent(const backup::SentArchive& archive);

    /// After the last archive, once: what became of them until the horizon.
    [[nodiscard]] LifeResult result();

  private:
    /// When an archive that is being sent is stored.
    struct End {
        Duration stored{};
        std::uint64_t number = 0;

        friend bool operator<(const End& a, const End& b) {
            return a.stored != b.stored ? a.stored < b.stored : a.number < b.number;
        }
    };
    struct OnItsWay {
        Bytes bytes{};
        Bytes raw{};
        FilePlace representative{};
        std::uint32_t files = 0;
        bool is_stored = false;
    };

    [[nodiscard]] FilePlace representative_of(const backup::SentArchive& archive) const;
    void store_until(Duration t);
    void forget_stored();

    random::Stream representatives_;
    bool keeps_places_;
    ArchiveLife life_;
    sim::LeastHeap<End> ends_;
    /// By number, from `first_` on: what is sent first is mostly stored first.
    sim::Ring<OnItsWay> on_their_way_;
    std::uint64_t first_ = 0;
};

}  // namespace firn::service
