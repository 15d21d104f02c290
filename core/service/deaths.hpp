#pragma once

#include "core/random/draws_ahead.hpp"
#include "core/random/stream.hpp"
#include "core/service/deletion_entries.hpp"
#include "core/service/file_groups.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/stored_archive.hpp"
#include "core/service/vault.hpp"
#include "core/service/watched_files.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// Ends the lives of files: those of one `keep` in one archive together, those that die at random times one
/// after the other, each with the mean of the bytes that are left; those that are replaced, or deleted by
/// key, out of the group to which they belong. A file whose key is watched is a group of its own.
class Deaths {
  public:
    /// What it refers to must outlive it.
    Deaths(const Life& life, std::uint64_t seed, Vault& vault, WatchedFiles& watched, LifeQueue& queue);

    /// Where its watched files are is known already.
    void stored(std::uint64_t archive, const StoredArchive& stored);
    /// An archive that lies there at the start is one file of that age.
    /// `key`: that the run watches, or kNotWatched.
    void standing(std::uint64_t archive, const ArchiveRecord& record, std::uint32_t key);

    // Each gives the archive that has lost files.

    /// The event files_die.
    std::uint64_t die(std::uint64_t group, Duration now);
    /// A file has come in place of one of the archive's living files, each of them alike likely.
    std::uint64_t overwrite(std::uint64_t archive, Duration now);
    /// The file with that key is deleted.
    std::uint64_t remove(std::uint32_t key, const WatchedFiles::Found& found, Duration now);

  private:
    void add(FileGroup group, Duration last_arrival, Duration now);
    void add_watched(std::uint64_t archive, const WatchedFile& file, std::uint64_t draw, Duration now);
    [[nodiscard]] bool end_together(const FileGroup& group) const;
    [[nodiscard]] Duration next_death(FileGroup& group, Duration now) const;
    void plan(std::uint64_t number, Duration at);
    [[nodiscard]] bool is_of_the_living(const FileGroup& group);
    void end(std::uint64_t number, std::uint32_t files, Duration now);
    void leave(std::uint64_t number);

    const std::vector<Deletions>& deletions_;
    DeletionEntries entries_;
    /// Whether files can end otherwise than by their entry, so that it must be known who lives where.
    bool tracks_;
    random::Stream lives_;
    random::Stream living_;
    random::Stream places_;
    random::DrawsAhead standing_entries_;
    Vault& vault_;
    WatchedFiles& watched_;
    LifeQueue& queue_;
    FileGroups groups_;
    std::uint64_t files_ = 0;     ///< stored so far: each has a draw
    std::uint64_t standing_ = 0;  ///< archives so far
    std::uint64_t drawn_living_ = 0;
    std::uint64_t drawn_places_ = 0;
};

}  // namespace firn::service
