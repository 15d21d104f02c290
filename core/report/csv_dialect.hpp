#pragma once

#include <span>
#include <string>
#include <string_view>

namespace firn::report {

/// How a CSV is written for the spreadsheets of a country: what stands between fields, what before decimals,
/// and whether a byte order mark says that the text is UTF-8.
struct CsvDialect {
    std::string_view name;
    char separator = ',';
    char decimal = '.';
    bool has_mark = false;
};

/// "plain" (RFC 4180, as programs read it), "us", "de", "fr".
[[nodiscard]] std::span<const CsvDialect> csv_dialects();

/// A CSV as to_csv() writes it, in a dialect: the same fields; numbers, and only they, with its decimal sign.
///
///     a,"x, y",0.010     de:  a;x, y;0,010
[[nodiscard]] std::string in_dialect(std::string_view csv, const CsvDialect& dialect);

}  // namespace firn::report
