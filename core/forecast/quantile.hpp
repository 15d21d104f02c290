#pragma once

#include <cstddef>
#include <vector>

namespace firn::forecast {

/// The smallest of sorted draws that `percent` of them do not exceed: of 1,000 draws P10 is the 100th. No
/// number that was not drawn is made, so that it is exact. There is a draw; percent is 1 to 100.
template <class T>
[[nodiscard]] const T& quantile(const std::vector<T>& sorted, std::size_t percent) {
    return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

}  // namespace firn::forecast
