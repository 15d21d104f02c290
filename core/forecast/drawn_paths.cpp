#include "core/forecast/drawn_paths.hpp"

#include "core/random/stream.hpp"
#include "core/workload/normal_deviate.hpp"

#include <algorithm>
#include <string>

namespace firn::forecast {

namespace {

double normal_deviate(const random::Stream& stream, std::uint64_t n) {
    return static_cast<double>(workload::normal_deviate_q24(stream.at(n))) / (1 << 24);
}

/// The misses that begin so many months before the end of the history, in runs of a year.
std::vector<double> misses_from(const FittedModel& fitted, const std::vector<std::size_t>& back,
                                std::size_t months) {
    std::vector<double> misses;
    const std::size_t length = fitted.misses.size();
    for (std::size_t i = 0; i < months; ++i) {
        const std::size_t begin = length - back[i / kSeason];
        misses.push_back(fitted.misses[(begin + i % kSeason) % length]);
    }
    return misses;
}

}  // namespace

DrawnPath drawn_path(const FittedModel& items, const FittedModel& bytes_per_item, std::size_t months,
                     std::uint64_t seed, std::uint64_t draw) {
    const random::Stream stream{seed, "forecast/draw/" + std::to_string(draw)};
    const std::size_t common = std::min(items.misses.size(), bytes_per_item.misses.size());
    std::vector<std::size_t> back;
    for (std::size_t run = 0; run * kSeason < months; ++run)
        back.push_back(1 + stream.below(2 + run, common));
    return {path_with(items, misses_from(items, back, months), normal_deviate(stream, 0)),
            path_with(bytes_per_item, misses_from(bytes_per_item, back, months), normal_deviate(stream, 1))};
}

}  // namespace firn::forecast
