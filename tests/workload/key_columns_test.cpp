#include "core/workload/key_columns.hpp"

#include "core/workload/batch_spread.hpp"
#include "core/workload/key_hash.hpp"
#include "core/workload/merge.hpp"
#include "core/workload/replay.hpp"
#include "core/workload/standing_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/keyed_source.hpp"
#include "tests/workload/source_text.hpp"

#include <set>

using namespace firn;
using namespace firn::workload;
namespace chrono = std::chrono;

TEST_CASE("a key has an owner, a prefix and a number of its own", "[workload]") {
    const FileKey key = file_key("ann/photos/2013/a.jpg", {.owners = true, .prefix_parts = 2, .keys = true});
    CHECK(key.owner == key_hash("ann"));
    CHECK(key.prefix == key_hash("ann/photos"));
    CHECK(key.key == key_hash("ann/photos/2013/a.jpg"));
}

TEST_CASE("a key with fewer parts is its own owner and prefix", "[workload]") {
    const FileKey key = file_key("a.jpg", {.owners = true, .prefix_parts = 3, .keys = true});
    CHECK(key == FileKey{key_hash("a.jpg"), key_hash("a.jpg"), key_hash("a.jpg")});
}

TEST_CASE("what stands before the first part of a path is no part of the key", "[workload]") {
    constexpr FileColumns kColumns{.owners = true, .prefix_parts = 2, .keys = true};
    CHECK(file_key("./ann/a.jpg", kColumns) == file_key("ann/a.jpg", kColumns));
    CHECK(file_key("/ann/a.jpg", kColumns) == file_key("ann/a.jpg", kColumns));
    CHECK(file_key(".ann/a.jpg", kColumns).owner == key_hash(".ann"));
}

TEST_CASE("columns that are not asked for are not hashed", "[workload]") {
    CHECK(file_key("ann/a.jpg", {.owners = true}) == FileKey{.owner = key_hash("ann")});
    CHECK(file_key("ann/a.jpg", {}) == FileKey{});
}

TEST_CASE("the hash of a key is that of the named streams", "[workload]") {
    // FNV-1a of nothing is its offset basis, which is then mixed.
    STATIC_REQUIRE(key_hash("") == random::mix(0xCBF29CE484222325));
    STATIC_REQUIRE(key_hash("ann") != key_hash("ben"));
}

TEST_CASE("a source without keys has blocks without keys", "[workload]") {
    const FileBlock block =
        all_of(merged({spread_batches(source_of({{0, 1}, {0, 2}}), Duration{9}), source_of({{1, 3}})}));
    CHECK(block.files() == 3);
    CHECK_FALSE(columns_of(block).any());
}

TEST_CASE("files keep their keys when sources are merged", "[workload]") {
    const FileBlock block = all_of(
        merged({keyed(source_of({{0, 1}, {5, 2}, {6, 3}, {9, 4}})), keyed(source_of({{1, 5}, {7, 6}}))}));
    CHECK(block.sizes == std::vector{Bytes{1}, Bytes{5}, Bytes{2}, Bytes{3}, Bytes{6}, Bytes{4}});
    CHECK(keys_in(block) == keys_by_size(block));
}

TEST_CASE("files keep their keys when batches are spread and overtake each other", "[workload]") {
    // 0, 2, 4 and 3, 6 (µs): 1 at 0, 2 at 2, 4 at 3, 3 at 4, 5 at 6.
    const FileBlock block =
        all_of(spread_batches(keyed(source_of({{0, 1}, {0, 2}, {0, 3}, {3, 4}, {3, 5}}, 2)), Duration{6}));
    CHECK(block.sizes == std::vector{Bytes{1}, Bytes{2}, Bytes{4}, Bytes{3}, Bytes{5}});
    CHECK(keys_in(block) == keys_by_size(block));
}

TEST_CASE("a replay keeps the keys up to the horizon", "[workload]") {
    ReplaySettings settings;
    settings.horizon = Duration{5};
    const FileBlock block =
        all_of(replay(keyed(trace_of({{0, 1}, {4, 2}, {5, 3}, {6, 4}})), settings)->files);
    CHECK(block.files() == 2);
    CHECK(keys_in(block) == keys_by_size(block));
}

TEST_CASE("copies of a trace are other people with other keys", "[workload]") {
    ReplaySettings settings;
    settings.copies = 3;
    const FileBlock block = all_of(replay(keyed(trace_of({{0, 1}, {0, 2}})), settings)->files);
    REQUIRE(block.files() == 6);
    CHECK(block.owners[0] == 1);
    CHECK(block.owners[1] == 2);
    CHECK(std::set(block.owners.begin(), block.owners.end()).size() == 6);
    CHECK(std::set(block.prefixes.begin(), block.prefixes.end()).size() == 6);
    CHECK(std::set(block.keys.begin(), block.keys.end()).size() == 6);
}

TEST_CASE("two files of one owner have one owner in each copy", "[workload]") {
    CHECK(hash_of_copy(7, 0) == 7);
    CHECK(hash_of_copy(7, 1) == hash_of_copy(7, 1));
    CHECK(hash_of_copy(7, 1) != hash_of_copy(7, 2));
}

TEST_CASE("a stock keeps its keys, and each copy has its own", "[workload]") {
    const FileBlock block = all_of(*standing_files(keyed(trace_of({{7, 1}, {3, 2}})), Duration{0}, 2));
    CHECK(block.owners == std::vector<std::uint64_t>{1, 2, hash_of_copy(1, 1), hash_of_copy(2, 1)});
    CHECK(block.keys ==
          std::vector<std::uint64_t>{2'001, 2'002, hash_of_copy(2'001, 1), hash_of_copy(2'002, 1)});
}

TEST_CASE("a block that is cut keeps the keys of its first files", "[workload]") {
    FileBlock block = all_of(keyed(source_of({{0, 1}, {1, 2}, {2, 3}})));
    block.cut(2);
    CHECK(keys_in(block) == keys_by_size(block));
    CHECK(block.keys.size() == 2);
    block.clear();
    CHECK_FALSE(columns_of(block).any());
}
