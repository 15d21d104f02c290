#pragma once

#include "core/io/trace_row.hpp"

#include <cstddef>
#include <limits>
#include <string_view>

namespace firn::io {

/// Which columns of a CSV or TSV trace hold what, counted from zero.
struct CsvLayout {
    /// For a table without times, and for keys that nobody asks for.
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    std::size_t time = 0;
    std::size_t size = 1;
    std::size_t key = kNone;
    char delimiter = ',';
    /// Quotes are looked for in the other columns too; when the text has none, this may be false.
    bool may_have_quotes = true;

    [[nodiscard]] std::size_t last_column() const {
        const std::size_t last = time == kNone || time < size ? size : time;
        return key == kNone || key < last ? last : key;
    }
};

/// A line (without its end) of a CSV or TSV trace. In TSV a quote is an ordinary character, except around a
/// time or a size.
[[nodiscard]] TraceRow parse_csv_row(const CsvLayout& layout, std::string_view line);

}  // namespace firn::io
