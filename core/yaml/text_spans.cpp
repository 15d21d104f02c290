#include "core/yaml/text_spans.hpp"

#include <algorithm>

namespace firn::yaml {

namespace {

constexpr auto kNone = std::string_view::npos;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Behind the closing quote of the quoted text at `begin`, or kNone.
std::size_t quoted_end(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    for (std::size_t i = begin + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
            if (!doubled) return i + 1;
            ++i;
        }
    }
    return kNone;
}

/// The plain scalar at `begin`, if it is written as its text is.
std::optional<TextSpan> plain_span(std::string_view text, std::size_t begin, std::string_view scalar) {
    if (scalar.empty() || text.substr(begin, scalar.size()) != scalar) return std::nullopt;
    const std::size_t end = begin + scalar.size();
    const bool is_whole = end == text.size() || std::string_view{" \t\r\n,}]"}.find(text[end]) != kNone;
    return is_whole ? std::optional{TextSpan{begin, end}} : std::nullopt;
}

}  // namespace

std::size_t offset_of(std::string_view text, Place place) {
    std::size_t offset = 0;
    for (std::size_t line = 1; line < place.line; ++line) {
        const auto end = text.find('\n', offset);
        if (end == kNone) return text.size();
        offset = end + 1;
    }
    for (std::size_t column = 1; column < place.column && offset < text.size(); ++column) {
        ++offset;
        while (offset < text.size() && continues_character(text[offset]))
            ++offset;
    }
    return offset;
}

TextSpan line_at(std::string_view text, std::size_t offset) {
    const auto before = offset == 0 ? kNone : text.rfind('\n', offset - 1);
    const auto end = text.find('\n', offset);
    return {before == kNone ? 0 : before + 1, std::min(end, text.size())};
}

std::optional<TextSpan> span_of(std::string_view text, const Node& value) {
    const std::size_t begin = offset_of(text, value.place);
    if (begin >= text.size()) return std::nullopt;
    std::optional<TextSpan> span;
    if (text[begin] == '"' || text[begin] == '\'') {
        const std::size_t end = quoted_end(text, begin);
        if (end != kNone) span = TextSpan{begin, end};
    } else if (value.kind == Node::Kind::scalar) {
        span = plain_span(text, begin, value.scalar);
    } else {
        span = bracketed(text, begin);
    }
    if (!span || text.substr(begin, span->end - begin).find('\n') != kNone) return std::nullopt;
    return span;
}

std::optional<TextSpan> bracketed(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || (text[begin] != '{' && text[begin] != '[')) return std::nullopt;
    int depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        const bool begins_word = i > 0 && std::string_view{" \t\n,[{"}.find(text[i - 1]) != kNone;
        if ((c == '"' || c == '\'') && begins_word) {
            const std::size_t end = quoted_end(text, i);
            if (end == kNone) return std::nullopt;
            i = end - 1;
        } else if (c == '#' && begins_word) {
            i = std::min(text.find('\n', i), text.size()) - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return TextSpan{begin, i + 1};
        }
    }
    return std::nullopt;
}

std::size_t last_line_of(const Node& value) {
    std::size_t line = value.place.line;
    for (const NodePointer& item : value.items)
        line = std::max(line, last_line_of(*item));
    for (const Entry& entry : value.entries)
        line = std::max({line, entry.key_place.line, last_line_of(*entry.value)});
    return line;
}

}  // namespace firn::yaml
