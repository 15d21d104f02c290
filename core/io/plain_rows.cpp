#include "core/io/plain_rows.hpp"

#include "core/io/digits.hpp"
#include "core/io/trace_row.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace firn::io {

namespace {

constexpr std::size_t kRowsAtOnce = 256;

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

PlainRows::Taken PlainRows::take(std::string_view text, bool may_have_quotes, std::size_t most,
                                 Instant& latest, workload::TraceBlock& block) {
    Taken all;
    while (block.rows() < most) {
        const Taken some =
            take_some(text.substr(all.bytes), may_have_quotes, most - block.rows(), latest, block);
        all.bytes += some.bytes;
        all.rows += some.rows;
        if (some.rows < kRowsAtOnce) break;
    }
    return all;
}

/// At most kRowsAtOnce: they are collected beside the block, whose columns then grow in one step.
PlainRows::Taken PlainRows::take_some(std::string_view text, bool may_have_quotes, std::size_t most,
                                      Instant& latest, workload::TraceBlock& block) {
    constexpr std::int64_t kLastTime = kLastInstant.time_since_epoch().count();
    std::array<Instant, kRowsAtOnce> times;
    std::array<Bytes, kRowsAtOnce> sizes;
    const char* at = text.data();
    const char* const end = at + text.size();
    std::int64_t last = latest.time_since_epoch().count();
    std::size_t rows = 0;
    for (const std::size_t limit = std::min(most, kRowsAtOnce); rows < limit; ++rows) {
        Row row;
        const char* const next = take_row(at, end, may_have_quotes, row);
        if (next == nullptr || row.time < last || row.time > kLastTime) break;
        times[rows] = Instant{Duration{row.time}};
        sizes[rows] = Bytes{row.size};
        last = row.time;
        at = next;
    }
    block.times.insert(block.times.end(), times.begin(), times.begin() + static_cast<std::ptrdiff_t>(rows));
    block.sizes.insert(block.sizes.end(), sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rows));
    latest = Instant{Duration{last}};
    return {.bytes = static_cast<std::size_t>(at - text.data()), .rows = rows};
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
