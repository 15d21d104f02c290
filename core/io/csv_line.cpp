#include "core/io/csv_line.hpp"

namespace firn::io {

namespace {

constexpr std::string_view kBlanks = " \t";

/// The end of the quoted text that begins at 1: the position of its closing quote.
std::size_t closing_quote(std::string_view text) {
    std::size_t at = 1;
    for (;;) {
        at = text.find('"', at);
        if (at == std::string_view::npos) return at;
        if (text.substr(at + 1, 1) != "\"") return at;
        at += 2;
    }
}

/// Without a pair of quotes around the whole of it.
std::string_view unquoted(std::string_view field) {
    const bool is_quoted = field.size() >= 2 && field.starts_with('"') && field.ends_with('"');
    return is_quoted ? trimmed(field.substr(1, field.size() - 2)) : field;
}

}  // namespace

CsvField CsvCursor::next_unusual() {
    if (delimiter_ == '\t') {
        const std::size_t end = std::min(rest_.find(delimiter_), rest_.size());
        return take(unquoted(trimmed(rest_.substr(0, end))), end);
    }
    const std::size_t skipped = rest_.find_first_not_of(kBlanks);
    const std::string_view field =
        skipped == std::string_view::npos ? std::string_view{} : rest_.substr(skipped);
    if (!field.starts_with('"')) {
        const std::size_t end = std::min(rest_.find(delimiter_), rest_.size());
        return take(trimmed(rest_.substr(0, end)), end);
    }
    const std::size_t quote = closing_quote(field);
    if (quote == std::string_view::npos) return {.text = field, .fault = FieldFault::quote_not_closed};
    const std::size_t end = std::min(rest_.find(delimiter_, skipped + quote), rest_.size());
    return take(trimmed(field.substr(1, quote - 1)), end);
}

std::vector<std::string> csv_header(std::string_view line, char delimiter) {
    std::vector<std::string> names;
    CsvCursor cursor{line, delimiter};
    for (CsvField field = cursor.next(); field.fault == FieldFault::none; field = cursor.next()) {
        names.emplace_back(trimmed(field.text));
    }
    return names;
}

std::string_view without_line_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace firn::io
