#include "core/report/csv_dialect.hpp"

#include "core/units/rational.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace firn::report {

namespace {

constexpr std::array<CsvDialect, 4> kDialects{
    {{"plain"}, {.name = "us", .has_mark = true}, {"de", ';', ',', true}, {"fr", ';', ',', true}}};

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string quoted_where_needed(const std::string& field, char separator) {
    const bool is_plain =
        field.find(separator) == std::string::npos && field.find_first_of("\"\r\n") == std::string::npos;
    if (is_plain) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// Takes the next field off a CSV; what follows it stays.
std::string take_field(std::string_view& rest) {
    std::string field;
    bool in_quotes = false;
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const char c = rest[i];
        if (c == '"' && in_quotes && i + 1 < rest.size() && rest[i + 1] == '"') {
            field += rest[++i];
        } else if (c == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes && (c == ',' || c == '\n')) {
            break;
        } else {
            field += c;
        }
    }
    rest.remove_prefix(i);
    return field;
}

std::string field_in(std::string field, const CsvDialect& dialect) {
    if (parse_decimal(field)) std::replace(field.begin(), field.end(), '.', dialect.decimal);
    return quoted_where_needed(field, dialect.separator);
}

}  // namespace

std::span<const CsvDialect> csv_dialects() { return kDialects; }

std::string in_dialect(std::string_view csv, const CsvDialect& dialect) {
    std::string text{dialect.has_mark ? kMark : std::string_view{}};
    while (!csv.empty()) {
        text += field_in(take_field(csv), dialect);
        if (csv.empty()) break;
        text += csv.front() == ',' ? dialect.separator : '\n';
        csv.remove_prefix(1);
    }
    return text;
}

}  // namespace firn::report
