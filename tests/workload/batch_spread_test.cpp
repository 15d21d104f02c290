#include "core/workload/batch_spread.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <rapidcheck.h>

#include <algorithm>

using firn::Duration;
using firn::workload::FileBlock;
using firn::workload::spread_batches;

namespace {

Files spread(Files files, std::int64_t micros) {
    return files_of(spread_batches(source_of(std::move(files)), Duration{micros}));
}

/// Some batches, in order.
Files any_batches() {
    auto files = *rc::gen::container<Files>(
        rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 30), rc::gen::inRange<std::int64_t>(0, 1'000)));
    std::stable_sort(files.begin(), files.end(),
                     [](const File& a, const File& b) { return a.first < b.first; });
    return files;
}

/// The definition, in one step: each file moved by its share, then sorted.
Files spread_by_definition(Files files, std::int64_t micros) {
    const Files original = files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto same = [&](const File& file) { return file.first == original[i].first; };
        const auto first = std::find_if(original.begin(), original.end(), same);
        const std::int64_t n = std::count_if(original.begin(), original.end(), same);
        const std::int64_t k = original.begin() + static_cast<std::ptrdiff_t>(i) - first;
        files[i].first += k * micros / n;
    }
    std::stable_sort(files.begin(), files.end(),
                     [](const File& a, const File& b) { return a.first < b.first; });
    return files;
}

}  // namespace

TEST_CASE("the files of one instant are spread evenly", "[workload]") {
    // 4 files over 10 us: 0, 2.5, 5, 7.5, rounded down
    CHECK(spread({{100, 1}, {100, 2}, {100, 3}, {100, 4}}, 10) ==
          Files{{100, 1}, {102, 2}, {105, 3}, {107, 4}});
}

TEST_CASE("a file that is alone stays where it is", "[workload]") {
    CHECK(spread({{100, 1}, {101, 2}}, 10) == Files{{100, 1}, {101, 2}});
}

TEST_CASE("no spread leaves batches as they are", "[workload]") {
    CHECK(spread({{100, 1}, {100, 2}}, 0) == Files{{100, 1}, {100, 2}});
}

TEST_CASE("batches that overlap are merged by time", "[workload]") {
    // 0 s: a, b, c spread over 6 s arrive at 0, 2, 4 s; 3 s: d, e arrive at 3, 6 s
    CHECK(spread({{0, 1}, {0, 2}, {0, 3}, {3, 4}, {3, 5}}, 6) ==
          Files{{0, 1}, {2, 2}, {3, 4}, {4, 3}, {6, 5}});
}

TEST_CASE("files that meet in a spread keep their order", "[workload]") {
    // 0 s: b arrives at 5 s, as does c of the next batch
    CHECK(spread({{0, 1}, {0, 2}, {5, 3}}, 10) == Files{{0, 1}, {5, 2}, {5, 3}});
}

TEST_CASE("a spread of years over many files does not overflow", "[workload]") {
    constexpr std::int64_t kCentury = 3'155'760'000'000'000;
    Files batch;
    for (std::int64_t i = 0; i < 10'000; ++i)
        batch.emplace_back(0, i);
    CHECK(spread(batch, kCentury).back() == File{kCentury / 10'000 * 9'999, 9'999});
}

TEST_CASE("spreading keeps to its definition", "[workload][property]") {
    CHECK(rc::check("any batches", [] {
        const Files files = any_batches();
        const auto micros = *rc::gen::inRange<std::int64_t>(0, 40);
        RC_ASSERT(spread(files, micros) == spread_by_definition(files, micros));
    }));
}

TEST_CASE("an error of the source goes through a spread", "[workload]") {
    const auto source = spread_batches(failing_after({{0, 1}, {0, 2}}), Duration{10});
    FileBlock block;
    CHECK_FALSE(source(block).has_value());
}
