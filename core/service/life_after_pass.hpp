#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/backup/replay.hpp"
#include "core/backup/sent_archive.hpp"
#include "core/random/stream.hpp"
#include "core/service/archive_life.hpp"
#include "core/service/life_result.hpp"
#include "core/service/service_run.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

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
        Bytes bytes{};
        Bytes raw{};
        FilePlace representative{};
        std::uint32_t files = 0;
    };

    [[nodiscard]] FilePlace representative_of(const backup::SentArchive& archive) const;
    void store_until(Duration t);
    void forget_stored();

    random::Stream representatives_;
    bool keeps_places_;
    ArchiveLife life_;
    /// In the order in which they are stored, and of equal ones in which they were sent; the first `stored_`
    /// of them are. They nearly come in that order: each only overtakes what is uploaded at the same time.
    std::vector<OnItsWay> on_their_way_;
    std::size_t stored_ = 0;
};

}  // namespace firn::service
