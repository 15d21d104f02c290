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

/// Sorts rows by their times; equal times keep their order. `spare` is room for as many rows, its content
/// does not matter.
void sort_by_time(std::vector<SortRow>& rows, std::vector<SortRow>& spare);

}  // namespace firn::io
