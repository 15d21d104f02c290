#include "core/io/external_sort.hpp"
#include "core/io/trace_reader.hpp"
#include "core/random/splitmix.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/inventory_text.hpp"
#include "tests/io/keyed_rows.hpp"
#include "tests/io/listing_samples.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>

using namespace firn;
using io::RowOrder;
using io::TraceOptions;
using workload::key_hash;
using workload::TraceBlock;

namespace {

TraceOptions with_keys(RowOrder order = RowOrder::given) {
    TraceOptions options;
    options.order = order;
    options.file_columns = kKeys;
    return options;
}

Result<TraceBlock> read(const std::string& text, const TraceOptions& options = with_keys()) {
    const TemporaryFolder folder;
    return block_of(folder.write("trace", text), options);
}

KeyedRows keyed_rows(const std::string& text, const TraceOptions& options = with_keys()) {
    const auto block = read(text, options);
    REQUIRE(block);
    return keyed_rows_of(*block);
}

/// Rows of 100 each, with an owner, prefix and key that follow from the size, at times drawn below 50.
workload::TraceSource drawn_rows(std::int64_t rows) {
    return [rows, next = std::int64_t{0}](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        for (; next < rows && block.rows() < 100; ++next) {
            const auto number = static_cast<std::uint64_t>(next);
            block.times.emplace_back(Duration{static_cast<std::int64_t>(random::mix(number) % 50)});
            block.sizes.emplace_back(next);
            append_key(block, {.owner = number + 1, .prefix = number + 2, .key = number + 3}, kKeys);
        }
        return block.rows() > 0;
    };
}

}  // namespace

TEST_CASE("a table tells the owner, prefix and key of its files", "[io]") {
    const auto block = read("key,timestamp_utc,size_bytes\nann/photos/a.jpg,7,25\nben,8,26\n");
    REQUIRE(block);
    CHECK(block->sizes == std::vector{Bytes{25}, Bytes{26}});
    CHECK(block->owners == std::vector{key_hash("ann"), key_hash("ben")});
    CHECK(block->prefixes == std::vector{key_hash("ann/photos"), key_hash("ben")});
    CHECK(block->keys == std::vector{key_hash("ann/photos/a.jpg"), key_hash("ben")});
}

TEST_CASE("a table tells only what is asked for", "[io]") {
    const std::string text = "timestamp_utc,size_bytes,key\n7,25,ann/a.jpg\n";
    CHECK_FALSE(columns_of(read(text, {}).value()).any());
    TraceOptions owners;
    owners.file_columns = {.owners = true};
    const TraceBlock block = read(text, owners).value();
    CHECK(block.owners == std::vector{key_hash("ann")});
    CHECK(block.prefixes.empty());
    CHECK(block.keys.empty());
}

TEST_CASE("a packed table tells its keys", "[io]") {
    CHECK(keyed_rows(gzip("timestamp_utc,size_bytes,key\n7,25,a\n")) == KeyedRows{keyed(25, "a")});
}

TEST_CASE("a quoted key is the text between the quotes", "[io]") {
    CHECK(keyed_rows("timestamp_utc,size_bytes,key\n7,25,\"a,\"\"b\"\"\"\n8,26,\"c\nd\"\n") ==
          KeyedRows{keyed(25, "a,\"b\""), keyed(26, "c\nd")});
}

TEST_CASE("a quote in a table with tabs is a part of the key", "[io]") {
    CHECK(keyed_rows("timestamp_utc\tsize_bytes\tkey\n7\t25\ta\"\"b\n") == KeyedRows{keyed(25, "a\"\"b")});
}

TEST_CASE("the column of the keys may have another name, or a number", "[io]") {
    TraceOptions named = with_keys();
    named.columns.key = "path";
    CHECK(keyed_rows("path,timestamp_utc,size_bytes\na,7,25\n", named) == KeyedRows{keyed(25, "a")});
    TraceOptions numbered = with_keys();
    numbered.columns = {.time = "1", .size = "2", .key = "3"};
    CHECK(keyed_rows("7,25,a\n8,26,b\n", numbered) == KeyedRows{keyed(25, "a"), keyed(26, "b")});
}

TEST_CASE("a table without keys is an error only where they are asked for", "[io]") {
    const std::string text = "timestamp_utc,size_bytes\n7,25\n";
    CHECK(read(text, {}).value().rows() == 1);
    const auto without = read(text);
    REQUIRE(codes_of(without) == Codes{"keys-missing"});
    CHECK(without.error().front().where.line == 1);
    CHECK_FALSE(without.error().front().remedy.empty());
}

TEST_CASE("rows without a key are bad rows, all told together", "[io]") {
    const auto block = read("timestamp_utc,size_bytes,key\n7,25,\n8,26,b\n9,27,\n10,28\n");
    REQUIRE(codes_of(block) == Codes{"keys-missing", "keys-missing", "field-missing"});
    CHECK(block.error()[1].where.line == 4);
}

TEST_CASE("a table of two columns of keys is refused", "[io]") {
    CHECK(codes_of(read("timestamp_utc,key,size_bytes,key\n7,a,25,b\n")) == Codes{"trace-header"});
}

TEST_CASE("listings tell the paths of their files", "[io]") {
    const KeyedRows by_time{keyed(0, "photos/c.jpg"), keyed(25'000, "photos/a b.jpg")};
    CHECK(keyed_rows(kFindListing) == by_time);
    CHECK(keyed_rows(kTarListing) == by_time);
    CHECK(keyed_rows(kS3Listing) == by_time);
    CHECK(keyed_rows(kLsListing) == by_time);
    const KeyedRows as_listed{by_time[1], by_time[0]};
    CHECK(keyed_rows(kFindListing, with_keys(RowOrder::any)) == as_listed);
}

TEST_CASE("the files of a listing by folders are in their folders", "[io]") {
    CHECK(keyed_rows(".:\ntotal 8\n-rw-r--r-- 1 a b 1 2013-03-05 08:30:15.250000000 +0000 top\n\n"
                     "./ann:\ntotal 8\n-rw-r--r-- 1 a b 2 2013-03-05 08:30:16.250000000 +0000 x.jpg\n") ==
          KeyedRows{keyed(1, "top"), keyed(2, "ann/x.jpg")});
}

TEST_CASE("listings in JSON tell the keys that their escapes stand for", "[io]") {
    CHECK(keyed_rows(kS3ApiListing) ==
          KeyedRows{keyed(0, "photos/c%20\n.jpg"), keyed(25'000, "photos/a \"b\".jpg")});
    CHECK(keyed_rows(R"([{"Path": "\u00e9\ud83d\ude00\\\/\q\u12", "Size": 1,)"
                     R"( "ModTime": "2013-03-05T07:30:15Z", "IsDir": false}])") ==
          KeyedRows{keyed(1, "\u00e9\U0001F600\\/\\q\\u12")});
}

TEST_CASE("a listing in JSON without a key is a bad row", "[io]") {
    CHECK(codes_of(read(R"([{"Size": 1, "ModTime": "2013-03-05T07:30:15Z", "IsDir": false}])")) ==
          Codes{"keys-missing"});
}

TEST_CASE("a listing without paths has no keys", "[io]") {
    CHECK(codes_of(read("1362441600.1234567890 25\n")) == Codes{"keys-missing"});
}

TEST_CASE("an inventory tells the keys that its codes stand for", "[io]") {
    const std::string time = "2013-03-05T00:00:00.000Z";
    const std::string text = inventory_row("ann/a%2Cb+c%zz.jpg", "true", "false", "25", time);
    const TemporaryFolder folder;
    static_cast<void>(folder.write("a.csv", text));
    const auto path = folder.write("manifest.json", manifest_of(manifest_entry("lists/a.csv", text)));
    CHECK(keyed_rows_of(block_of(path, with_keys()).value()) == KeyedRows{keyed(25, "ann/a,b c%zz.jpg")});
}

TEST_CASE("an inventory without keys is an error where they are asked for", "[io]") {
    const std::string text = "25,2013-03-05T00:00:00.000Z\n";
    const TemporaryFolder folder;
    static_cast<void>(folder.write("a.csv", text));
    const auto path = folder.write(
        "manifest.json", manifest_of(manifest_entry("lists/a.csv", text), "Size, LastModifiedDate"));
    CHECK(codes_of(block_of(path, with_keys())) == Codes{"keys-missing"});
    CHECK(block_of(path, {}).value().rows() == 1);
}

TEST_CASE("a folder tells the paths of its files, whatever the number of threads", "[io]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "ann/photos");
    for (const char* name : {"ann/photos/a", "ann/b", "c"}) {
        const auto path = folder.write(name, "xy");
        std::filesystem::last_write_time(path, std::filesystem::file_time_type{});
    }
    TraceOptions options = with_keys();
    options.scan_threads = GENERATE(0U, 1U, 3U);
    const TraceBlock block = block_of(folder.path(), options).value();
    // Times and sizes are alike: owner, prefix and key decide.
    REQUIRE(block.rows() == 3);
    CHECK(file_key_at(block, 0) < file_key_at(block, 1));
    CHECK(file_key_at(block, 1) < file_key_at(block, 2));
    CHECK(std::count(block.owners.begin(), block.owners.end(), key_hash("ann")) == 2);
    CHECK(std::count(block.keys.begin(), block.keys.end(), key_hash("ann/photos/a")) == 1);
}

TEST_CASE("rows keep their keys when they are sorted, whatever the memory", "[io]") {
    // A row takes 80 bytes: 4 KiB are runs of 51 rows, 64 MiB hold all.
    const Bytes memory = GENERATE(Bytes{0}, Bytes::from_kib(4), Bytes::from_kib(100), Bytes::from_mib(64));
    const auto ties = GENERATE(io::Ties::keep_order, io::Ties::by_size);
    const auto source =
        io::sorted(drawn_rows(10'000), {.memory = memory, .folder = {}, .ties = ties, .columns = kKeys});
    REQUIRE(source);
    const TraceBlock block = block_of(*source).value();
    REQUIRE(block.rows() == 10'000);
    CHECK(std::is_sorted(block.times.begin(), block.times.end()));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < block.rows(); ++i) {
        const auto number = static_cast<std::uint64_t>(block.sizes[i].count());
        const workload::FileKey expected{.owner = number + 1, .prefix = number + 2, .key = number + 3};
        wrong += static_cast<std::size_t>(file_key_at(block, i) != expected);
    }
    CHECK(wrong == 0);
}

TEST_CASE("a table that is sorted keeps its keys, as often as it is opened", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.csv", "timestamp_utc,size_bytes,key\n9,1,a\n7,2,b\n8,3,c\n");
    const auto ordered = io::order_trace(path, with_keys(RowOrder::sorted));
    REQUIRE(ordered);
    const KeyedRows expected{keyed(2, "b"), keyed(3, "c"), keyed(1, "a")};
    CHECK(keyed_rows_of(block_of(*ordered->trace.open()).value()) == expected);
    CHECK(keyed_rows_of(block_of(*ordered->trace.open()).value()) == expected);
}

TEST_CASE("rows that are read ahead keep their keys", "[io]") {
    TraceOptions options = with_keys();
    options.read_ahead = true;
    std::string text = "timestamp_utc,size_bytes,key\n";
    for (int i = 0; i < 20'000; ++i)
        text += std::to_string(i) + "," + std::to_string(i) + ",k" + std::to_string(i) + "\n";
    const TemporaryFolder folder;
    const auto ordered = io::order_trace(folder.write("a.csv", text), options);
    const KeyedRows rows = keyed_rows_of(block_of(*ordered->trace.open()).value());
    REQUIRE(rows.size() == 20'000);
    CHECK(rows[12'345] == keyed(12'345, "k12345"));
    CHECK(rows.back() == keyed(19'999, "k19999"));
}
