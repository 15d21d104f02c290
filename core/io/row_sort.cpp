#include "core/io/row_sort.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace firn::io {

namespace {

constexpr unsigned kDigitBits = 11;
constexpr std::size_t kDigitValues = std::size_t{1} << kDigitBits;
constexpr unsigned kDigits = 6;  ///< 66 bits

using Counts = std::array<std::array<std::uint32_t, kDigitValues>, kDigits>;

template <class Row>
bool earlier(const Row& a, const Row& b) {
    return a.time < b.time;
}

template <class Row>
std::uint64_t since(Instant first, const Row& row) {
    return static_cast<std::uint64_t>(row.time.time_since_epoch().count()) -
           static_cast<std::uint64_t>(first.time_since_epoch().count());
}

constexpr std::size_t digit(std::uint64_t key, unsigned place) {
    return (key >> (place * kDigitBits)) % kDigitValues;
}

/// How many rows have which value of each digit.
template <class Row>
void count_digits(const std::vector<Row>& rows, Instant first, Counts& counts) {
    for (const Row& row : rows) {
        const std::uint64_t key = since(first, row);
        for (unsigned place = 0; place < kDigits; ++place)
            ++counts[place][digit(key, place)];
    }
}

/// Counts become the places of the first row of each value.
void add_up(std::array<std::uint32_t, kDigitValues>& counts) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : counts)
        sum += std::exchange(count, sum);
}

/// By the digits of the time, the lowest first; digits that all rows share cost nothing. Five to ten times as
/// quick as std::stable_sort for the millions of rows of a full memory.
template <class Row>
void sort_by_digits(std::vector<Row>& rows, std::vector<Row>& spare) {
    const Instant first = std::min_element(rows.begin(), rows.end(), earlier<Row>)->time;
    Counts counts{};
    count_digits(rows, first, counts);
    spare.resize(rows.size());
    for (unsigned place = 0; place < kDigits; ++place) {
        auto& next = counts[place];
        if (next[digit(since(first, rows.front()), place)] == rows.size()) continue;
        add_up(next);
        for (const Row& row : rows)
            spare[next[digit(since(first, row), place)]++] = row;
        rows.swap(spare);
    }
}

}  // namespace

template <class Row>
void sort_rows(std::vector<Row>& rows, std::vector<Row>& spare, Ties ties) {
    const auto before = [ties](const Row& a, const Row& b) { return goes_before(a, b, ties); };
    if (std::is_sorted(rows.begin(), rows.end(), before)) return;
    constexpr std::size_t kFewRows = 4096;
    if (ties == Ties::by_size) return std::sort(rows.begin(), rows.end(), before);
    if (rows.size() < kFewRows) return std::stable_sort(rows.begin(), rows.end(), before);
    sort_by_digits(rows, spare);
}

template void sort_rows(std::vector<SortRow>& rows, std::vector<SortRow>& spare, Ties ties);
template void sort_rows(std::vector<KeyedSortRow>& rows, std::vector<KeyedSortRow>& spare, Ties ties);

}  // namespace firn::io
