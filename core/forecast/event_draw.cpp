#include "core/forecast/event_draw.hpp"

#include "core/random/stream.hpp"

#include <fmt/format.h>

#include <cmath>

namespace firn::forecast {

double triangular(double u, double low, double likely, double high) {
    if (high <= low) return likely;
    const double turn = (likely - low) / (high - low);
    if (u < turn) return low + std::sqrt(u * (high - low) * (likely - low));
    return high - std::sqrt((1 - u) * (high - low) * (high - likely));
}

std::vector<double> drawn_sizes(const std::vector<PlannedEvent>& events, std::uint64_t seed,
                                std::uint64_t draw) {
    constexpr double kUnit = 1.0 / (std::uint64_t{1} << 53U);
    std::vector<double> sizes;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const random::Stream stream{seed, fmt::format("forecast/event/{}", i)};
        const double u = static_cast<double>(stream.at(draw) >> 11U) * kUnit;
        sizes.push_back(triangular(u, events[i].low, events[i].likely, events[i].high));
    }
    return sizes;
}

}  // namespace firn::forecast
