#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// Why a field cannot be had.
enum class FieldFault { none, missing, quote_not_closed };

/// A field of a line of CSV: its text without quotes and without blanks around it, as it stands in the line.
/// Doubled quotes within a quoted field stay doubled: a number or a time has none.
struct CsvField {
    std::string_view text;
    FieldFault fault = FieldFault::none;
};

/// Takes the fields of a line of CSV (RFC 4180) one after the other. With a tab as delimiter a quote is an
/// ordinary character, but one pair around a whole field is taken off.
class CsvCursor {
  public:
    explicit CsvCursor(std::string_view line, char delimiter = ',') : rest_{line}, delimiter_{delimiter} {}

    [[nodiscard]] CsvField next() {
        if (at_end_) return {.text = rest_, .fault = FieldFault::missing};
        if (!rest_.empty() && is_unusual(rest_.front())) return next_unusual();
        std::size_t end = 0;
        while (end < rest_.size() && rest_[end] != delimiter_)
            ++end;
        return take(rest_.substr(0, end), end);
    }

  private:
    [[nodiscard]] bool is_unusual(char c) const {
        return c == '"' || c == ' ' || (c == '\t' && delimiter_ != '\t');
    }
    [[nodiscard]] CsvField next_unusual();
    [[nodiscard]] CsvField take(std::string_view text, std::size_t end) {
        at_end_ = end == rest_.size();
        rest_.remove_prefix(at_end_ ? end : end + 1);
        return {.text = text};
    }

    std::string_view rest_;
    char delimiter_ = ',';
    bool at_end_ = false;
};

/// The fields of a header line, quotes removed.
[[nodiscard]] std::vector<std::string> csv_header(std::string_view line, char delimiter = ',');

/// The line without "\n" or "\r\n" at its end.
[[nodiscard]] std::string_view without_line_end(std::string_view line);

/// Without blanks and tabs on either side.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace firn::io
