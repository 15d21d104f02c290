#include "core/workload/arrival_sort.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using firn::workload::sort_ascending;

namespace {

std::vector<std::uint32_t> values_below(std::uint64_t limit, std::size_t count) {
    std::vector<std::uint32_t> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<std::uint32_t>(firn::random::draw(3, i) % limit));
    return values;
}

}  // namespace

TEST_CASE("arrivals are sorted, few or many, sparse or dense", "[workload]") {
    std::vector<std::uint32_t> room;
    for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{7}, std::uint64_t{5'000'000},
                                      std::uint64_t{3'600'000'000}, std::uint64_t{1} << 32U}) {
        for (const std::size_t count : {0U, 1U, 127U, 128U, 129U, 5'000U}) {
            std::vector<std::uint32_t> values = values_below(limit, count);
            std::vector<std::uint32_t> expected = values;
            std::sort(expected.begin(), expected.end());
            sort_ascending(values, limit, room);
            CHECK(values == expected);
        }
    }
}
