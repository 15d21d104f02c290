#pragma once

#include "core/service/stored_archive.hpp"
#include "core/service/vault.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace firn::service {

/// Where the files are whose keys the run watches. Of a key that comes again the latest file counts.
class WatchedFiles {
  public:
    static constexpr std::uint64_t kNoGroup = std::numeric_limits<std::uint64_t>::max();

    struct Found {
        std::uint64_t archive = 0;
        std::uint64_t group = kNoGroup;  ///< whose only file it is (FileGroups)
        FilePlace place{};
    };

    void stored(std::uint64_t archive, std::span<const WatchedFile> files);
    /// nullopt: it is not stored, or does not live.
    [[nodiscard]] std::optional<Found> find(std::uint32_t key, Vault& vault) const;
    /// The file that is known by that key is all of that group.
    void belongs(std::uint32_t key, std::uint64_t group) { files_[key]->group = group; }
    void forget(std::uint32_t key) { files_[key].reset(); }
    /// The same, if the key does not stand for a later file.
    void forget(std::uint32_t key, std::uint64_t group) {
        if (files_[key] && files_[key]->group == group) forget(key);
    }

  private:
    std::vector<std::optional<Found>> files_;
};

}  // namespace firn::service
