#include "core/service/file_stream.hpp"

#include "tests/support/catch.hpp"

#include <utility>
#include <vector>

namespace firn::service {

TEST_CASE("after an error of its source a stream has no files, however often it is asked", "[service]") {
    const FileTraits traits;
    bool is_first = true;
    FileStream files{[&](workload::FileBlock& block) -> Result<bool> {
                         block.clear();
                         block.arrivals.emplace_back(0);
                         block.sizes.emplace_back(1);
                         if (std::exchange(is_first, false)) return true;
                         return failure({.code = "trace-cut-off", .what = "the trace ends within a row"});
                     },
                     traits, Faults{}, 1, 0};
    std::vector<File> page;
    CHECK(files.read(page));
    CHECK(page.size() == 1);
    for (int again = 0; again < 2; ++again) {
        CHECK_FALSE(files.read(page));
        CHECK(page.empty());
        CHECK(files.error());
    }
    CHECK(files.files_read() == 1);
}

}  // namespace firn::service
