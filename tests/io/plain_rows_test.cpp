#include "core/io/plain_rows.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/digits.hpp"
#include "core/io/utc_time.hpp"
#include "core/random/splitmix.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace firn;
using io::PlainRows;

namespace {

/// More text than any number needs.
const std::string kRoom(64, '\n');

std::optional<std::int64_t> number_of(const std::string& text) {
    const std::string roomy = text + kRoom;
    std::int64_t number = 0;
    const char* const end = io::take_number(roomy.data(), number);
    if (end != roomy.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::int64_t> time_of(const std::string& text) {
    const std::string roomy = text + kRoom;
    io::UtcTimes times;
    std::int64_t micros = 0;
    const char* const end = times.take(roomy.data(), micros);
    if (end != roomy.data() + text.size()) return std::nullopt;
    return micros;
}

/// What RFC 3339 says the time is, where our quick reader may say it: in UTC with a capital Z and seconds.
std::optional<std::int64_t> rfc3339(const std::string& text) {
    const auto instant = parse_rfc3339(text);
    if (!instant) return std::nullopt;
    return instant->time_since_epoch().count();
}

struct Reading {
    Rows rows;
    std::string left;
};

/// The rows that are usual ones, and the text from the first on that is not.
Reading usual_rows(const std::string& text, std::size_t time_column = 0, std::size_t size_column = 1) {
    PlainRows plain{time_column, size_column, ','};
    workload::TraceBlock block;
    Instant latest{};
    const std::string roomy = text + kRoom;
    const auto taken = plain.take(roomy, true, 4096, latest, block);
    Reading reading{.rows = {}, .left = roomy.substr(taken.bytes, text.size() - taken.bytes)};
    for (std::size_t i = 0; i < block.rows(); ++i)
        reading.rows.emplace_back(block.times[i].time_since_epoch().count(), block.sizes[i].count());
    REQUIRE(taken.rows == block.rows());
    return reading;
}

}  // namespace

TEST_CASE("numbers of one to eighteen digits are read in words", "[io]") {
    std::string text;
    std::int64_t expected = 0;
    for (int digits = 1; digits <= 18; ++digits) {
        text += static_cast<char>('0' + digits % 10);
        expected = expected * 10 + digits % 10;
        CHECK(number_of(text) == expected);
    }
    CHECK(number_of("999999999999999999") == 999'999'999'999'999'999);
    CHECK(number_of("000000000000000007") == 7);
    CHECK_FALSE(number_of("1234567890123456789"));
    CHECK_FALSE(number_of("12345678901234567890123456"));
    CHECK_FALSE(number_of(""));
}

TEST_CASE("what is next to the digits in the table of characters is no digit", "[io]") {
    for (int c = 0; c < 256; ++c) {
        for (std::size_t place = 0; place < 18; ++place) {
            std::string text(18, '5');
            text[place] = static_cast<char>(c);
            CHECK(number_of(text).has_value() == (c >= '0' && c <= '9'));
        }
    }
}

TEST_CASE("times are read as RFC 3339 says", "[io]") {
    for (const std::string text :
         {"2013-03-05T07:30:15Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
          "2012-02-29T12:00:00Z", "2013-03-05T07:30:15.2Z", "2013-03-05T07:30:15.25Z",
          "2013-03-05T07:30:15.000Z", "2013-03-05T07:30:15.123456Z"}) {
        CAPTURE(text);
        CHECK(time_of(text) == rfc3339(text));
        CHECK(time_of(text));
    }
}

TEST_CASE("times of another form are left to who knows all forms", "[io]") {
    const std::string text =
        GENERATE(as<std::string>{}, "2013-03-05T07:30Z", "2013-03-05T07:30:15+01:00", "2013-03-05 07:30:15Z",
                 "2013-02-29T00:00:00Z", "2013-03-05T24:00:00Z", "2013-03-05T07:60:00Z",
                 "2013-03-05T07:30:60Z", "2013-03-05T07:30:15.Z", "2013-03-05T07:30:15.1234567Z",
                 "2013-03-05T07:30:15.12345678Z", "2013-03-05T07:30:15", "2013-03-05T07-30-15Z",
                 "2013-03-05T0a:30:15Z", "1969-12-31T23:59:59Z", "2013-03-05", "", "2013-03-05T07:30:15.25");
    CHECK_FALSE(time_of(text));
}

TEST_CASE("any change of a time is judged as RFC 3339 says, or left", "[io]") {
    constexpr std::string_view kCharacters = "0123456789-:.TZ+ ,x";
    int read = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        std::string text = "2013-03-05T07:30:15.25Z";
        const std::uint64_t draw = random::mix(i);
        text[draw % text.size()] = kCharacters[(draw >> 32U) % kCharacters.size()];
        const auto time = time_of(text);
        read += time ? 1 : 0;
        CHECK((!time || time == rfc3339(text)));
    }
    CHECK(read > 5'000);
}

TEST_CASE("usual rows are taken up to the first that is not", "[io]") {
    CHECK(usual_rows("7,25\n8,26,a.jpg\r\n8,27\r\n").rows == Rows{{7, 25}, {8, 26}, {8, 27}});
    CHECK(usual_rows("1970-01-01T00:00:01Z,25\n1970-01-01T00:00:02.5Z,1,k\n").rows ==
          Rows{{1'000'000, 25}, {2'500'000, 1}});
    CHECK(usual_rows("7,25\n8, 26\n9,27\n").left == "8, 26\n9,27\n");
    CHECK(usual_rows("7,25\n8,26,\"a\"\n").left == "8,26,\"a\"\n");
    CHECK(usual_rows("7,25\n6,26\n").left == "6,26\n");
    CHECK(usual_rows("7,25\n\n").left == "\n");
    CHECK(usual_rows("7,25\n8,-1\n").left == "8,-1\n");
    CHECK(usual_rows("7,25\n8,26x\n").left == "8,26x\n");
    CHECK(usual_rows("7,25\n8\n").left == "8\n");
    CHECK(usual_rows("7,25\n253402300800000000,1\n").left == "253402300800000000,1\n");
    CHECK(usual_rows("7,25\n8,1234567890123456789\n").left == "8,1234567890123456789\n");
}

TEST_CASE("usual rows have their columns anywhere", "[io]") {
    CHECK(usual_rows("25,7\n26,8\n", 1, 0).rows == Rows{{7, 25}, {8, 26}});
    CHECK(usual_rows("ann,25,a/b,7,x\nbob,26,,8,\n", 3, 1).rows == Rows{{7, 25}, {8, 26}});
    CHECK(usual_rows("ann,25\nbob,26,,8,\n", 3, 1).rows.empty());
    CHECK(usual_rows("\"a,b\",25,x,7\n", 3, 1).rows.empty());
}

TEST_CASE("no more rows are taken than are asked for", "[io]") {
    PlainRows plain{0, 1, ','};
    workload::TraceBlock block;
    Instant latest{};
    const std::string text = "1,1\n2,2\n3,3\n4,4\n" + kRoom;
    CHECK(plain.take(text, false, 3, latest, block).rows == 3);
    CHECK(latest == Instant{Duration{3}});
    CHECK(plain.take(text.substr(12), false, 3, latest, block).rows == 0);
    CHECK(plain.take(text.substr(12), false, 4, latest, block).rows == 1);
    CHECK(block.rows() == 4);
}

TEST_CASE("the end of a text is never read over", "[io]") {
    // Exactly as much memory as there is text: a sanitizer sees one byte too many.
    const std::string text = "1,1\n2013-03-05T07:30:15.25Z,2,key\n3,3\n1234567890,77\n";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const std::vector<char> exact(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length));
        PlainRows plain{0, 1, ','};
        workload::TraceBlock block;
        Instant latest{};
        CHECK(plain.take({exact.data(), exact.size()}, true, 10, latest, block).bytes <= length);
    }
}
