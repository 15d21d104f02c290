#include "core/yaml/text_places.hpp"

#include "core/units/utf8_text.hpp"

#include <algorithm>

namespace firn::yaml {

namespace {

constexpr auto kNone = std::string_view::npos;

/// The line without a comment and without blanks at its end. (A '#' within a text that is quoted ends it too:
/// good enough to look for a dash.)
std::string_view without_comment(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto last = line.find_last_not_of(" \t\r");
    return last == kNone ? std::string_view{} : line.substr(0, last + 1);
}

/// Whether a text in single quotes, given from behind its first quote on, ends: '' stands for one quote.
bool closes_single(std::string_view rest) {
    for (auto quote = rest.find('\''); quote != kNone; quote = rest.find('\'', quote + 2)) {
        if (quote + 1 >= rest.size() || rest[quote + 1] != '\'') return true;
    }
    return false;
}

/// As closes_single for double quotes: a backslash takes the next character with it.
bool closes_double(std::string_view rest) {
    for (auto place = rest.find_first_of("\"\\"); place != kNone;
         place = rest.find_first_of("\"\\", place + 2)) {
        if (rest[place] == '"') return true;
    }
    return false;
}

}  // namespace

Place TextPlaces::place(std::size_t offset, std::size_t line, std::size_t bytes_into_line) {
    offset = std::min(offset, text_.size());
    const std::size_t start = offset - std::min(offset, bytes_into_line);
    if (start != line_start_ || offset < offset_) {
        line_start_ = start;
        offset_ = start;
        column_ = 1;
    }
    column_ += count_characters(text_.substr(offset_, offset - offset_));
    offset_ = offset;
    return {.line = line, .column = column_};
}

Place TextPlaces::place(std::size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    return {.line = line, .column = count_characters(before.substr(line_start(offset))) + 1};
}

std::optional<Place> TextPlaces::dash_before(std::size_t offset) const {
    std::size_t end = std::min(offset, text_.size());
    while (true) {
        const std::size_t start = line_start(end);
        const std::string_view line = without_comment(text_.substr(start, end - start));
        if (!line.empty())
            return line.back() == '-' ? std::optional{place(start + line.size() - 1)} : std::nullopt;
        if (start == 0) return std::nullopt;
        end = start - 1;
    }
}

bool TextPlaces::quote_is_open(std::size_t offset) const {
    std::string_view rest = text_.substr(std::min(offset, text_.size()));
    while (!rest.empty() && (rest.front() == '&' || rest.front() == '!')) {
        rest.remove_prefix(std::min(rest.find_first_of(" \t\r\n"), rest.size()));
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    }
    if (rest.empty()) return false;
    if (rest.front() == '\'') return !closes_single(rest.substr(1));
    return rest.front() == '"' && !closes_double(rest.substr(1));
}

bool TextPlaces::is_indented_by_tab(std::size_t offset) const {
    const std::string_view line = text_.substr(line_start(offset));
    const std::string_view indentation = line.substr(0, line.find_first_not_of(" \t"));
    return indentation.find('\t') != kNone;
}

std::size_t TextPlaces::line_start(std::size_t offset) const {
    if (offset == 0) return 0;
    const auto end_of_last = text_.rfind('\n', std::min(offset, text_.size()) - 1);
    return text_.empty() || end_of_last == kNone ? 0 : end_of_last + 1;
}

}  // namespace firn::yaml
