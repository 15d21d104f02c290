#include "core/io/statement_tags.hpp"

#include "core/io/statement_format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace firn::io {

namespace {

/// Without what reports put before a tag's own key.
std::string own_key(std::string_view text) {
    constexpr std::array<std::string_view, 3> kPrefixes{"resourcetags_", "resource_tags_", "user_"};
    std::string key = plain_heading(text);
    for (const std::string_view prefix : kPrefixes) {
        if (key.size() > prefix.size() && key.starts_with(prefix)) key.erase(0, prefix.size());
    }
    return key;
}

bool is_prefixed(std::string_view heading) {
    const std::string plain = plain_heading(heading);
    return plain.starts_with("resourcetags_") || plain.starts_with("resource_tags_") ||
           heading.starts_with("user:") || heading.starts_with("tag:");
}

/// The next text in quotes, without them and with what is escaped; nullopt at the end.
std::optional<std::string> next_text(const std::string& json, std::size_t& at) {
    at = std::min(json.find('"', at), json.size());
    if (at == json.size()) return std::nullopt;
    std::string text;
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\' && at + 1 < json.size()) ++at;
        text += json[at];
    }
    if (at == json.size()) return std::nullopt;
    ++at;
    return text;
}

std::string with_single_quotes(std::string_view field) {
    std::string text;
    const bool doubled = field.find("\"\"") != std::string_view::npos;
    for (std::size_t i = 0; i < field.size(); ++i) {
        text += field[i];
        if (doubled && field.substr(i, 2) == "\"\"") ++i;
    }
    return text;
}

}  // namespace

bool is_tag_heading(std::string_view heading, std::string_view key) {
    return is_prefixed(heading) && own_key(heading) == own_key(key);
}

bool holds_tag(std::string_view object, std::string_view key, std::string_view value) {
    const std::string json = with_single_quotes(object);
    const std::string wanted = own_key(key);
    std::size_t at = 0;
    for (;;) {
        const auto name = next_text(json, at);
        const auto text = name ? next_text(json, at) : std::nullopt;
        if (!text) return false;
        if (own_key(*name) == wanted && *text == value) return true;
    }
}

}  // namespace firn::io
