#include "core/price_lists/json_walk.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::price_lists {

std::size_t end_of_value(std::string_view text, std::size_t at, std::size_t most) {
    const std::string_view part = text.substr(at, most);
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i];
        const bool ends_string = in_string && c == '"';
        if (in_string) {
            if (c == '\\') ++i;
            in_string = !ends_string;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
        }
        const bool ends_value = ends_string || c == '}' || c == ']';
        if (depth == 0 && !in_string && ends_value) return at + i + 1;
    }
    return text.size();
}

std::string_view text_of(ondemand::value value) {
    std::string_view token = value.raw_json_token();
    if (token.empty() || token.front() != '"')
        return token.substr(0, token.find_last_not_of(kJsonBlanks) + 1);
    token.remove_prefix(1);
    const std::size_t end = token.find_first_of("\"\\");
    if (end < token.size() && token[end] == '"') return token.substr(0, end);
    std::string_view unescaped;
    return value.get_string().get(unescaped) == simdjson::SUCCESS ? unescaped : token;
}

std::string_view raw_text(ondemand::raw_json_string key) {
    const char* const begin = key.raw();
    const char* end = begin;
    while (*end != '"' && *end != '\0')
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool JsonWalk::malformed(simdjson::error_code error) {
    if (error == simdjson::UTF8_ERROR) {
        text_.report(find_invalid_utf8(text_.text()).value_or(base_), 1,
                     {.code = "text-not-utf8",
                      .what = "this byte is not part of any character of UTF-8",
                      .expected = "text in UTF-8, as the vendor has it"});
        return false;
    }
    const bool has_no_end =
        error == simdjson::UNCLOSED_STRING || error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
    const char* place = nullptr;
    const bool is_placed =
        document_ != nullptr && document_->current_location().get(place) == simdjson::SUCCESS;
    const std::string_view text = text_.text();
    const std::size_t offset = is_placed ? text_.offset_of({place, 0}, base_) : base_;
    const bool is_at_end =
        document_ != nullptr &&
        (!is_placed || std::min(text.find_first_not_of(kJsonBlanks, offset), text.size()) + 1 >= text.size());
    if (has_no_end || is_at_end) return truncated();
    text_.report(offset, 1,
                 {.code = "json-malformed",
                  .what = fmt::format("this is no JSON: {}", simdjson::error_message(error)),
                  .expected = "the file as the vendor has it"});
    return false;
}

bool JsonWalk::truncated() {
    const std::string_view text = text_.text();
    text_.report(text.find_last_not_of(kJsonBlanks), 1,
                 {.code = "json-truncated",
                  .what = "the file ends in the middle of its JSON",
                  .expected = "a file that is whole",
                  .remedy = "load it again"});
    return false;
}

bool JsonWalk::unexpected(std::string_view token, std::string_view what) {
    text_.report(text_.offset_of(token, base_), 1,
                 {.code = "list-format-unknown",
                  .what = fmt::format("here stands no object with {}", what),
                  .expected = fmt::format("{}, as price lists have it", what)});
    return false;
}

}  // namespace firn::price_lists
