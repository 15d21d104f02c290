#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <type_traits>
#include <vector>

namespace firn::io {

/// A row of a trace as the external sort keeps it, in memory and on the disk: 16 bytes.
struct SortRow {
    Instant time{};
    Bytes size{};
};
static_assert(sizeof(SortRow) == 16 && std::is_trivially_copyable_v<SortRow>);

/// What decides between rows of one time.
enum class Ties {
    keep_order,  ///< the order in which they came
    by_size,     ///< the smaller goes first: the result does not depend on the order in which they came
};

[[nodiscard]] inline bool goes_before(const SortRow& a, const SortRow& b, Ties ties) {
    if (a.time != b.time) return a.time < b.time;
    return ties == Ties::by_size && a.size < b.size;
}

/// Sorts rows by their times. `spare` is room for as many rows, its content does not matter.
void sort_rows(std::vector<SortRow>& rows, std::vector<SortRow>& spare, Ties ties);

}  // namespace firn::io
