#pragma once

#include <cstddef>

namespace firn::sim {

/// The first position in [begin, end) of an ascending column whose entry is not below the target, else `end`.
/// Branch-free halving: nobody could guess the outcomes of the comparisons.
template <class Column, class T>
[[nodiscard]] std::size_t first_not_below(const Column& column, std::size_t begin, std::size_t end,
                                          T target) {
    std::size_t length = end - begin;
    while (length > 0) {
        const std::size_t half = length / 2;
        begin += column[begin + half] < target ? length - half : 0;
        length = half;
    }
    return begin;
}

}  // namespace firn::sim
