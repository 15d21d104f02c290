#pragma once

#include "core/service/stored_archive.hpp"
#include "core/service/vault.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace firn::service {

/// Where the files are whose keys the run watches. Of a key that comes again the latest file counts.
class WatchedFiles {
  public:
    struct Found {
        std::uint64_t archive = 0;
        FilePlace place{};
    };

    void stored(std::uint64_t archive, std::span<const WatchedFile> files);
    /// nullopt: it is not stored, or does not live.
    [[nodiscard]] std::optional<Found> find(std::uint32_t key, Vault& vault) const;
    void forget(std::uint32_t key) { files_[key].reset(); }

  private:
    std::vector<std::optional<Found>> files_;
};

}  // namespace firn::service
