#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"

#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

using firn::io::csv_header;
using firn::io::CsvCursor;
using firn::io::FieldFault;
using firn::io::NumberFault;
using firn::io::parse_whole_number;

TEST_CASE("whole numbers go from 0 to 2^63 - 1", "[io]") {
    CHECK(parse_whole_number("0").value == 0);
    CHECK(parse_whole_number("007").value == 7);
    CHECK(parse_whole_number("999999999999999999").value == 999'999'999'999'999'999);
    CHECK(parse_whole_number("9223372036854775807").value == 9'223'372'036'854'775'807);
    CHECK(parse_whole_number("000000000000000000000000012").value == 12);
}

TEST_CASE("what is no whole number is told apart", "[io]") {
    CHECK(parse_whole_number("9223372036854775808").fault == NumberFault::too_large);
    CHECK(parse_whole_number("99999999999999999999999999").fault == NumberFault::too_large);
    CHECK(parse_whole_number("-1").fault == NumberFault::negative);
    for (const char* text :
         {"", "-", "+1", "1.5", "1e6", "1,000", " 1", "1 ", "0x10", "nan", "NaN", "inf", "--1", "-1.5"}) {
        CHECK(parse_whole_number(text).fault == NumberFault::not_a_number);
    }
}

TEST_CASE("any count reads back", "[io][property]") {
    CHECK(rc::check("to text and back", [](std::int64_t value) {
        const auto number = parse_whole_number(std::to_string(value));
        RC_ASSERT(number.fault == (value < 0 ? NumberFault::negative : NumberFault::none));
        RC_ASSERT(number.value == (value < 0 ? 0 : value));
    }));
}

TEST_CASE("a header line gives its names without quotes and blanks", "[io]") {
    CHECK(csv_header(R"(month, "items" ,bytes,"a,b",)") ==
          std::vector<std::string>{"month", "items", "bytes", "a,b", ""});
    CHECK(csv_header("one") == std::vector<std::string>{"one"});
}

TEST_CASE("fields end with the line", "[io]") {
    CsvCursor cursor{"a,,\"b \"\"c\"\"\""};
    CHECK(cursor.next().text == "a");
    CHECK(cursor.next().text.empty());
    CHECK(cursor.next().text == R"(b ""c"")");
    CHECK(cursor.next().fault == FieldFault::missing);
    CHECK(cursor.next().fault == FieldFault::missing);
}

TEST_CASE("a quote that stays open is told", "[io]") {
    CsvCursor cursor{R"(1,"a ""quoted"" name)"};
    CHECK(cursor.next().text == "1");
    CHECK(cursor.next().fault == FieldFault::quote_not_closed);
}
