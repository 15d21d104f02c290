#include "core/service/dying_tally.hpp"

#include <algorithm>
#include <iterator>

namespace firn::service {

void DyingTally::list(std::vector<DyingFiles>& dying) const {
    const auto listed = static_cast<std::ptrdiff_t>(dying.size());
    for (std::uint32_t entry = 0; entry + 1 < counts_.size(); ++entry) {
        const Count& count = counts_[entry];
        if (count.files > 0) dying.push_back({entry, count.files, count.bytes, count.last_arrival});
    }
    std::sort(std::next(dying.begin(), listed), dying.end(), [this](const auto& a, const auto& b) {
        return counts_[a.entry].first < counts_[b.entry].first;
    });
}

}  // namespace firn::service
