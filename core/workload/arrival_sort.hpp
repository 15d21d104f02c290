#pragma once

#include <cstdint>
#include <vector>

namespace firn::workload {

/// Sorts values below `limit` in ascending order; `room` is only there to be used again. Fast for values that
/// are spread over the whole range: two passes by their highest 22 bits, then what is still out of order.
void sort_ascending(std::vector<std::uint32_t>& values, std::uint64_t limit,
                    std::vector<std::uint32_t>& room);

}  // namespace firn::workload
