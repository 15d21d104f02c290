#include "core/io/trace_row.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace firn::io {

namespace {

constexpr std::size_t kMicrosecondDigits = 6;
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

TraceRow bad_row(RowKind kind, std::string_view fault) { return {.kind = kind, .fault = fault}; }

/// RFC 3339 text of a year that Firn does not know, rather than no time at all.
bool has_foreign_year(std::string_view text) {
    const std::size_t digits = std::min(text.find('-', 1), text.size());
    const WholeNumber year = parse_whole_number(text.substr(0, digits));
    if (digits == text.size())
        return year.fault == NumberFault::negative || year.fault == NumberFault::too_large;
    if (year.fault != NumberFault::none) return year.fault != NumberFault::not_a_number;
    return digits >= 4 && (year.value < 1970 || year.value > 9999);
}

void set_micros(TraceRow& row, std::int64_t micros, std::string_view text) {
    row.time = Instant{Duration{micros}};
    if (row.time > kLastInstant) row = bad_row(RowKind::time_out_of_range, text);
}

/// RFC 3339 or whole microseconds since 1970.
void set_time(TraceRow& row, std::string_view text) {
    if (text.empty()) {
        row = bad_row(RowKind::field_missing, text);
        return;
    }
    const WholeNumber micros = parse_whole_number(text);
    if (micros.fault == NumberFault::none) return set_micros(row, micros.value, text);
    if (const auto time = parse_rfc3339(text)) {
        row.time = *time;
        return;
    }
    row = bad_row(has_foreign_year(text) ? RowKind::time_out_of_range : RowKind::time_not_readable, text);
}

/// Decimals of a second, what is finer than a microsecond cut: ".1234567890" is 123,456.
std::optional<std::int64_t> parse_decimals(std::string_view text) {
    if (text.empty()) return 0;
    text.remove_prefix(1);
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    std::array<char, kMicrosecondDigits> decimals{'0', '0', '0', '0', '0', '0'};
    std::copy_n(text.begin(), std::min(text.size(), kMicrosecondDigits), decimals.begin());
    return parse_whole_number({decimals.data(), decimals.size()}).value;
}

/// Seconds since 1970 with decimals: "1362441600.1234567890".
void set_seconds(TraceRow& row, std::string_view text) {
    constexpr std::int64_t kLastSecond = kLastInstant.time_since_epoch().count() / kMicrosecondsPerSecond;
    const std::size_t point = std::min(text.find('.'), text.size());
    const WholeNumber seconds = parse_whole_number(text.substr(0, point));
    const auto micros = parse_decimals(text.substr(point));
    if (seconds.fault == NumberFault::not_a_number || !micros) {
        row = bad_row(RowKind::time_not_readable, text);
    } else if (seconds.fault != NumberFault::none || seconds.value > kLastSecond) {
        row = bad_row(RowKind::time_out_of_range, text);
    } else {
        row.time = Instant{Duration{seconds.value * kMicrosecondsPerSecond + *micros}};
    }
}

void set_size(TraceRow& row, std::string_view text) {
    if (row.kind != RowKind::row) return;
    const WholeNumber size = parse_whole_number(text);
    switch (size.fault) {
        case NumberFault::none:
            row.size = Bytes{size.value};
            return;
        case NumberFault::negative:
            row = bad_row(RowKind::size_negative, text);
            return;
        case NumberFault::too_large:
            row = bad_row(RowKind::size_too_large, text);
            return;
        case NumberFault::not_a_number:
            row = bad_row(RowKind::size_not_a_number, text);
            return;
    }
}

RowKind kind_of(FieldFault fault) {
    return fault == FieldFault::missing ? RowKind::field_missing : RowKind::quote_not_closed;
}

TraceRow without_field(const CsvField& field, std::string_view line) {
    if (trimmed(line).empty()) return {.kind = RowKind::not_a_row};
    return bad_row(kind_of(field.fault), field.text);
}

/// A quote that stays open in a column that nobody reads would swallow the next rows unseen.
void check_quotes(TraceRow& row, CsvCursor cursor) {
    CsvField field = cursor.next();
    while (field.fault == FieldFault::none)
        field = cursor.next();
    if (field.fault == FieldFault::quote_not_closed) row = bad_row(RowKind::quote_not_closed, field.text);
}

/// The text up to the next blank, which is taken off together with the blanks that follow.
std::string_view take_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
    return word;
}

/// Text from the start of one part of a line to the end of another.
std::string_view from_to(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

bool is_total(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.starts_with("Total Objects:") || text.starts_with("Total Size:");
}

}  // namespace

TraceRow parse_csv_row(const CsvLayout& layout, std::string_view line) {
    CsvCursor cursor{line};
    CsvField time;
    CsvField size;
    for (std::size_t column = 0; column <= std::max(layout.time, layout.size); ++column) {
        const CsvField field = cursor.next();
        if (field.fault != FieldFault::none) return without_field(field, line);
        if (column == layout.time) time = field;
        if (column == layout.size) size = field;
    }
    TraceRow row;
    set_time(row, time.text);
    set_size(row, size.text);
    if (layout.may_have_quotes && row.kind == RowKind::row) check_quotes(row, cursor);
    return row;
}

TraceRow parse_find_row(std::string_view line) {
    if (trimmed(line).empty()) return {.kind = RowKind::not_a_row};
    std::string_view rest = line;
    const std::string_view time = take_word(rest);
    const std::string_view size = take_word(rest);
    if (size.empty()) return bad_row(RowKind::field_missing, rest);
    TraceRow row;
    set_seconds(row, time);
    set_size(row, size);
    return row;
}

TraceRow parse_aws_s3_ls_row(std::string_view line) {
    if (trimmed(line).empty() || is_total(line)) return {.kind = RowKind::not_a_row};
    std::string_view rest = line;
    const std::string_view date = take_word(rest);
    const std::string_view clock = take_word(rest);
    const std::string_view size = take_word(rest);
    if (size.empty()) return bad_row(RowKind::field_missing, rest);
    constexpr std::size_t kTimeLength = 19;  // "2013-03-05 07:30:15"
    std::array<char, kTimeLength + 1> utc{};
    const std::string_view time = from_to(date, clock);
    if (time.size() != kTimeLength) return bad_row(RowKind::time_not_readable, time);
    *std::copy(time.begin(), time.end(), utc.begin()) = 'Z';
    TraceRow row;
    set_time(row, {utc.data(), utc.size()});
    if (row.kind != RowKind::row) row.fault = time;
    set_size(row, size);
    return row;
}

}  // namespace firn::io
