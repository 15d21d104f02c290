#include "core/yaml/document.hpp"

#include "core/units/utf8_text.hpp"
#include "core/yaml/malformed.hpp"
#include "core/yaml/tree_builder.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace firn::yaml {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reports the first byte that is no text. The parser would guess at another encoding, or hand broken text
/// on.
bool is_text(TreeBuilder& builder) {
    const std::string_view text = builder.places().text();
    const std::size_t offset =
        std::min(find_invalid_utf8(text).value_or(text.size()), std::min(text.find('\0'), text.size()));
    if (offset == text.size()) return true;
    builder.report(builder.places().place(offset), {.code = "text-not-utf8",
                                                    .what = "this byte is no text in UTF-8",
                                                    .expected = "a text file in UTF-8",
                                                    .remedy = "save the file as UTF-8"});
    return false;
}

void report_malformed(TreeBuilder& builder, const YAML::Exception& error) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    const bool by_tab = builder.places().is_indented_by_tab(offset);
    const std::string message = by_tab ? "illegal tab when looking for indentation" : error.msg;
    Place place = builder.place_of(error.mark);
    if (by_tab) place.column = 1;
    builder.report(place, malformed(message));
}

void parse_events(TreeBuilder& builder) {
    std::istringstream stream{std::string{builder.places().text()}};
    try {
        YAML::Parser parser{stream};
        if (!parser.HandleNextDocument(builder) || !builder.root()) {
            builder.report({}, {.code = "yaml-empty",
                                .what = "there is nothing in this file but blanks and comments",
                                .expected = "\"key: value\" lines"});
            return;
        }
        (void)parser.HandleNextDocument(builder);
    } catch (const StopParsing&) {
        // Already reported.
    } catch (const YAML::Exception& error) {
        report_malformed(builder, error);
    }
}

}  // namespace

const char* to_text(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::scalar:
            return "text";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            return "a map";
    }
    return "nothing";
}

Result<Document> parse_document(std::string file, std::string text) {
    if (std::string_view{text}.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.erase(0, kByteOrderMark.size());
    TreeBuilder builder{file, text};
    if (is_text(builder)) parse_events(builder);
    if (!builder.diagnostics().empty()) {
        Diagnostics diagnostics = std::move(builder.diagnostics());
        sort_by_place(diagnostics);
        add_excerpts(diagnostics, file, text);
        return diagnostics;
    }
    return Document{std::move(file), std::move(text), builder.root()};
}

}  // namespace firn::yaml
