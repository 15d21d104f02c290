#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace firn::bench {

/// How long the work takes by the clock.
template <class Work>
[[nodiscard]] double nanoseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count();
}

[[nodiscard]] inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace firn::bench
