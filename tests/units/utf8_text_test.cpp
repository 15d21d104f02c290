#include "core/units/utf8_text.hpp"

#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <string>
#include <tuple>

TEST_CASE("characters are counted, not bytes", "[units]") {
    CHECK(firn::count_characters("") == 0);
    CHECK(firn::count_characters("abc") == 3);
    CHECK(firn::count_characters("\xC3\xA4\xC3\xB6") == 2);  // two letters of two bytes
    CHECK(firn::count_characters("\xE2\x82\xAC") == 1);      // the euro sign
    CHECK(firn::count_characters("\xF0\x9F\x8F\x94") == 1);  // a mountain
    CHECK(firn::count_characters("a\xFFz") == 3);            // a byte that is no UTF-8 counts as one
}

TEST_CASE("the first characters are never half ones", "[units]") {
    CHECK(firn::first_characters("\xC3\xA4\xC3\xB6x", 1) == "\xC3\xA4");
    CHECK(firn::first_characters("\xC3\xA4\xC3\xB6x", 3) == "\xC3\xA4\xC3\xB6x");
    CHECK(firn::first_characters("ab", 9) == "ab");
    CHECK(firn::first_characters("ab", 0).empty());
}

TEST_CASE("bytes that are no UTF-8 are found", "[units]") {
    const auto [text, offset] = GENERATE(table<std::string, std::size_t>({
        {"\xFF", 0},
        {"ab\x80", 2},
        {"ab\xC3", 2},            // ends within a character
        {"\xC0\xAF", 0},          // overlong
        {"\xE0\x80\xAF", 0},      // overlong
        {"\xED\xA0\x80", 0},      // a surrogate
        {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
        {"\xC3\xA4\xE2\x82(", 2},
    }));
    CHECK(firn::find_invalid_utf8(text) == offset);
}

TEST_CASE("UTF-8 of every length is accepted", "[units]") {
    CHECK_FALSE(firn::find_invalid_utf8("").has_value());
    CHECK_FALSE(firn::find_invalid_utf8("z\xC3\xA4\xE2\x82\xAC\xF0\x9F\x8F\x94\xF4\x8F\xBF\xBF").has_value());
}

TEST_CASE("control characters become blanks", "[units]") {
    CHECK(firn::printable("a\tb\x1B[31m\x7F") == "a b [31m ");
    CHECK(firn::printable("a\xC2\x9B"
                          "b") == "a b");  // U+009B begins terminal commands, too
    CHECK(firn::printable("a\xFF"
                          "b") == "a b");
    CHECK(firn::printable("\xC2\xA0\xC3\xA4") == "\xC2\xA0\xC3\xA4");
}

TEST_CASE("quoted text is cut after sixty characters", "[units]") {
    CHECK(firn::quoted("25 MB") == "\"25 MB\"");
    CHECK(firn::quoted(std::string(60, 'x')) == '"' + std::string(60, 'x') + '"');
    CHECK(firn::quoted(std::string(61, 'x')) == '"' + std::string(60, 'x') + "...\"");
    CHECK(firn::quoted(std::string(59, 'x') + "\xC3\xA4yz") == '"' + std::string(59, 'x') + "\xC3\xA4...\"");
}

TEST_CASE("printable text is UTF-8 with as many characters, whatever the bytes were", "[units][property]") {
    const bool holds = rc::check("count(printable(x)) == count(x)", [](const std::string& bytes) {
        const std::string shown = firn::printable(bytes);
        RC_ASSERT_FALSE(firn::find_invalid_utf8(shown).has_value());
        RC_ASSERT(firn::count_characters(shown) == firn::count_characters(bytes));
    });
    CHECK(holds);
}
