#pragma once

#include <algorithm>
#include <cstddef>

namespace firn::sim {

/// The first position in [begin, end) from which on a claim holds, else `end`; before it the claim holds
/// nowhere.
///
/// What is looked for is mostly near. Of the next few positions those before it are counted, without a branch
/// that nobody could guess; then come distances 1, 2, 4, ..., then halves of the last.
template <class Claim>
[[nodiscard]] std::size_t first_where(std::size_t begin, std::size_t end, Claim holds) {
    constexpr std::size_t kNear = 4;
    if (end - begin >= kNear) {
        std::size_t before = 0;
        for (std::size_t i = 0; i < kNear; ++i) {
            before += holds(begin + i) ? 0U : 1U;
        }
        begin += before;
        if (before < kNear) return begin;
    }
    std::size_t step = 1;
    while (step <= end - begin && !holds(begin + step - 1)) {
        begin += step;
        step *= 2;
    }
    std::size_t length = std::min(step - 1, end - begin);
    while (length > 0) {
        const std::size_t half = length / 2;
        begin += holds(begin + half) ? 0 : length - half;
        length = half;
    }
    return begin;
}

/// The first position in [begin, end) of an ascending column whose entry is not below the target, else `end`.
template <class Column, class T>
[[nodiscard]] std::size_t first_not_below(const Column& column, std::size_t begin, std::size_t end,
                                          T target) {
    return first_where(begin, end, [&](std::size_t i) { return !(column[i] < target); });
}

}  // namespace firn::sim
