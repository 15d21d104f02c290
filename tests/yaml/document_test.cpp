#include "core/yaml/document.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <tuple>

using firn::Diagnostics;
using firn::yaml::Node;
using firn::yaml::parse_document;
using firn::yaml::Place;

namespace {

std::string where(Place place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

/// The tree in one line, each node with its place: {month@1:1: 2013-03@1:8}.
std::string drawn(const Node& node) {
    std::string text;
    switch (node.kind) {
        case Node::Kind::null:
            return "~@" + where(node.place);
        case Node::Kind::scalar:
            return node.scalar + "@" + where(node.place);
        case Node::Kind::sequence:
            for (const auto& item : node.items)
                text += (text.empty() ? "" : ", ") + drawn(*item);
            return "[" + text + "]@" + where(node.place);
        case Node::Kind::map:
            for (const auto& entry : node.entries) {
                text += (text.empty() ? "" : ", ") + entry.key + "@" + where(entry.key_place) + ": " +
                        drawn(*entry.value);
            }
            return "{" + text + "}@" + where(node.place);
    }
    return text;
}

std::string tree(const std::string& text) {
    const auto document = parse_document("f.yaml", text);
    return document ? drawn(*document->root) : to_text(document.error());
}

/// "code@line:column" of each error.
std::string faults(const std::string& text) {
    const auto document = parse_document("f.yaml", text);
    if (document) return "none";
    std::string codes;
    for (const firn::Diagnostic& fault : document.error()) {
        codes +=
            (codes.empty() ? "" : " ") + fault.code + "@" + where({fault.where.line, fault.where.column});
    }
    return codes;
}

}  // namespace

TEST_CASE("each value and each key knows its place", "[yaml]") {
    const auto [text, drawing] = GENERATE(table<std::string, std::string>({
        {"month: 2013-03\n", "{month@1:1: 2013-03@1:8}@1:1"},
        {"a:\n  b: 1\n  c: 2\n", "{a@1:1: {b@2:3: 1@2:6, c@3:3: 2@3:6}@2:3}@1:1"},
        {"- x\n- y: 1\n", "[x@1:3, {y@2:3: 1@2:6}@2:3]@1:1"},
        {"a: [x, {b: 1}]\n", "{a@1:1: [x@1:5, {b@1:9: 1@1:12}@1:8]@1:4}@1:1"},
        {"\"a b\": 'c'\n", "{a b@1:1: c@1:8}@1:1"},
        {"# words\n\na: 1 # more\n", "{a@3:1: 1@3:4}@3:1"},
        {"---\na: 1\n...\n", "{a@2:1: 1@2:4}@2:1"},
        {"a: |\n  x\n  y\nb: 1\n", "{a@1:1: x\ny\n@1:4, b@4:1: 1@4:4}@1:1"},
        {"text", "text@1:1"},
    }));
    CHECK(tree(text) == drawing);
}

TEST_CASE("columns count characters, not bytes", "[yaml]") {
    CHECK(tree("{\xC3\xA4: \xC3\xB6, b: \xE2\x82\xAC, c: 1}") ==
          "{\xC3\xA4@1:2: \xC3\xB6@1:5, b@1:8: \xE2\x82\xAC@1:11, c@1:14: 1@1:17}@1:1");
}

TEST_CASE("line ends of two characters and a byte order mark move nothing", "[yaml]") {
    CHECK(tree("a: 1\r\nb: 2\r\n") == "{a@1:1: 1@1:4, b@2:1: 2@2:4}@1:1");
    CHECK(tree("\xEF\xBB\xBF"
               "a: 1\n") == "{a@1:1: 1@1:4}@1:1");
}

TEST_CASE("a value that is not there stands at its key or its dash, not at whatever comes next", "[yaml]") {
    CHECK(tree("a:\nb: 1\n") == "{a@1:1: ~@1:1, b@2:1: 1@2:4}@1:1");
    CHECK(tree("a:\n\n# words\n\nb: 1\n") == "{a@1:1: ~@1:1, b@5:1: 1@5:4}@1:1");
    CHECK(tree("- # words\n\n- 3\n-\n") == "[~@1:1, 3@3:3, ~@4:1]@1:1");
    CHECK(tree("a: ~\nb: null\n") == "{a@1:1: ~@1:4, b@2:1: ~@2:4}@1:1");
}

TEST_CASE("scalars keep the text as it was written", "[yaml]") {
    CHECK(tree("a: 0.010\n") == "{a@1:1: 0.010@1:4}@1:1");
    CHECK(tree("a: 1_000\n") == "{a@1:1: 1_000@1:4}@1:1");
    CHECK(tree("a: 0x10\n") == "{a@1:1: 0x10@1:4}@1:1");
    CHECK(tree("a: yes\n") == "{a@1:1: yes@1:4}@1:1");
    CHECK(tree("a: 2013-03-05T00:00Z\n") == "{a@1:1: 2013-03-05T00:00Z@1:4}@1:1");
}

TEST_CASE("an alias repeats a value, which keeps the place of its anchor", "[yaml]") {
    CHECK(tree("a: &x 1\nb: *x\n") == "{a@1:1: 1@1:4, b@2:1: 1@1:4}@1:1");
    CHECK(tree("- &x {b: 1}\n- *x\n") == "[{b@1:7: 1@1:10}@1:3, {b@1:7: 1@1:10}@1:3]@1:1");
}

TEST_CASE("what is no document is refused at its place", "[yaml]") {
    const auto [text, codes] = GENERATE(table<std::string, std::string>({
        {"", "yaml-empty@1:1"},
        {"\n\n", "yaml-empty@1:1"},
        {"# only words\n", "yaml-empty@1:1"},
        {"a: 1\na: 2\n", "key-repeated@2:1"},
        {"a: 1\na: 2\nb: 3\na: 4\nb: 5\n", "key-repeated@2:1 key-repeated@4:1 key-repeated@5:1"},
        {"x: {b: 1, b: 2}\n", "key-repeated@1:11"},
        {"a: 1\n\"a\": 2\n", "key-repeated@2:1"},
        {"a: 1\n---\nb: 2\n", "yaml-two-documents@2:1"},
        {"a: 1\n...\n---\nb: 2\n", "yaml-two-documents@3:1"},
        {"a: 1\n---\n", "yaml-two-documents@2:1"},
        {"- a\nb: 1\n", "yaml-malformed@2:1"},
        {"\ta: 1\n", "yaml-malformed@1:1"},
        {"a:\n\tb: 1\n", "yaml-malformed@2:1"},
        {"a: b: c\n", "yaml-malformed@1:5"},
        {"a: 1\n  b: 2\n", "yaml-malformed@2:4"},
        {"a: [1, 2\n", "yaml-malformed@2:1"},
        {"a: {b: 1\n", "yaml-malformed@2:1"},
        {"a: ]\n", "yaml-malformed@1:4"},
        {"a: @x\n", "yaml-malformed@1:4"},
        {"a: \"\\xZZ\"\n", "yaml-malformed@1:9"},
        {"a: 'x\nb: 1\n", "yaml-malformed@1:4"},
        {"a: \"x\nb: 1\n", "yaml-malformed@1:4"},
        {"a: &n 'x\n", "yaml-malformed@1:4"},
        {"a: \"x\\\"\n", "yaml-malformed@1:4"},
        {"a: 'it''s\n", "yaml-malformed@1:4"},
        {"a: *x\n", "yaml-malformed@1:4"},
        {"a: &x [*x]\n", "yaml-malformed@1:8"},
        {"a: &x {b: *x}\n", "yaml-malformed@1:11"},
        {"? [1, 2]\n: 3\n", "yaml-malformed@1:3"},
        {"? {a: 1}\n: 3\n", "yaml-malformed@1:3"},
        {"~: 3\n", "yaml-malformed@1:1"},
        {"a: &x {b: 1}\nc:\n  <<: *x\n", "yaml-merge-key@3:3"},
        {"a: \xFF\n", "text-not-utf8@1:4"},
        {"a: 1\nb: \xC3\xA4\xE4\n", "text-not-utf8@2:5"},
        {std::string{"a: \0b\n", 7}, "text-not-utf8@1:4"},
        {std::string{"\xFF\xFE"
                     "a\0:\0",
                     6},
         "text-not-utf8@1:1"},
    }));
    CAPTURE(text);
    CHECK(faults(text) == codes);
}

TEST_CASE("quotes that close are no fault, whatever stands between them", "[yaml]") {
    CHECK(faults("a: 'it''s'\nb: \"x\\\\\"\nc: \"\\\"\"\nd: ''\ne: 'x\n  y'\nf: &n !!str \"z\"\n") == "none");
    CHECK(faults("a: |\n  it's \"open\nb: it's\nc: x\"y\n") == "none");
}

TEST_CASE("nesting beyond reason is refused, not followed", "[yaml]") {
    CHECK(faults(std::string(65, '[') + std::string(65, ']')) == "yaml-malformed@1:65");
    CHECK(faults(std::string(100'000, '[')) != "none");
    CHECK(faults(std::string(100'000, '{')) != "none");
    CHECK(faults(std::string(64, '[') + std::string(64, ']')) == "none");
}

TEST_CASE("aliases that multiply without end are refused", "[yaml]") {
    // Ten times ten times ... : 10^9 values from a few lines.
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (const char level : std::string{"12345678"}) {
        const std::string alias = std::string{"*a"} + static_cast<char>(level - 1);
        text += std::string{"a"} + level + ": &a" + level + " [" + alias;
        for (int i = 1; i < 10; ++i)
            text += ", " + alias;
        text += "]\n";
    }
    CHECK(faults(text).substr(0, 21) == "yaml-aliases-too-many");
}

TEST_CASE("a repeated key is shown with its first place and the whole word marked", "[yaml]") {
    const auto document = parse_document("f.yaml", "month: 1\nb: 2\nmonth: 3\n");
    REQUIRE_FALSE(document.has_value());
    CHECK(to_text(document.error()) ==
          "f.yaml:3:1: error: the key \"month\" stands here twice, first in line 1 [key-repeated]\n"
          "  3 | month: 3\n"
          "    | ^~~~~\n"
          "remedy: keep one of the two\n");
}

TEST_CASE("the parser's faults are put in words that lead on", "[yaml]") {
    const auto [text, what] = GENERATE(table<std::string, std::string>({
        {"a:\n\tb: 1\n", "a tab stands in the indentation"},
        {"a: b: c\n", "\"key: value\" cannot stand here"},
        {"a: [1, 2\n", "a list that opens with \"[\" is not closed before this"},
        {"a: `x`\n", "no plain text begins with this character"},
        {"a: *x\n", "no anchor of this name stands before its alias"},
        {"- a\nb: 1\n", "this does not belong to what stands above it"},
    }));
    const auto document = parse_document("f.yaml", text);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().front().what == what);
    CHECK_FALSE(document.error().front().remedy.empty());
}

TEST_CASE("a hundred thousand values of one line keep their columns, quickly", "[yaml]") {
    std::string text = "[\xC3\xA4";
    for (int i = 1; i < 100'000; ++i)
        text += ",\xC3\xA4";
    const auto document = parse_document("f.yaml", text + "]");
    REQUIRE(document.has_value());
    CHECK(document->root->items.size() == 100'000);
    // One bracket, then a letter and a comma for each value before.
    CHECK(document->root->items.back()->place.column == 2 + 2 * 99'999);
}
