#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/sent_archive.hpp"
#include "core/random/stream.hpp"
#include "core/service/archive_life.hpp"
#include "core/service/life_result.hpp"
#include "core/service/service_run.hpp"
#include "core/sim/least_heap.hpp"

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
    struct OnItsWay {
        Duration stored{};
        std::uint64_t number = 0;
        Bytes bytes{};
        Bytes raw{};
        std::uint32_t files = 0;
        FilePlace representative{};

        friend bool operator<(const OnItsWay& a, const OnItsWay& b) {
            return a.stored != b.stored ? a.stored < b.stored : a.number < b.number;
        }
    };

    [[nodiscard]] FilePlace representative_of(const backup::SentArchive& archive) const;
    void store_until(Duration t);

    random::Stream representatives_;
    bool keeps_places_;
    ArchiveLife life_;
    sim::LeastHeap<OnItsWay> on_their_way_;
};

}  // namespace firn::service
