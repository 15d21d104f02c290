#include "core/yaml/setting_edit.hpp"
#include "tests/support/catch.hpp"

using namespace firn;

namespace {

yaml::Document document(const char* text) { return yaml::parse_document("test.yaml", text).value(); }

std::string with(const char* text, std::string_view path, std::string_view value) {
    return yaml::with_setting(document(text), path, value).value_or("(absent)");
}

}  // namespace

TEST_CASE("a value is written over where it stands and nothing else", "[yaml]") {
    CHECK(with("a: 1 # why\nb: 2\n", "a", "25 MB") == "a: 25 MB # why\nb: 2\n");
    CHECK(with("s: {a: 1, b: 'x y'}\n", "s.b", "2") == "s: {a: 1, b: 2}\n");
    CHECK(with("l:\n  - a: 1\n  - a: 2\n", "l.2.a", "3") == "l:\n  - a: 1\n  - a: 3\n");
    CHECK(with("a: [1, 2] # two\n", "a", "1, 2, 3") == "a: [1, 2, 3] # two\n");
    CHECK(with("ä: x\nb: é\n", "b", "ö") == "ä: x\nb: \"ö\"\n");
}

TEST_CASE("a value that YAML would read otherwise is quoted", "[yaml]") {
    CHECK(with("a: 1\n", "a", "x: y") == "a: \"x: y\"\n");
    CHECK(with("a: 1\n", "a", "b # c") == "a: \"b # c\"\n");
    CHECK(with("s: {a: 1}\n", "s.a", "b, c") == "s: {a: \"b, c\"}\n");
}

TEST_CASE("a key that is missing is added to its map, and maps on the way", "[yaml]") {
    CHECK(with("s:\n  a: 1\nt: 2\n", "s.b", "3") == "s:\n  a: 1\n  b: 3\nt: 2\n");
    CHECK(with("s: {a: 1}\n", "s.b", "3") == "s: {a: 1, b: 3}\n");
    CHECK(with("s: {a: {c: 1}}\n", "s.a.b.d", "3") == "s: {a: {c: 1, b: {d: 3}}}\n");
    CHECK(with("a: 1", "s.b", "3") == "a: 1\n\ns:\n  b: 3\n");
    CHECK(with("s: {\n  a: 1 # one\n}\nt: 2\n", "u", "3") == "s: {\n  a: 1 # one\n}\nt: 2\nu: 3\n");
}

TEST_CASE("an empty value takes the key out", "[yaml]") {
    CHECK(with("a: 1 # why\nb: 2\n", "a", "") == "b: 2\n");
    CHECK(with("s: {a: 1, b: 2}\n", "s.a", "") == "s: {b: 2}\n");
    CHECK(with("s: {a: 1, b: 2}\n", "s.b", "") == "s: {a: 1}\n");
    CHECK(with("a: 1\n", "b", "") == "a: 1\n");
}

TEST_CASE("what is written too unusually is left alone", "[yaml]") {
    CHECK(with("a: >\n  over\n  lines\nb: 1\n", "a", "2") == "(absent)");
    CHECK(with("a: &x 1\nb: *x\n", "b", "2") == "(absent)");
    CHECK(with("a: 1\n", "a", "") == "(absent)");
    CHECK(with("s: 1\n", "s.a", "2") == "(absent)");
}

TEST_CASE("a section goes with its comments", "[yaml]") {
    const auto text = yaml::without_section(document("a: 1\n# of s\ns:\n  b: 2\n  c: {d: 3}\nt: 4\n"), "s");
    CHECK(text.value_or("(absent)") == "a: 1\nt: 4\n");
}

TEST_CASE("a place belongs to the key or item that begins before it", "[yaml]") {
    const yaml::Document text = document("a: 1\ns:\n  b: 2\nl:\n  - {c: 3}\n  - {c: 4}\n");
    CHECK(yaml::path_at(text, {1, 4}) == "a");
    CHECK(yaml::path_at(text, {3, 6}) == "s.b");
    CHECK(yaml::path_at(text, {6, 9}) == "l.2.c");
    CHECK(yaml::stated_at(text, "l.2.c")->scalar == "4");
    CHECK(yaml::stated_at(text, "l.3.c") == nullptr);
}
