#include "core/sim/stored_durations.hpp"

#include "core/random/splitmix.hpp"
#include "core/sim/ascending_search.hpp"
#include "core/sim/quantile_sketch.hpp"
#include "core/sim/rank_selection.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

namespace {

/// Durations that come in pieces: counted in a sketch, and stored for a second look.
struct Looked {
    QuantileSketch sketch{kernels_of(InstructionSet::portable)};
    StoredDurations stored;

    void add(Duration end, std::span<const Duration> starts) {
        stored.add_until(end, starts, sketch.add_until(end, starts));
    }
    [[nodiscard]] std::vector<Duration> at_ranks(std::span<const std::uint64_t> ranks) const {
        RankSelection selection{sketch, ranks};
        stored.show(selection);
        return selection.values();
    }
};

/// The durations of all ranks, found the slow way and by a second look.
void compare_all_ranks(const std::vector<Duration>& starts, Duration end, std::size_t piece) {
    Looked looked;
    std::vector<Duration> sorted;
    std::vector<std::uint64_t> ranks;
    for (std::size_t begin = 0; begin < starts.size(); begin += piece) {
        looked.add(end, std::span{starts}.subspan(begin, std::min(piece, starts.size() - begin)));
    }
    for (const Duration start : starts) {
        sorted.push_back(end - start);
        ranks.push_back(sorted.size());
    }
    std::sort(sorted.begin(), sorted.end());
    CHECK(looked.sketch.count() == starts.size());
    CHECK(looked.sketch.max() == sorted.back());
    CHECK(looked.at_ranks(ranks) == sorted);
}

std::vector<Duration> random_starts(std::size_t count, std::uint64_t range) {
    std::vector<Duration> starts;
    for (std::uint64_t n = 0; n < count; ++n) {
        starts.emplace_back(static_cast<std::int64_t>(random::draw(3, n) % range));
    }
    return starts;
}

}  // namespace

TEST_CASE("stored durations give the exact value of each rank", "[sim]") {
    compare_all_ranks(random_starts(2000, 1'000'000), Duration{1'000'000}, 7);
}

TEST_CASE("stored durations work with values that all are equal", "[sim]") {
    compare_all_ranks(std::vector<Duration>(500, Duration{3}), Duration{3}, 500);
    compare_all_ranks(std::vector<Duration>(500, Duration{3}), Duration{1003}, 500);
}

TEST_CASE("stored durations are exact beyond 71 minutes", "[sim]") {
    // A range of 2^34 microseconds: a quarter of the durations fit into 32 bits.
    const std::uint64_t range = std::uint64_t{1} << 34U;
    compare_all_ranks(random_starts(1000, range), Duration{static_cast<std::int64_t>(range)}, 11);
}

TEST_CASE("the longest short and the shortest long duration keep their order", "[sim]") {
    const Duration end{std::int64_t{1} << 33U};
    const Duration longest_short{(std::int64_t{1} << 32U) - 1};
    compare_all_ranks({end - longest_short - Duration{1}, end - longest_short, end}, end, 3);
}

TEST_CASE("stored durations fill one chunk after the other", "[sim]") {
    const std::vector<Duration> starts = random_starts(200'000, 1'000'000);
    Looked looked;
    looked.add(Duration{1'000'000}, starts);
    std::vector<Duration> sorted = starts;
    std::sort(sorted.begin(), sorted.end());
    const std::vector<std::uint64_t> ranks{1, 65'536, 65'537, 200'000};
    const std::vector<Duration> found = looked.at_ranks(ranks);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        CHECK(found[i] == Duration{1'000'000} - sorted[sorted.size() - ranks[i]]);
    }
}

TEST_CASE("a search finds the first entry that is not below its target", "[sim]") {
    const std::vector<int> column{1, 3, 3, 5, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8};
    for (std::size_t begin = 0; begin <= column.size(); ++begin) {
        for (int target = 0; target < 9; ++target) {
            const auto expected =
                std::lower_bound(column.begin() + static_cast<std::ptrdiff_t>(begin), column.end(), target);
            CHECK(first_not_below(column, begin, column.size(), target) ==
                  static_cast<std::size_t>(expected - column.begin()));
        }
    }
}
