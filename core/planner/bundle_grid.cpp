#include "core/planner/bundle_grid.hpp"

#include <algorithm>

namespace firn::planner {

std::vector<Bytes> bundle_grid(Bytes own) {
    constexpr int kDoublings = 8;  // 4 MiB to 1 GiB
    std::vector<Bytes> sizes{own, Bytes::from_mib(1), Bytes::from_mib(2), Bytes::from_gib(1)};
    for (int step = 0; step < 4 * kDoublings; ++step) {
        sizes.emplace_back(std::int64_t{4 + step % 4} << (20 + step / 4));
    }
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    return sizes;
}

}  // namespace firn::planner
