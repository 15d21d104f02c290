#include "core/loading/open_backfill.hpp"

#include "core/random/stream.hpp"
#include "core/workload/drawn_owners.hpp"
#include "core/workload/key_hash.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/listing_samples.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/keyed_source.hpp"

#include <filesystem>
#include <numeric>

using namespace firn;
using loading::BackfillSettings;
using loading::draw_backfill;
using loading::open_backfill;
using workload::FileBlock;
using workload::key_hash;

namespace {

const BackfillSettings kWithKeys{.columns = {.owners = true, .prefix_parts = 1, .keys = true}};
const BackfillSettings kOwned{.columns = {.owners = true}, .owners = 1'000, .seed = 7};

/// Owner n of the backfill, of a thousand.
std::uint64_t drawn_owner(std::uint64_t n) {
    return random::Stream{7, "workload/owners"}.below((std::uint64_t{1} << 40U) + n, 1'000);
}

}  // namespace

TEST_CASE("the files of a listing lie there as they follow each other", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("listing", kFindListing));
    const auto opened = open_backfill("listing", folder.path() + "/");
    REQUIRE(opened);
    const FileBlock block = all_of(opened->files);
    CHECK(block.arrivals == std::vector{Duration{0}, Duration{0}});
    CHECK(block.sizes == std::vector{Bytes{25'000}, Bytes{0}});
    CHECK_FALSE(columns_of(block).any());
    CHECK(opened->reading == "backfill listing (find)");
}

TEST_CASE("the files of a backfill tell their keys when asked", "[loading]") {
    const TemporaryFolder folder;
    const auto path = folder.write("listing.gz", gzip(kFindListing));
    const FileBlock block = all_of(open_backfill(path, "", kWithKeys)->files);
    CHECK(block.owners == std::vector{key_hash("photos"), key_hash("photos")});
    CHECK(block.keys == std::vector{key_hash("photos/a b.jpg"), key_hash("photos/c.jpg")});
}

TEST_CASE("a table of a backfill needs neither times nor their order", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("timeless.csv", "size_bytes,key\n25,b\n26,a\n"));
    static_cast<void>(folder.write("mixed.csv", "timestamp_utc,size_bytes\n9,25\n7,26\n"));
    const auto file = GENERATE("timeless.csv", "mixed.csv");
    CHECK(all_of(open_backfill(file, folder.path() + "/")->files).sizes == std::vector{Bytes{25}, Bytes{26}});
}

TEST_CASE("a folder of a backfill is read in the same order each time", "[loading]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "old/ann");
    for (const char* name : {"old/ann/a", "old/ann/b", "old/c"})
        std::filesystem::last_write_time(folder.write(name, "xy"), std::filesystem::file_time_type{});
    const auto opened = open_backfill("old", folder.path() + "/", kWithKeys);
    REQUIRE(opened);
    const FileBlock first = all_of(opened->files);
    CHECK(first.files() == 3);
    CHECK(keys_in(all_of(opened->again()->files)) == keys_in(first));
}

TEST_CASE("owners of a backfill are drawn from a number of them", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("a.csv", "size_bytes\n25\n26\n"));
    const auto opened = open_backfill("a.csv", folder.path() + "/", kOwned);
    REQUIRE(opened);
    const std::vector expected{drawn_owner(0), drawn_owner(1)};
    CHECK(all_of(opened->files).owners == expected);
    CHECK(all_of(opened->again()->files).owners == expected);
    CHECK(opened->reading == "backfill a.csv (csv), 1000 owners drawn");
}

TEST_CASE("a backfill without keys is an error where they are asked for", "[loading]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("a.csv", "size_bytes\n25\n"));
    CHECK(codes_of(open_backfill("a.csv", folder.path() + "/", kWithKeys)) == Codes{"keys-missing"});
    CHECK(codes_of(draw_backfill(10, Bytes{5}, kWithKeys)) == Codes{"keys-missing"});
    CHECK(codes_of(open_backfill("absent", folder.path() + "/")) == Codes{"file-missing"});
}

TEST_CASE("a drawn backfill has its files, its bytes and its owners", "[loading]") {
    // 5,000 x 1,000 = 5,000,000 bytes.
    const auto opened = draw_backfill(5'000, Bytes{1'000}, kOwned);
    REQUIRE(opened);
    const FileBlock block = all_of(opened->files);
    CHECK(std::accumulate(block.sizes.begin(), block.sizes.end(), Bytes{0}) == Bytes{5'000'000});
    CHECK(block.owners.size() == 5'000);
    CHECK(block.owners[4'999] == drawn_owner(4'999));
    CHECK(codes_of(draw_backfill(2, Bytes{std::int64_t{1} << 62})) == Codes{"too-many-bytes"});
}
