#pragma once

#include "core/service/file.hpp"
#include "core/units/bytes.hpp"

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace firn::service {

/// As the entry of a group: nothing of the scenario's deletions ends it.
inline constexpr std::uint32_t kNoEntry = std::numeric_limits<std::uint32_t>::max();

/// Files of one archive that live, and that fall under one entry of Life::deletions.
struct FileGroup {
    std::uint64_t archive = 0;
    std::uint64_t next_draw = 0;  ///< of the lives of its files
    std::uint32_t entry = kNoEntry;
    std::uint32_t files = 0;
    /// When the next death was planned.
    std::uint32_t files_then = 0;
    /// Of a group that is one file with a watched key.
    std::uint32_t key = kNotWatched;
    Bytes bytes{};
    /// An event is to come that names it.
    bool is_planned = false;
};

/// The groups by number, and, where that is asked for, by archive.
class FileGroups {
  public:
    explicit FileGroups(bool by_archive) : is_by_archive_{by_archive} {}

    /// Gives its number.
    std::uint64_t add(const FileGroup& group);
    [[nodiscard]] FileGroup& at(std::uint64_t number) { return groups_[number]; }
    /// Its number can be another's.
    void release(std::uint64_t number);

    /// Numbers of the groups that live in an archive; none where groups are not kept by archive.
    [[nodiscard]] const std::vector<std::uint64_t>& of(std::uint64_t archive) const;
    /// What lives in one archive lives in the other from now on.
    void move(std::uint64_t from, std::uint64_t to);

  private:
    bool is_by_archive_;
    std::vector<FileGroup> groups_;
    std::vector<std::uint64_t> unused_;
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> by_archive_;
};

}  // namespace firn::service
