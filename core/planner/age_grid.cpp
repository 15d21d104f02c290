#include "core/planner/age_grid.hpp"

#include <algorithm>

namespace firn::planner {

using namespace std::chrono_literals;

bool is_shorter(const MaxAge& a, const MaxAge& b) { return a && (!b || *a < *b); }

std::vector<MaxAge> in_order(std::vector<MaxAge> ages) {
    std::sort(ages.begin(), ages.end(), is_shorter);
    ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
    return ages;
}

std::vector<MaxAge> age_grid(const MaxAge& own) {
    return in_order({own, 5s, 10s, 30s, 1min, 2min, 5min, 15min, 1h, 6h, 24h, std::nullopt});
}

std::vector<Bytes> coarse_bundle_grid(Bytes own) {
    constexpr int kDoublings = 10;
    std::vector<Bytes> sizes{own};
    for (int doubling = 0; doubling <= kDoublings; ++doubling)
        sizes.push_back(Bytes::from_mib(std::int64_t{1} << doubling));
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    return sizes;
}

}  // namespace firn::planner
