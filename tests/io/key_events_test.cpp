#include "core/io/key_events.hpp"

#include "core/workload/key_hash.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using io::KeyEvent;
using workload::key_hash;
using Events = std::vector<KeyEvent>;

namespace {

Result<io::ReadKeyEvents> read(const std::string& text, Instant start = {}) {
    const TemporaryFolder folder;
    return io::read_key_events(folder.write("events.csv", text), start);
}

Events events_of(const std::string& text) {
    const auto read_events = read(text);
    REQUIRE(read_events);
    return read_events->events;
}

KeyEvent event(std::int64_t micros, std::string_view key, std::string destination = {}) {
    return {.time = Instant{Duration{micros}}, .key = key_hash(key), .destination = std::move(destination)};
}

}  // namespace

TEST_CASE("a table of keys has times, keys and destinations", "[io]") {
    CHECK(events_of("timestamp_utc,key,destination\n1970-01-01T00:00:01Z,ann/a.jpg,store\n2000000,b,s3\n") ==
          Events{event(1'000'000, "ann/a.jpg", "store"), event(2'000'000, "b", "s3")});
}

TEST_CASE("a table of keys may lack destinations, and have other columns in any order", "[io]") {
    CHECK(events_of("who,key,timestamp_utc\nme,a,7\n") == Events{event(7, "a")});
    CHECK(events_of("timestamp_utc,key,destination\n7,a\n8,b,\n") == Events{event(7, "a"), event(8, "b")});
}

TEST_CASE("events come by their times, equal ones in the order of the table", "[io]") {
    CHECK(events_of("timestamp_utc,key\n9,a\n7,b\n9,c\n7,d\n") ==
          Events{event(7, "b"), event(7, "d"), event(9, "a"), event(9, "c")});
}

TEST_CASE("a table of keys that is not sorted by time is said to be sorted", "[io]") {
    const auto found = read("timestamp_utc,key\n9,a\n7,b\n9,c\n8,d\n");
    REQUIRE(found);
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].code == "rows-sorted");
    CHECK(found->notes[0].what == "2 rows are earlier than one before them: the table is sorted by time");
    CHECK(found->notes[0].where.line == 3);
    CHECK(read("timestamp_utc,key\n7,a\n7,b\n9,c\n")->notes.empty());
}

TEST_CASE("a row of a table without a key is told to be about no file", "[io]") {
    const auto found = read("timestamp_utc,key\n7,\n");
    REQUIRE_FALSE(found);
    CHECK(found.error()[0].code == "keys-missing");
    CHECK(found.error()[0].remedy == "write the key, or leave the row out");
}

TEST_CASE("a table of keys may be packed, quoted, without rows or without its last line end", "[io]") {
    CHECK(events_of(gzip("timestamp_utc,key\n7,a\n")) == Events{event(7, "a")});
    CHECK(events_of("timestamp_utc,key\r\n7,\"a,\"\"b\"\"\"\r\n8,./c") ==
          Events{event(7, "a,\"b\""), event(8, "c")});
    CHECK(events_of("timestamp_utc,key\n").empty());
}

TEST_CASE("blank rows and guessed zones of a table of keys are told", "[io]") {
    const auto found = read("timestamp_utc,key\n\n1970-01-01 00:00:01,a\n");
    REQUIRE(found);
    CHECK(found->events == Events{event(1'000'000, "a")});
    CHECK(found->notes.size() == 2);
    CHECK_FALSE(has_errors(found->notes));
}

TEST_CASE("all errors of a table of keys are told at once, each at its place", "[io]") {
    const auto found = read("timestamp_utc,key\nyesterday,a\n7,b\n8,\n,c\n9\n253402300800000000,d\n1,\"e\n");
    REQUIRE(codes_of(found) == Codes{"time-not-readable", "keys-missing", "field-missing", "keys-missing",
                                     "time-out-of-range", "quote-not-closed"});
    CHECK(found.error()[0].where.line == 2);
    CHECK(found.error()[0].where.column == 1);
    CHECK(found.error()[5].where.line == 8);
    CHECK(found.error()[5].where.column == 3);
}

TEST_CASE("a table of keys has no row before the start and no destination of its own making", "[io]") {
    const auto found =
        read("timestamp_utc,key,destination\n6,a,\n7,b,mars\n8,c,region\n5,d,mars\n", Instant{Duration{7}});
    REQUIRE(codes_of(found) == Codes{"request-before-start", "destination-unknown", "request-before-start"});
    CHECK(found.error()[0].where.line == 2);
    CHECK(found.error()[1].where.line == 3);
    CHECK(found.error()[1].where.column == 5);
}

TEST_CASE("of many bad rows of a table of keys twenty are shown", "[io]") {
    std::string text = "timestamp_utc,key\n";
    for (int i = 0; i < 30; ++i)
        text += "x,a\n";
    const auto found = read(text);
    REQUIRE_FALSE(found);
    CHECK(found.error().size() == 21);
    CHECK(found.error().back().code == "more-bad-rows");
}

TEST_CASE("a table of keys without its columns is refused", "[io]") {
    CHECK(codes_of(read("timestamp_utc,name\n7,a\n")) == Codes{"trace-header"});
    CHECK(codes_of(read("when,name\n7,a\n")) == Codes{"trace-header", "trace-header"});
    CHECK(codes_of(read("timestamp_utc,key,key\n7,a,b\n")) == Codes{"trace-header"});
    CHECK(codes_of(read("")) == Codes{"file-empty"});
    const TemporaryFolder folder;
    CHECK(codes_of(io::read_key_events(folder / "absent", Instant{})) == Codes{"file-missing"});
}
