#include "core/workload/arrival_sort.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace firn::workload {

namespace {

constexpr unsigned kDigitBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
constexpr std::size_t kFew = 128;

using Counts = std::array<std::uint32_t, kDigits>;

/// Counts of the digits become the places of their first values.
void to_places(Counts& counts) {
    std::uint32_t place = 0;
    for (std::uint32_t& count : counts) {
        const std::uint32_t here = count;
        count = place;
        place += here;
    }
}

void distribute(const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to, Counts& places,
                unsigned shift) {
    for (const std::uint32_t value : from)
        to[places[value >> shift & (kDigits - 1)]++] = value;
}

void sort_neighbours(std::vector<std::uint32_t>& values) {
    for (std::size_t i = 1; i < values.size(); ++i) {
        const std::uint32_t value = values[i];
        std::size_t place = i;
        for (; place > 0 && values[place - 1] > value; --place)
            values[place] = values[place - 1];
        values[place] = value;
    }
}

}  // namespace

void sort_ascending(std::vector<std::uint32_t>& values, std::uint64_t limit,
                    std::vector<std::uint32_t>& room) {
    if (values.size() < kFew) {
        std::sort(values.begin(), values.end());
        return;
    }
    const unsigned bits = std::max(2 * kDigitBits, static_cast<unsigned>(std::bit_width(limit - 1)));
    const unsigned low_shift = bits - 2 * kDigitBits;
    const unsigned high_shift = bits - kDigitBits;
    Counts low{};
    Counts high{};
    for (const std::uint32_t value : values) {
        ++low[value >> low_shift & (kDigits - 1)];
        ++high[value >> high_shift & (kDigits - 1)];
    }
    to_places(low);
    to_places(high);
    room.resize(values.size());
    distribute(values, room, low, low_shift);
    distribute(room, values, high, high_shift);
    sort_neighbours(values);
}

}  // namespace firn::workload
