#pragma once

#include "core/service/file.hpp"
#include "core/service/life_settings.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::service {

/// Which entry of Life::deletions a file falls under, by chance.
class DeletionEntries {
  public:
    explicit DeletionEntries(const std::vector<Deletions>& deletions) {
        std::uint64_t sum = 0;
        for (const Deletions& entry : deletions)
            below_.push_back(sum += entry.share.parts());
    }

    [[nodiscard]] bool empty() const { return below_.empty(); }

    /// kLivesOn: none. All entries are looked at: nobody could guess at which to stop.
    [[nodiscard]] std::uint8_t entry_of(std::uint64_t random_bits) const {
        std::size_t entry = 0;
        for (const std::uint64_t below : below_)
            entry += (random_bits >> 32U) >= below ? 1U : 0U;
        return entry == below_.size() ? kLivesOn : static_cast<std::uint8_t>(entry);
    }

  private:
    /// The shares up to and with each entry's, of 2^32.
    std::vector<std::uint64_t> below_;
};

}  // namespace firn::service
