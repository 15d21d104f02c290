#include "core/io/plain_rows.hpp"

#include "core/io/digits.hpp"
#include "core/io/trace_row.hpp"

#include <algorithm>
#include <cstring>

namespace firn::io {

namespace {

/// The rest of a line behind its last wanted field: where the next line begins, or null.
const char* next_line(const char* at, const char* end, char delimiter, bool may_have_quotes) {
    if (*at == '\n') return at + 1;
    if (*at == '\r' && at[1] == '\n') return at + 2;
    if (*at != delimiter) return nullptr;
    const auto* const line_end =
        static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (line_end == nullptr) return nullptr;
    if (may_have_quotes && std::memchr(at, '"', static_cast<std::size_t>(line_end - at)) != nullptr)
        return nullptr;
    return line_end + 1;
}

}  // namespace

PlainRows::PlainRows(std::size_t time_column, std::size_t size_column, char delimiter)
    : time_first_{time_column < size_column},
      before_{std::min(time_column, size_column)},
      between_{std::max(time_column, size_column) - before_ - 1},
      delimiter_{delimiter} {}

PlainRows::Taken PlainRows::take(std::string_view text, std::size_t most, Instant& latest,
                                 workload::TraceBlock& block) {
    const std::size_t rows_before = block.rows();
    if (most <= rows_before) return {};
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool may_have_quotes = text.find('"') != std::string_view::npos;
    block.times.resize(most);
    block.sizes.resize(most);
    std::int64_t last = latest.time_since_epoch().count();
    std::size_t rows = rows_before;
    for (; rows < most; ++rows) {
        Row row;
        const char* const next = take_row(at, end, may_have_quotes, row);
        if (next == nullptr || row.time < last || row.time > kLastInstant.time_since_epoch().count()) break;
        block.times[rows] = Instant{Duration{row.time}};
        block.sizes[rows] = Bytes{row.size};
        last = row.time;
        at = next;
    }
    block.times.resize(rows);
    block.sizes.resize(rows);
    latest = Instant{Duration{last}};
    return {.bytes = static_cast<std::size_t>(at - text.data()), .rows = rows - rows_before};
}

/// Where the next line begins; null for a row that is not usual, or too near to the end of the text.
const char* PlainRows::take_row(const char* at, const char* end, bool may_have_quotes, Row& row) {
    at = skip(at, end, before_);
    if (at == nullptr) return nullptr;
    at = time_first_ ? take_time(at, row.time) : take_number(at, row.size);
    if (at == nullptr || *at != delimiter_) return nullptr;
    at = skip(at + 1, end, between_);
    if (at == nullptr) return nullptr;
    at = time_first_ ? take_number(at, row.size) : take_time(at, row.time);
    return at == nullptr ? nullptr : next_line(at, end, delimiter_, may_have_quotes);
}

/// A number of 18 digits at most, or a date: which, shows its fifth character.
const char* PlainRows::take_time(const char* at, std::int64_t& micros) {
    return at[4] == '-' ? times_.take(at, micros) : take_number(at, micros);
}

/// Goes over some columns; null when the line has fewer, or when too little text follows for a field.
const char* PlainRows::skip(const char* at, const char* end, std::size_t columns) const {
    for (; columns > 0; --columns) {
        while (at != end && *at != delimiter_ && *at != '\n' && *at != '"')
            ++at;
        if (at == end || *at != delimiter_) return nullptr;
        ++at;
    }
    return end - at < UtcTimes::kRoom ? nullptr : at;
}

}  // namespace firn::io
