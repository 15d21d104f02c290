#pragma once

#include "core/random/stream.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/stored_archive.hpp"
#include "core/service/vault.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// Ends the lives of files: those of one `keep` in one archive together, those that die at random times one
/// after the other, each with the mean of the bytes that are left.
class Deaths {
  public:
    Deaths(const std::vector<Deletions>& deletions, std::uint64_t seed, Vault& vault, LifeQueue& queue);

    void stored(std::uint64_t archive, const StoredArchive& stored);
    /// An archive that lies there at the start is one file of that age.
    void standing(std::uint64_t archive, const ArchiveRecord& record);

    /// The event files_die. Gives the archive.
    std::uint64_t die(std::uint64_t group, Duration now);

  private:
    /// Files of one entry in one archive that live.
    struct Group {
        std::uint64_t archive = 0;
        std::uint64_t next_draw = 0;
        std::uint32_t entry = 0;
        std::uint32_t files = 0;
        Bytes bytes{};
    };

    void add(std::uint64_t archive, const DyingFiles& files, std::uint64_t first_draw, Duration now);
    [[nodiscard]] Duration next_death(Group& group, Duration now) const;
    void plan(std::uint64_t group, Duration at);

    const std::vector<Deletions>& deletions_;
    random::Stream lives_;
    random::Stream standing_entries_;
    Vault& vault_;
    LifeQueue& queue_;
    std::vector<Group> groups_;
    std::vector<std::uint64_t> unused_;
    std::uint64_t files_ = 0;     ///< stored so far: each has a draw
    std::uint64_t standing_ = 0;  ///< archives so far
};

}  // namespace firn::service
