#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/key_columns.hpp"

#include <type_traits>
#include <vector>

namespace firn::io {

/// A row of a trace as the external sort keeps it, in memory and on the disk: 16 bytes.
struct SortRow {
    Instant time{};
    Bytes size{};
};
static_assert(sizeof(SortRow) == 16 && std::is_trivially_copyable_v<SortRow>);

/// The same with what is known of the key: 40 bytes.
struct KeyedSortRow {
    Instant time{};
    Bytes size{};
    workload::FileKey key{};
};
static_assert(sizeof(KeyedSortRow) == 40 && std::is_trivially_copyable_v<KeyedSortRow>);

/// What decides between rows of one time.
enum class Ties {
    keep_order,  ///< the order in which they came
    by_size,     ///< the smaller goes first, then by the key: the order in which they came does not matter
};

[[nodiscard]] inline bool goes_before(const SortRow& a, const SortRow& b, Ties ties) {
    if (a.time != b.time) return a.time < b.time;
    return ties == Ties::by_size && a.size < b.size;
}

[[nodiscard]] inline bool goes_before(const KeyedSortRow& a, const KeyedSortRow& b, Ties ties) {
    if (a.time != b.time) return a.time < b.time;
    if (ties == Ties::keep_order) return false;
    return a.size != b.size ? a.size < b.size : a.key < b.key;
}

/// Sorts rows (SortRow, KeyedSortRow) by their times. `spare` is room for as many rows, its content does not
/// matter.
template <class Row>
void sort_rows(std::vector<Row>& rows, std::vector<Row>& spare, Ties ties);

}  // namespace firn::io
