#include "core/io/row_fields.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace firn::io {

namespace {

constexpr std::size_t kMicrosecondDigits = 6;
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

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

/// Whether decimals of a second have more than zeros behind the sixth.
bool is_finer_than_micros(std::string_view decimals) {
    const std::string_view rest = decimals.substr(std::min(decimals.size(), kMicrosecondDigits));
    return rest.find_first_of("123456789") != std::string_view::npos;
}

/// The digits behind the point of a time of day.
std::string_view decimals_of(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return {};
    const std::string_view rest = text.substr(point + 1);
    return rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

/// The shortest RFC 3339 text that may be finer than a microsecond: one digit more than this.
constexpr std::size_t kLongestInMicros = std::string_view{"2013-03-05T00:00:00.123456Z"}.size();

bool set_rfc3339(TraceRow& row, std::string_view text) {
    const auto time = parse_rfc3339(text);
    if (!time) return false;
    row.time = *time;
    if (text.size() > kLongestInMicros && is_finer_than_micros(decimals_of(text)))
        row.remarks |= remarks_of(Remark::fraction_cut);
    return true;
}

/// Where the zone of a date and time begins; the end of the text when it has none.
std::size_t zone_of(std::string_view text) {
    constexpr std::size_t kDate = std::string_view{"2013-03-05"}.size();
    return std::min(text.find_first_of("+-Zz UG", std::min(kDate + 1, text.size())), text.size());
}

/// "+0100" as "+01:00", "UTC" and "GMT" as "Z"; what is no zone stays as it is, and is then refused.
std::string usual_zone(std::string_view zone) {
    if (zone == "UTC" || zone == "GMT") return "Z";
    std::string usual{zone};
    constexpr std::size_t kWithoutColon = 5;
    if (zone.size() == kWithoutColon && (zone.front() == '+' || zone.front() == '-')) usual.insert(3, ":");
    return usual;
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

}  // namespace

void set_clock_time(TraceRow& row, std::string_view text) {
    constexpr std::size_t kShortest = std::string_view{"2013-03-05 07:30"}.size();
    const std::size_t zone_at = zone_of(text);
    const std::string_view zone = trimmed(text.substr(zone_at));
    std::string usual{text.substr(0, zone_at)};
    usual += zone.empty() ? "Z" : usual_zone(zone);
    if (zone_at >= kShortest && set_rfc3339(row, usual)) {
        if (zone.empty()) row.remarks |= remarks_of(Remark::zone_assumed);
        return;
    }
    row = bad_row(has_foreign_year(text) ? RowKind::time_out_of_range : RowKind::time_not_readable, text);
}

void set_time(TraceRow& row, std::string_view text) {
    if (text.empty()) {
        row = bad_row(RowKind::field_missing, text);
        return;
    }
    const WholeNumber micros = parse_whole_number(text);
    if (micros.fault == NumberFault::none) return set_micros(row, micros.value, text);
    if (!set_rfc3339(row, text)) set_clock_time(row, text);
}

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
        if (is_finer_than_micros(text.substr(std::min(point + 1, text.size()))))
            row.remarks |= remarks_of(Remark::fraction_cut);
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

void set_size_if_known(TraceRow& row, std::string_view text) {
    if (row.kind == RowKind::row && text == "-1") {
        row = left_out(Remark::size_unknown);
    } else {
        set_size(row, text);
    }
}

std::string_view take_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
    return word;
}

}  // namespace firn::io
