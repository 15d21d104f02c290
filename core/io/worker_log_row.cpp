#include "core/io/worker_log_row.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

namespace firn::io {

namespace {

/// A year: no transfer takes longer, and a file of wrong units is told.
constexpr double kLongestTransfer = 365.0 * 86'400e6;

/// The fields that are wanted, as they stand in the line.
struct WorkerFields {
    std::string_view size;
    std::string_view first;   ///< the duration, or the start
    std::string_view second;  ///< the end
    std::string_view stage;
};

WorkerLogFault bad(std::string_view part, Diagnostic diagnostic) { return {std::move(diagnostic), part}; }

Expected<WorkerFields, WorkerLogFault> split(const WorkerLogLayout& layout, std::string_view line) {
    WorkerFields fields;
    const std::size_t first = layout.duration.value_or(layout.start);
    const std::size_t second = layout.duration.value_or(layout.end);
    const std::size_t stage = layout.stage.value_or(first);
    CsvCursor cursor{line, layout.delimiter};
    for (std::size_t column = 0; column <= std::max({layout.size, first, second, stage}); ++column) {
        const CsvField field = cursor.next();
        if (field.fault == FieldFault::quote_not_closed) {
            return bad(field.text, {.code = "quote-not-closed",
                                    .what = "the quoted field does not end on its line",
                                    .expected = "a second \" in the same line",
                                    .remedy = "close the quote"});
        }
        if (field.fault == FieldFault::missing) {
            return bad(field.text, {.code = "field-missing",
                                    .what = "the row has too few fields",
                                    .expected = "a field for each column of the header, separated by commas",
                                    .remedy = "complete or delete the row"});
        }
        if (column == layout.size) fields.size = field.text;
        if (column == first) fields.first = field.text;
        if (column == second) fields.second = field.text;
        if (column == stage) fields.stage = field.text;
    }
    return fields;
}

Expected<Bytes, WorkerLogFault> size_of(std::string_view text) {
    const WholeNumber number = parse_whole_number(text);
    const auto fault = [&](const char* code, const char* what) {
        return bad(text, {.code = code,
                          .what = firn::quoted(text) + what,
                          .expected = "whole bytes, 0 to 9223372036854775807 (2^63 - 1)",
                          .remedy = "write the size as a whole number of bytes, without unit, decimals or "
                                    "separators"});
    };
    switch (number.fault) {
        case NumberFault::none:
            break;
        case NumberFault::negative:
            return fault("size-negative", " is a negative size");
        case NumberFault::too_large:
            return fault("size-too-large", " is more than any file has");
        case NumberFault::not_a_number:
            return fault("size-not-a-number", " is not a size");
    }
    return Bytes{number.value};
}

/// A number and what stands behind it.
struct NumberAndRest {
    double value = 0;
    std::string_view rest;
};

std::optional<NumberAndRest> leading_number(std::string_view text) {
    NumberAndRest number;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number.value);
    if (result.ec != std::errc{} || !std::isfinite(number.value)) return std::nullopt;
    number.rest = trimmed(text.substr(static_cast<std::size_t>(result.ptr - text.data())));
    return number;
}

WorkerLogFault duration_not_readable(std::string_view text) {
    return bad(text,
               {.code = "duration-not-readable",
                .what = firn::quoted(text) + " is not a duration",
                .expected = "a number in the unit that the column's name says (duration_ms), or one with its "
                            "unit (12.5 ms)",
                .remedy = "name the unit of bare numbers: --columns duration=NAME,unit=ms"});
}

/// Microseconds.
Expected<double, WorkerLogFault> duration_of(std::string_view text, const std::optional<double>& unit) {
    const auto number = leading_number(text);
    if (!number) return duration_not_readable(text);
    const auto factor = number->rest.empty() ? unit : microseconds_in(number->rest);
    if (!factor) return duration_not_readable(text);
    return number->value * *factor;
}

/// The unit in which a bare number counts the time since 1970, from 2001 to 2128.
std::optional<double> unit_of_epoch(double value) {
    for (const auto& [least, factor] :
         std::to_array<std::pair<double, double>>({{1e9, 1e6}, {1e12, 1e3}, {1e15, 1}})) {
        if (value >= least && value < 5 * least) return factor;
    }
    return std::nullopt;
}

/// Microseconds from any fixed instant.
Expected<double, WorkerLogFault> time_of(std::string_view text, const std::optional<double>& unit) {
    if (const auto instant = parse_rfc3339(text))
        return static_cast<double>(instant->time_since_epoch().count());
    const auto number = leading_number(text);
    const auto factor = !number || !number->rest.empty() ? std::nullopt
                        : unit                           ? unit
                                                         : unit_of_epoch(number->value);
    if (factor) return number->value * *factor;
    return bad(text,
               {.code = "time-not-readable",
                .what = firn::quoted(text) + " is not a time",
                .expected = "RFC 3339, such as 2013-03-05T07:30:15.25Z, or a number of seconds, milliseconds "
                            "or microseconds since 1970",
                .remedy = "name the unit of other numbers: --columns start=NAME,end=NAME,unit=s"});
}

/// Microseconds between start and end.
Expected<double, WorkerLogFault> time_between(const WorkerFields& fields, const std::optional<double>& unit) {
    const auto start = time_of(fields.first, unit);
    if (!start) return start.error();
    const auto end = time_of(fields.second, unit);
    if (!end) return end.error();
    return *end - *start;
}

Expected<Duration, WorkerLogFault> checked(double microseconds, std::string_view part) {
    if (microseconds < 0) {
        return bad(part, {.code = "duration-negative",
                          .what = "the transfer ends before it starts",
                          .expected = "a duration of at least 0",
                          .remedy = "correct the row, or leave it out"});
    }
    if (microseconds > kLongestTransfer) {
        return bad(part, {.code = "duration-too-long",
                          .what = "the transfer takes longer than a year",
                          .expected = "at most 365 days",
                          .remedy = "see whether the unit is right: --columns duration=NAME,unit=us"});
    }
    return Duration{std::llround(microseconds)};
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

Expected<workload::Stage, WorkerLogFault> stage_of(std::string_view text) {
    const std::string word = lower(text);
    if (word == "fetch" || word == "fetcher") return workload::Stage::fetch;
    if (word == "upload" || word == "uploader") return workload::Stage::upload;
    return bad(text, {.code = "stage-unknown",
                      .what = firn::quoted(text) + " is no stage of the pipeline",
                      .expected = "fetch or upload",
                      .remedy = "rename it, or name another column: --columns stage=NAME"});
}

}  // namespace

Expected<WorkerLogRow, WorkerLogFault> parse_worker_log_row(const WorkerLogLayout& layout,
                                                            std::string_view line) {
    const auto fields = split(layout, line);
    if (!fields) return fields.error();
    const auto size = size_of(fields->size);
    if (!size) return size.error();
    const auto microseconds =
        layout.duration ? duration_of(fields->first, layout.unit) : time_between(*fields, layout.unit);
    if (!microseconds) return microseconds.error();
    const auto duration = checked(*microseconds, layout.duration ? fields->first : fields->second);
    if (!duration) return duration.error();
    WorkerLogRow row{.transfer = {.size = *size, .duration = *duration}, .stage = std::nullopt};
    if (!layout.stage) return row;
    const auto stage = stage_of(fields->stage);
    if (!stage) return stage.error();
    row.stage = *stage;
    return row;
}

}  // namespace firn::io
