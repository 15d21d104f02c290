#include "core/sim/stored_durations.hpp"

#include <algorithm>
#include <limits>

namespace firn::sim {

void StoredDurations::add_until(Duration end, std::span<const Duration> starts, Duration longest) {
    while (!starts.empty()) {
        const std::size_t used = short_count_ % kChunk;
        if (used == 0 && chunks_.size() == short_count_ / kChunk) {
            chunks_.emplace_back(kChunk);
        }
        const std::size_t taken = std::min(starts.size(), kChunk - used);
        append(end, starts.first(taken), longest, chunks_.back().data() + used);
        starts = starts.subspan(taken);
    }
}

void StoredDurations::append(Duration end, std::span<const Duration> starts, Duration longest,
                             std::uint32_t* to) {
    if (longest.count() <= std::numeric_limits<std::uint32_t>::max()) {
        std::transform(starts.begin(), starts.end(), to,
                       [end](Duration start) { return static_cast<std::uint32_t>((end - start).count()); });
        short_count_ += starts.size();
        return;
    }
    for (const Duration start : starts) {
        const auto value = static_cast<std::uint64_t>((end - start).count());
        if (value > std::numeric_limits<std::uint32_t>::max()) {
            long_.push_back(value);
        } else {
            *to++ = static_cast<std::uint32_t>(value);
            ++short_count_;
        }
    }
}

std::span<const std::uint32_t> StoredDurations::chunk(std::size_t i) const {
    return {chunks_[i].data(),
            static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, short_count_ - i * kChunk))};
}

void StoredDurations::show(RankSelection& selection) const {
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        selection.keep(chunk(i));
    }
    selection.keep(long_.size(), [&](std::size_t i) { return long_[i]; });
}

}  // namespace firn::sim
