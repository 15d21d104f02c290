#include "core/workload/reference_w1.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::workload;

namespace {

FileBlock all_files(const FileSource& source) {
    FileBlock all;
    FileBlock block;
    while (source(block).value()) {
        all.arrivals.insert(all.arrivals.end(), block.arrivals.begin(), block.arrivals.end());
        all.sizes.insert(all.sizes.end(), block.sizes.begin(), block.sizes.end());
    }
    return all;
}

}  // namespace

TEST_CASE("W1 begins with the files of its definition", "[workload]") {
    const FileBlock files = all_files(reference_w1(4));
    CHECK(files.arrivals ==
          std::vector<Duration>{Duration{105}, Duration{515}, Duration{664}, Duration{760}});
    CHECK(files.sizes == std::vector<Bytes>{Bytes{259229}, Bytes{8734}, Bytes{15015}, Bytes{13135}});
}

TEST_CASE("W1 has exactly as many files as asked for, also over several blocks", "[workload]") {
    CHECK(all_files(reference_w1(0)).files() == 0);
    CHECK(all_files(reference_w1(kFilesPerBlock)).files() == kFilesPerBlock);
    CHECK(all_files(reference_w1(2 * kFilesPerBlock + 1)).files() == 2 * kFilesPerBlock + 1);
}

TEST_CASE("a longer W1 begins like a shorter one", "[workload]") {
    FileBlock shorter = all_files(reference_w1(5000));
    FileBlock longer = all_files(reference_w1(6000));
    longer.arrivals.resize(5000);
    longer.sizes.resize(5000);
    CHECK(shorter.arrivals == longer.arrivals);
    CHECK(shorter.sizes == longer.sizes);
}

TEST_CASE("the sizes of W1 lie between 8 KiB and 256 MiB", "[workload]") {
    for (const Bytes size : all_files(reference_w1(100'000)).sizes) {
        CHECK(size >= Bytes::from_kib(8));
        CHECK(size < Bytes::from_mib(256));
    }
}

TEST_CASE("each replicate of W1 has files of its own", "[workload]") {
    CHECK(all_files(reference_w1(4, 1)).sizes != all_files(reference_w1(4, 0)).sizes);
}
