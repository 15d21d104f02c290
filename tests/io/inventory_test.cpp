#include "core/io/inventory.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/inventory_text.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <memory>
#include <string>

using namespace firn;
using io::Inventory;
using io::InventoryTally;
using io::open_inventory;

namespace {

// 2013-03-05T00:00:00Z is 15,769 days after 1970: 15,769 * 86,400 s = 1,362,441,600 s.
constexpr std::int64_t kMarch5 = 1'362'441'600'000'000;
const std::string kTime = "2013-03-05T00:00:00.000Z";

struct Reading {
    Result<Rows> rows;
    InventoryTally tally;
};

/// The rows of an inventory, in the order of its files.
Reading read(const std::string& path) {
    const auto inventory = open_inventory(path);
    if (!inventory) return {inventory.error(), {}};
    const auto tally = std::make_shared<InventoryTally>();
    auto rows = rows_of(io::inventory_rows(*inventory, tally));
    return {std::move(rows), *tally};
}

/// An inventory of one file of this text, which lies beside its manifest.
Reading read_part(const std::string& text, std::string_view schema = kInventorySchema) {
    const TemporaryFolder folder;
    const std::string packed = gzip(text);
    static_cast<void>(folder.write("a.csv.gz", packed));
    return read(folder.write("manifest.json", manifest_of(manifest_entry("lists/a.csv.gz", packed), schema)));
}

Codes codes_of_manifest(const std::string& text) {
    const TemporaryFolder folder;
    return codes_of(open_inventory(folder.write("manifest.json", text)));
}

}  // namespace

TEST_CASE("the objects of an inventory are rows", "[io]") {
    const Reading reading =
        read_part(inventory_row("a.jpg", "true", "false", "25", kTime) +
                  inventory_row("b.jpg", "true", "false", "0", "2013-03-05T00:00:01.500Z"));
    CHECK(reading.rows.value() == Rows{{kMarch5, 25}, {kMarch5 + 1'500'000, 0}});
}

TEST_CASE("old versions and delete markers are left out and counted", "[io]") {
    const Reading reading = read_part(inventory_row("a.jpg", "true", "false", "1", kTime) +
                                      inventory_row("a.jpg", "false", "false", "2", kTime) +
                                      inventory_row("a.jpg", "false", "false", "3", kTime) +
                                      inventory_row("b.jpg", "true", "true", "", kTime) +
                                      inventory_row("b.jpg", "false", "false", "4", kTime));
    CHECK(reading.rows.value() == Rows{{kMarch5, 1}});
    CHECK(reading.tally.old_versions == 3);
    CHECK(reading.tally.delete_markers == 1);
}

TEST_CASE("columns stand where the manifest's schema says", "[io]") {
    CHECK(read_part("\"photos\",\"" + kTime + "\",\"7\",\"a.jpg\"\n", "Bucket, LastModifiedDate, Size, Key")
              .rows.value() == Rows{{kMarch5, 7}});
    CHECK(read_part("9,2013-03-05T00:00:00Z\n", "Size,LastModifiedDate").rows.value() == Rows{{kMarch5, 9}});
}

TEST_CASE("whatever is in a key, the row is read", "[io]") {
    const std::string key = GENERATE(as<std::string>{}, "a%0Ab.jpg", "a%22b.jpg", "a%252525.jpg", "100%", "%",
                                     "%zz", "a,b.jpg", "a\"\"b.jpg", "", "\xff\xfe broken", "%FF%C3%28");
    CHECK(read_part(inventory_row(key, "true", "false", "25", kTime)).rows.value() == Rows{{kMarch5, 25}});
}

TEST_CASE("an inventory may have many files, one, or none", "[io]") {
    const TemporaryFolder folder;
    const std::string a = gzip(inventory_row("a", "true", "false", "1", kTime));
    const std::string b = inventory_row("b", "true", "false", "2", kTime);  // not packed
    static_cast<void>(folder.write("a.csv.gz", a));
    static_cast<void>(folder.write("b.csv", b));
    const std::string path = folder.write(
        "manifest.json", manifest_of(manifest_entry("x/a.csv.gz", a) + ", " + manifest_entry("x/b.csv", b)));
    CHECK(read(path).rows.value() == Rows{{kMarch5, 1}, {kMarch5, 2}});
    CHECK(read(folder.write("manifest.json", manifest_of(""))).rows.value().empty());
    CHECK(read_part("").rows.value().empty());
}

TEST_CASE("the files of an inventory are found where aws s3 sync leaves them", "[io]") {
    const TemporaryFolder folder;
    const std::string place =
        GENERATE(as<std::string>{}, "2013/one/", "2013/one/data/", "2013/data/", "lists/photos/");
    const std::string packed = gzip(inventory_row("a", "true", "false", "1", kTime));
    std::filesystem::create_directories(folder / "2013/one");
    std::filesystem::create_directories(folder / place);
    static_cast<void>(folder.write(place + "a.csv.gz", packed));
    const std::string path =
        folder.write("2013/one/manifest.json", manifest_of(manifest_entry("lists/photos/a.csv.gz", packed)));
    CHECK(read(path).rows.value() == Rows{{kMarch5, 1}});
    CHECK(read(folder / "2013/one").rows.value() == Rows{{kMarch5, 1}});
}

TEST_CASE("a key does not lead out of the inventory's folders", "[io]") {
    const TemporaryFolder folder;
    const std::string text = inventory_row("a", "true", "false", "1", kTime);
    std::filesystem::create_directories(folder / "b/c");
    static_cast<void>(folder.write("secret", text));
    const auto with_key = [&](const std::string& key) {
        return codes_of(
            open_inventory(folder.write("b/c/manifest.json", manifest_of(manifest_entry(key, text)))));
    };
    CHECK(with_key("d/../../../secret") == Codes{"inventory-part-missing"});
    CHECK(with_key("..") == Codes{"inventory-part-missing"});
    CHECK(with_key("/") == Codes{"inventory-part-missing"});
    CHECK(with_key("a\\u0000b") == Codes{"inventory-part-missing"});
}

TEST_CASE("what looks like an inventory is one", "[io]") {
    const TemporaryFolder folder;
    CHECK_FALSE(io::is_inventory(folder.path()));
    CHECK_FALSE(io::is_inventory(folder / "absent"));
    CHECK_FALSE(io::is_inventory(folder.write("list.json", R"({"Contents": []})")));
    CHECK_FALSE(io::is_inventory(folder.write("trace.csv", "timestamp_utc,size_bytes\n")));
    CHECK(io::is_inventory(folder.write("renamed.json", manifest_of(""))));
    CHECK(io::is_inventory(folder.write("manifest.json", "{broken")));
    // A folder may hold another program's manifest.json.
    CHECK_FALSE(io::is_inventory(folder.path()));
    CHECK(io::is_inventory(folder.write("manifest.json", manifest_of(""))));
    CHECK(io::is_inventory(folder.path()));
}

TEST_CASE("a file of an inventory that is missing or of another size is named", "[io]") {
    const TemporaryFolder folder;
    const std::string text = inventory_row("a", "true", "false", "1", kTime);
    const std::string path = folder.write("manifest.json", manifest_of(manifest_entry("x/a.csv", text) + "," +
                                                                       manifest_entry("x/b.csv", text)));
    CHECK(codes_of(open_inventory(path)) == Codes{"inventory-part-missing", "inventory-part-missing"});
    static_cast<void>(folder.write("a.csv", text + text));
    CHECK(codes_of(open_inventory(path)) == Codes{"inventory-part-size", "inventory-part-missing"});
}

TEST_CASE("a file of an inventory with the wrong checksum is refused", "[io]") {
    const TemporaryFolder folder;
    const std::string good = gzip(inventory_row("a", "true", "false", "1", kTime));
    std::string bad = good;
    bad[4] = 'x';  // the time at which it was packed, which nothing else checks
    static_cast<void>(folder.write("a.csv.gz", bad));
    const std::string path = folder.write("manifest.json", manifest_of(manifest_entry("a.csv.gz", good)));
    CHECK(codes_of(read(path).rows) == Codes{"inventory-part-checksum"});
    static_cast<void>(folder.write("a.csv.gz", good));
    CHECK(read(path).rows.value() == Rows{{kMarch5, 1}});
}

TEST_CASE("checksums may be written in capitals, or not be there", "[io]") {
    const TemporaryFolder folder;
    static_cast<void>(folder.write("a.csv", "7,2013-03-05T00:00:00Z\n"));
    const auto with_checksum = [&](const std::string& checksum) {
        return read(folder.write("manifest.json",
                                 manifest_of(R"({"key": "a.csv")" + checksum + "}", "Size,LastModifiedDate")))
            .rows;
    };
    std::string digest = md5_of("7,2013-03-05T00:00:00Z\n");
    for (char& c : digest)
        c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(with_checksum("").value() == Rows{{kMarch5, 7}});
    CHECK(with_checksum(R"(, "MD5checksum": ")" + digest + '"').value() == Rows{{kMarch5, 7}});
    CHECK(codes_of(with_checksum(R"(, "MD5checksum": "0")")) == Codes{"inventory-part-checksum"});
}

TEST_CASE("a file of an inventory that ends too early is refused", "[io]") {
    const TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 1000; ++i)
        rows += inventory_row(std::to_string(i), "true", "false", "1", kTime);
    const std::string packed = gzip(rows);
    const std::string part = packed.substr(0, packed.size() / 2);
    static_cast<void>(folder.write("a.csv.gz", part));
    CHECK(codes_of(read(folder.write("manifest.json", manifest_of(manifest_entry("a.csv.gz", part)))).rows) ==
          Codes{"gzip-truncated"});
}

TEST_CASE("bad rows of an inventory are reported with their lines", "[io]") {
    const Reading reading = read_part(inventory_row("a", "true", "false", "1", kTime) + "\"photos\",\"b\"\n" +
                                      inventory_row("c", "yes", "false", "1", kTime) +
                                      inventory_row("d", "true", "false", "-1", kTime) +
                                      inventory_row("e", "true", "false", "1", "yesterday") + "\"photos\n" +
                                      inventory_row("f", "true", "false", "1", kTime) + "\n");
    CHECK(codes_of(reading.rows) == Codes{"inventory-row-fields", "inventory-flag", "size-not-a-number",
                                          "time-not-readable", "quote-not-closed"});
    CHECK(reading.rows.error().at(0).where.line == 2);
    CHECK(reading.rows.error().at(4).where.line == 6);
}

TEST_CASE("of very many bad rows the first twenty are shown", "[io]") {
    std::string rows;
    for (int i = 0; i < 5000; ++i)
        rows += "x\n";
    const Reading reading = read_part(rows);
    REQUIRE(codes_of(reading.rows).size() == 21);
    CHECK(reading.rows.error().back().what == "and 4980 more bad rows");
}

TEST_CASE("a manifest that is none is refused", "[io]") {
    CHECK(codes_of_manifest("{") == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest("[]") == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest("{}") == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(R"({"fileFormat": "CSV"})") == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(R"({"fileFormat": 1, "fileSchema": 2, "files": 3})") ==
          Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(manifest_of("1")) == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(manifest_of("{}")) == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(manifest_of(R"({"key": "a", "size": -1})")) == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(manifest_of(R"({"key": "a", "size": 1e300})")) == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest(std::string(100'000, '[')) == Codes{"manifest-malformed"});
    CHECK(codes_of_manifest("{\"fileSchema\": \"\xff\"}") == Codes{"manifest-malformed"});
}

TEST_CASE("an inventory without size or time is of no use", "[io]") {
    CHECK(codes_of_manifest(manifest_of("", "Bucket, Key")) ==
          Codes{"inventory-column-missing", "inventory-column-missing"});
    CHECK(codes_of_manifest(manifest_of("", "Bucket, Key, Size, LastModifiedDat")) ==
          Codes{"inventory-column-missing"});
}

TEST_CASE("for Parquet and ORC the command is named that makes CSV of them", "[io]") {
    const TemporaryFolder folder;
    const std::string schema =
        "message s3.inventory { required binary bucket (UTF8); optional boolean is_latest; }";
    const auto parquet = open_inventory(folder.write(
        "manifest.json", manifest_of(R"({"key": "data/a.parquet", "size": 1})", schema, "Parquet")));
    REQUIRE(codes_of(parquet) == Codes{"inventory-format"});
    CHECK(parquet.error().front().remedy.find(
              "duckdb -c \"COPY (SELECT epoch_us(last_modified_date) AS "
              "timestamp_utc, size AS size_bytes FROM 'a.parquet' WHERE is_latest") != std::string::npos);
    const auto orc = open_inventory(folder.write(
        "manifest.json", manifest_of(R"({"key": "data/a.orc", "size": 1})", "struct<bucket:string>", "ORC")));
    REQUIRE(codes_of(orc) == Codes{"inventory-format"});
    CHECK(orc.error().front().remedy.find("o.read_table('a.orc')") != std::string::npos);
}
