#pragma once

#include "core/units/bytes.hpp"

#include <cstdint>
#include <vector>

namespace firn::planner {

/// Objects of a stock whose sizes lie in one range.
///
///     SizeRange{.from = 0 B, .below = 128 KiB, .objects = 40'000'000, .bytes = 4 TB}
struct SizeRange {
    Bytes from{};
    Bytes below{};  ///< excluded
    std::int64_t objects = 0;
    Bytes bytes{};
    Bytes tar{};  ///< in a tar: with a header of 512 bytes each, padded to multiples of 512
};

/// The objects that are to be moved, by ranges of size: below 128 KiB, then by doublings up to 128 MiB, and
/// what is larger. Finer sizes decide no charge.
struct MoveStock {
    std::vector<SizeRange> ranges;  ///< ascending; each size has its range
};

/// A stock of nothing.
[[nodiscard]] MoveStock empty_stock();

/// What a stock may hold, its objects as if each had kMostTarOverhead bytes more.
inline constexpr Bytes kMostStockBytes{std::int64_t{1} << 61U};
inline constexpr Bytes kMostTarOverhead{1024};

/// Adds so many objects of a size; in all at most kMostStockBytes.
void add_objects(MoveStock& stock, Bytes size, std::int64_t objects = 1);

/// All ranges together; `from` and `below` span them.
[[nodiscard]] SizeRange all_of(const MoveStock& stock);

/// The ranges below a size that begins a range, as a stock of its own; and the others.
[[nodiscard]] MoveStock below(const MoveStock& stock, Bytes threshold);
[[nodiscard]] MoveStock at_least(const MoveStock& stock, Bytes threshold);

}  // namespace firn::planner
