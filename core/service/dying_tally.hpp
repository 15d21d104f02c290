#pragma once

#include "core/service/file.hpp"
#include "core/service/stored_archive.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::service {

/// Of the files of one open directory, how many fall under each entry of Life::deletions.
class DyingTally {
  public:
    /// There are none yet.
    void begin(std::size_t entries) { counts_.assign(entries + 1, {}); }

    /// The file that is number `place` in the directory. Its entry is as good as random: each file is counted
    /// in the same way, those that live on as well, because nobody could guess.
    void add(const File& file, std::uint32_t place) {
        Count& count = counts_[std::min<std::size_t>(file.dying, counts_.size() - 1)];
        ++count.files;
        count.first = std::min(count.first, place);
        count.bytes += file.size;
        count.last_arrival = std::max(count.last_arrival, file.arrival);
    }

    /// Adds those that die to the list, the entry whose first file came first before the others.
    void list(std::vector<DyingFiles>& dying) const;

  private:
    struct Count {
        std::uint32_t files = 0;
        std::uint32_t first = ~std::uint32_t{0};
        Bytes bytes{};
        Duration last_arrival{};
    };

    /// By entry; the last one is of those that live on.
    std::vector<Count> counts_;
};

}  // namespace firn::service
