#include "core/units/bytes.hpp"

#include "core/units/quantity_text.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <limits>
#include <string>
#include <tuple>

using firn::Bytes;

TEST_CASE("GB and GiB are different numbers", "[units]") {
    STATIC_REQUIRE(Bytes::from_kib(1) == Bytes{1'024});
    STATIC_REQUIRE(Bytes::from_mib(24) == Bytes{25'165'824});
    STATIC_REQUIRE(Bytes::from_gib(1) == Bytes{1'073'741'824});
    STATIC_REQUIRE(Bytes::from_tib(1) == Bytes{1'099'511'627'776});
    STATIC_REQUIRE(Bytes::from_gib(1) > Bytes{1'000'000'000});
}

TEST_CASE("bytes add, subtract and multiply by a count", "[units]") {
    STATIC_REQUIRE(Bytes{3} + Bytes{4} == Bytes{7});
    STATIC_REQUIRE(Bytes{7} - Bytes{4} == Bytes{3});
    STATIC_REQUIRE(Bytes::from_kib(32) * 1'000 == Bytes{32'768'000});
    STATIC_REQUIRE(Bytes{} == Bytes{0});
}

TEST_CASE("bytes are written in the largest unit of which they are a multiple", "[units]") {
    const auto [bytes, text] = GENERATE(table<std::int64_t, std::string>({
        {0, "0 B"},
        {1, "1 B"},
        {999, "999 B"},
        {1'000, "1 kB"},
        {1'024, "1 KiB"},
        {1'024'000, "1000 KiB"},  // 1024 kB, too, but KiB is larger
        {1'536 * 1'024, "1536 KiB"},
        {25'000'000, "25 MB"},
        {25'165'824, "24 MiB"},
        {1'000'000'000, "1 GB"},
        {1'073'741'824, "1 GiB"},
        {259'229, "259229 B"},
        {1'125'899'906'842'624, "1 PiB"},
        {9'223'372'036'854'775'807, "9223372036854775807 B"},
    }));
    CHECK(to_text(Bytes{bytes}) == text);
}

TEST_CASE("any number of bytes reads back from its text", "[units][property]") {
    const bool holds = rc::check("parse_bytes(to_text(x)) == x", [] {
        const auto unit =
            *rc::gen::element<std::int64_t>(1, 1'000, 1'024, 1'000'000, 1 << 20, 1'000'000'000, 1 << 30);
        const auto most = std::numeric_limits<std::int64_t>::max() / unit;
        const Bytes bytes{*rc::gen::inRange<std::int64_t>(0, most) * unit};
        const auto read = firn::parse_bytes(to_text(bytes));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == bytes);
    });
    CHECK(holds);
}

TEST_CASE("the largest number of bytes reads back from its text", "[units]") {
    const Bytes largest{std::numeric_limits<std::int64_t>::max()};
    const auto read = firn::parse_bytes(to_text(largest));
    REQUIRE(read.has_value());
    CHECK(*read == largest);
}

TEST_CASE("bytes for people have three significant digits in decimal units", "[units]") {
    const auto [bytes, text] = GENERATE(table<std::int64_t, std::string>({
        {0, "0 B"},
        {812, "812 B"},
        {999, "999 B"},
        {1'000, "1.00 kB"},
        {25'000'000, "25.0 MB"},
        {9'994'999, "9.99 MB"},
        {9'995'000, "10.0 MB"},   // 9.995 rounds up to 10.00, which is 10.0
        {99'949'999, "99.9 MB"},  // not first to 99.95 and then to 100
        {99'950'000, "100 MB"},
        {999'499'999, "999 MB"},
        {999'999'999, "1000 MB"},
        {1'520'000'000'000, "1.52 TB"},
        {12'344'999, "12.3 MB"},
        {12'349'999, "12.3 MB"},  // not first to 12.35 and then to 12.4
        {9'223'372'036'854'775'807, "9223 PB"},
    }));
    CHECK(to_rough_text(Bytes{bytes}) == text);
}
