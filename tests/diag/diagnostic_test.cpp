#include "core/diag/diagnostic.hpp"

#include "tests/support/catch.hpp"

#include <string>

using firn::Diagnostic;
using firn::Diagnostics;

namespace {

Diagnostic at(std::size_t line, std::size_t column, std::string what) {
    return {.where = {"bill.yaml", line, column}, .what = std::move(what)};
}

/// The diagnostic with the excerpt that the text gives it.
std::string shown(const Diagnostic& diagnostic, std::string_view text) {
    Diagnostics diagnostics{diagnostic};
    add_excerpts(diagnostics, "bill.yaml", text);
    return to_text(diagnostics.front());
}

}  // namespace

TEST_CASE("a diagnostic shows place, fault, line, expectation and remedy", "[diag]") {
    Diagnostic diagnostic = at(2, 8, "\"12\" has no unit");
    diagnostic.expected = "a number of bytes with its unit";
    diagnostic.remedy = "write the unit";
    diagnostic.excerpt.length = 2;
    CHECK(shown(diagnostic, "a: 1\nbytes: 12\n") ==
          "bill.yaml:2:8: error: \"12\" has no unit\n"
          "  2 | bytes: 12\n"
          "    |        ^~\n"
          "expected: a number of bytes with its unit\n"
          "remedy: write the unit\n");
}

TEST_CASE("what is not known of a place is left out", "[diag]") {
    CHECK(to_text(Diagnostic{.what = "no place"}) == "error: no place\n");
    CHECK(to_text(at(0, 0, "whole file")) == "bill.yaml: error: whole file\n");
    CHECK(shown(at(1, 0, "whole line"), "a: 1\n") == "bill.yaml:1: error: whole line\n  1 | a: 1\n");
}

TEST_CASE("the code stands behind the fault, so that it can be looked up", "[diag]") {
    CHECK(to_text(Diagnostic{.code = "unit-missing", .what = "\"12\" has no unit"}) ==
          "error: \"12\" has no unit [unit-missing]\n");
}

TEST_CASE("each severity has its word", "[diag]") {
    CHECK(to_text(Diagnostic{.severity = firn::Severity::warning, .what = "w"}) == "warning: w\n");
    CHECK(to_text(Diagnostic{.severity = firn::Severity::note, .what = "n"}) == "note: n\n");
}

TEST_CASE("only errors count as errors", "[diag]") {
    CHECK_FALSE(has_errors(Diagnostics{}));
    CHECK_FALSE(has_errors(Diagnostics{Diagnostic{.severity = firn::Severity::warning, .what = "w"}}));
    CHECK(has_errors(
        Diagnostics{Diagnostic{.severity = firn::Severity::note, .what = "n"}, Diagnostic{.what = "e"}}));
}

TEST_CASE("marks stand under the right characters of a line with letters of several bytes", "[diag]") {
    Diagnostic diagnostic = at(1, 8, "here");
    diagnostic.excerpt.length = 2;
    // The column counts characters: two letters of two bytes and one sign of three stand before.
    CHECK(shown(diagnostic, "\xC3\xA4\xC3\xB6\xE2\x82\xAC: x \xC3\xBC\xC3\xBC\n") ==
          "bill.yaml:1:8: error: here\n"
          "  1 | \xC3\xA4\xC3\xB6\xE2\x82\xAC: x \xC3\xBC\xC3\xBC\n"
          "    |        ^~\n");
}

TEST_CASE("marks end with the line, however much was meant to be marked", "[diag]") {
    Diagnostic diagnostic = at(1, 3, "here");
    diagnostic.excerpt.length = 1'000;
    CHECK(shown(diagnostic, "abcd\n") == "bill.yaml:1:3: error: here\n  1 | abcd\n    |   ^~\n");
}

TEST_CASE("a place behind the line's end is marked at its end", "[diag]") {
    CHECK(shown(at(1, 99, "here"), "abcd\n") == "bill.yaml:1:99: error: here\n  1 | abcd\n    |     ^\n");
}

TEST_CASE("control characters neither move the marks nor reach the terminal", "[diag]") {
    Diagnostic diagnostic = at(1, 4, "a \x1B[31mred\x07 word");
    diagnostic.remedy = "no\nsecond line";
    CHECK(shown(diagnostic, "a\t\x1Bz\x01\n") ==
          "bill.yaml:1:4: error: a  [31mred  word\n"
          "  1 | a  z \n"
          "    |    ^\n"
          "remedy: no second line\n");
}

TEST_CASE("a line end of two characters is no part of the line", "[diag]") {
    CHECK(shown(at(2, 1, "here"), "a: 1\r\nb: 2\r\n") == "bill.yaml:2:1: error: here\n  2 | b: 2\n    | ^\n");
}

TEST_CASE("a long line is shown from shortly before the place on", "[diag]") {
    const std::string line = std::string(500, 'x') + "y" + std::string(500, 'z');
    // 40 characters before the place, 160 in all.
    CHECK(shown(at(1, 501, "here"), line) ==
          "bill.yaml:1:501: error: here\n"
          "  1 | ..." +
              std::string(40, 'x') + "y" + std::string(119, 'z') +
              "...\n"
              "    | " +
              std::string(43, ' ') + "^\n");
}

TEST_CASE("a long line with its place at the beginning is cut at the end only", "[diag]") {
    CHECK(shown(at(1, 3, "here"), std::string(500, 'x')) ==
          "bill.yaml:1:3: error: here\n"
          "  1 | " +
              std::string(160, 'x') + "...\n    |   ^\n");
}

TEST_CASE("an excerpt of a line as long as its file stays small", "[diag]") {
    Diagnostics diagnostics{at(1, 500'000, "here")};
    add_excerpts(diagnostics, "bill.yaml", std::string(1'000'000, 'x'));
    CHECK(diagnostics.front().excerpt.line.size() < 200);
    CHECK(diagnostics.front().excerpt.first_column == 500'000 - 40);
}

TEST_CASE("a line that does not exist has no excerpt", "[diag]") {
    CHECK(shown(at(9, 1, "here"), "a: 1\n") == "bill.yaml:9:1: error: here\n");
}

TEST_CASE("excerpts are taken from the diagnostic's own file only", "[diag]") {
    Diagnostics diagnostics{at(1, 1, "here")};
    add_excerpts(diagnostics, "other.yaml", "a: 1\n");
    CHECK(diagnostics.front().excerpt.line.empty());
}

TEST_CASE("an excerpt that is there already stays", "[diag]") {
    Diagnostics diagnostics{at(1, 1, "here")};
    diagnostics.front().excerpt.line = "kept";
    add_excerpts(diagnostics, "bill.yaml", "a: 1\n");
    CHECK(diagnostics.front().excerpt.line == "kept");
}

TEST_CASE("diagnostics are ordered by place, and where that is equal as they were found", "[diag]") {
    Diagnostics diagnostics{at(2, 1, "c"), at(1, 9, "b"), at(1, 2, "a"), at(2, 1, "d")};
    sort_by_place(diagnostics);
    CHECK(to_text(diagnostics) ==
          "bill.yaml:1:2: error: a\n"
          "bill.yaml:1:9: error: b\n"
          "bill.yaml:2:1: error: c\n"
          "bill.yaml:2:1: error: d\n");
}

TEST_CASE("diagnostics are appended in order", "[diag]") {
    Diagnostics diagnostics{at(1, 1, "a")};
    append(diagnostics, {at(2, 1, "b"), at(3, 1, "c")});
    REQUIRE(diagnostics.size() == 3);
    CHECK(diagnostics.back().what == "c");
}
