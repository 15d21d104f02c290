#include "core/workload/merge.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using firn::Duration;
using firn::workload::delayed;
using firn::workload::FileBlock;
using firn::workload::FileSource;
using firn::workload::merged;

namespace {

Files merge(const std::vector<Files>& inputs) {
    std::vector<FileSource> sources;
    for (const Files& files : inputs)
        sources.push_back(source_of(files, 2));
    return files_of(merged(std::move(sources)));
}

bool earlier(const File& a, const File& b) { return a.first < b.first; }

}  // namespace

TEST_CASE("sources are merged by arrival", "[workload]") {
    CHECK(merge({{{1, 10}, {4, 11}, {9, 12}}, {{2, 20}, {3, 21}}, {}}) ==
          Files{{1, 10}, {2, 20}, {3, 21}, {4, 11}, {9, 12}});
}

TEST_CASE("equal arrivals come in the order of the sources, then of each", "[workload]") {
    CHECK(merge({{{5, 1}, {5, 2}, {5, 3}}, {{5, 4}, {5, 5}}}) ==
          Files{{5, 1}, {5, 2}, {5, 3}, {5, 4}, {5, 5}});
}

TEST_CASE("no sources have no files", "[workload]") { CHECK(merge({}).empty()); }

TEST_CASE("a delay moves every file", "[workload]") {
    CHECK(files_of(delayed(source_of({{1, 10}, {4, 11}}), Duration{100})) == Files{{101, 10}, {104, 11}});
}

TEST_CASE("merging is a stable sort of all files", "[workload][property]") {
    CHECK(rc::check("any sources", [] {
        auto inputs = *rc::gen::container<std::vector<Files>>(rc::gen::container<Files>(
            rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 20), rc::gen::inRange<std::int64_t>(0, 1'000))));
        Files all;
        for (Files& files : inputs) {
            std::stable_sort(files.begin(), files.end(), earlier);
            all.insert(all.end(), files.begin(), files.end());
        }
        std::stable_sort(all.begin(), all.end(), earlier);
        RC_ASSERT(merge(inputs) == all);
    }));
}

TEST_CASE("an error of one source ends the merge", "[workload]") {
    std::vector<FileSource> sources{source_of({{1, 1}, {2, 2}}), failing_after({{1, 1}})};
    const FileSource source = merged(std::move(sources));
    FileBlock block;
    CHECK_FALSE(source(block).has_value());
}
