#pragma once

#include "core/random/splitmix.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace firn::service {

/// Which open directory is that of a group of files; that of the backfill's files is another one.
///
/// A few groups get most of the files, one after the other: what was found for them lies ready, and is looked
/// at before the table of all.
class GroupIndex {
  public:
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};

    /// Its place, or kNone: the group has no open directory.
    [[nodiscard]] std::uint32_t find(std::uint64_t group, bool from_backfill) {
        Known& known = known_of(group, from_backfill);
        if (known.directory == kNone || known.group != group) look_up(known, group, from_backfill);
        return known.directory;
    }
    /// The group's open directory is the one at that place from now on.
    void add(std::uint64_t group, bool from_backfill, std::uint32_t directory) {
        all_[from_backfill ? 1 : 0][group] = directory;
        known_of(group, from_backfill) = {group, directory};
    }
    /// The group has no open directory any more.
    void remove(std::uint64_t group, bool from_backfill) {
        all_[from_backfill ? 1 : 0].erase(group);
        Known& known = known_of(group, from_backfill);
        if (known.group == group) known.directory = kNone;
    }

  private:
    struct Known {
        std::uint64_t group = 0;
        std::uint32_t directory = kNone;
    };
    static constexpr unsigned kKnownBits = 6;

    [[nodiscard]] Known& known_of(std::uint64_t group, bool from_backfill) {
        return known_[from_backfill ? 1 : 0][(group * random::kGolden) >> (64 - kKnownBits)];
    }
    void look_up(Known& known, std::uint64_t group, bool from_backfill) const {
        const auto& directories = all_[from_backfill ? 1 : 0];
        const auto found = directories.find(group);
        known = {group, found == directories.end() ? kNone : found->second};
    }

    std::array<std::unordered_map<std::uint64_t, std::uint32_t>, 2> all_;
    std::array<std::array<Known, std::size_t{1} << kKnownBits>, 2> known_;
};

}  // namespace firn::service
