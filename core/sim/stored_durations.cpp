#include "core/sim/stored_durations.hpp"

#include "core/sim/rank_selection.hpp"

#include <algorithm>
#include <limits>

namespace firn::sim {

void StoredDurations::add_until(Duration end, std::span<const Duration> starts) {
    while (!starts.empty()) {
        const std::size_t used = short_count_ % kChunk;
        if (used == 0 && chunks_.size() == short_count_ / kChunk) {
            chunks_.push_back(std::make_unique_for_overwrite<Chunk>());
        }
        const std::size_t taken = std::min(starts.size(), kChunk - used);
        append(end, starts.first(taken), chunks_.back()->data() + used);
        starts = starts.subspan(taken);
    }
}

void StoredDurations::append(Duration end, std::span<const Duration> starts, std::uint32_t* to) {
    const Duration longest = end - *std::min_element(starts.begin(), starts.end());
    max_ = std::max(max_, longest);
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
    return {chunks_[i]->data(),
            static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, short_count_ - i * kChunk))};
}

std::vector<Duration> StoredDurations::at_ranks(std::span<const std::uint64_t> ranks) const {
    RankSelection selection{ranks, static_cast<std::uint64_t>(max_.count())};
    for_each_span([&](const auto& values) {
        selection.count(values.size(), [&](std::size_t i) { return std::uint64_t{values[i]}; });
    });
    selection.choose_buckets();
    for_each_span([&](const auto& values) {
        selection.keep(values.size(), [&](std::size_t i) { return std::uint64_t{values[i]}; });
    });
    std::vector<Duration> found;
    for (const std::uint64_t value : selection.values()) {
        found.emplace_back(static_cast<std::int64_t>(value));
    }
    return found;
}

}  // namespace firn::sim
