#include "core/service/dying_tally.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

void DyingTally::list(std::vector<DyingFiles>& dying) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_first;
    for (std::uint32_t entry = 0; entry + 1 < counts_.size(); ++entry) {
        if (counts_[entry].files > 0) by_first.emplace_back(counts_[entry].first, entry);
    }
    std::sort(by_first.begin(), by_first.end());
    for (const auto& [first, entry] : by_first) {
        const Count& count = counts_[entry];
        dying.push_back({entry, count.files, count.bytes, count.last_arrival});
    }
}

}  // namespace firn::service
