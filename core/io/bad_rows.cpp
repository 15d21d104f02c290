#include "core/io/bad_rows.hpp"

#include "core/io/row_excerpt.hpp"
#include "core/io/trace_reader.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::io {

namespace {

/// What a diagnostic says, apart from its place.
struct Wording {
    std::string code;
    std::string what;
    std::string expected;
    std::string remedy;
};

std::string expected_row(TraceFormat format) {
    switch (format) {
        case TraceFormat::csv:
            return "a field for each column of the header, separated by commas";
        case TraceFormat::find:
            return "a time, a size and a path, as `find -printf '%T@ %s %p\\n'` prints them";
        case TraceFormat::aws_s3_ls:
            return "date, time, size and key, as `aws s3 ls --recursive` prints them";
        case TraceFormat::monthly:
            return "a month, a number of files and their bytes";
    }
    return {};
}

std::string expected_time(TraceFormat format) {
    if (format == TraceFormat::find) return "seconds since 1970 with decimals, such as 1362441600.1234567890";
    if (format == TraceFormat::aws_s3_ls) return "date and time of day, such as 2013-03-05 07:30:15";
    return "RFC 3339, such as 2013-03-05T07:30:15.25Z, or whole microseconds since 1970";
}

std::string size_remedy(TraceFormat format) {
    if (format == TraceFormat::aws_s3_ls) return "make the listing without --human-readable";
    return "write the size as a whole number of bytes, without unit, decimals or separators";
}

constexpr const char* kExpectedSize = "whole bytes, 0 to 9223372036854775807 (2^63 - 1)";

Wording wording_of(const TraceRow& row, TraceFormat format) {
    const std::string part = quoted(row.fault);
    switch (row.kind) {
        case RowKind::field_missing:
            return {"field-missing", "the row has too few fields", expected_row(format),
                    "complete or delete the row"};
        case RowKind::quote_not_closed:
            return {"quote-not-closed", "the quoted field does not end on its line",
                    "a second \" in the same line",
                    "close the quote; write a key with a line end in it on one line"};
        case RowKind::time_not_readable:
            return {"time-not-readable", part + " is not a time", expected_time(format),
                    format == TraceFormat::aws_s3_ls ? "make the listing with --recursive" : ""};
        case RowKind::time_out_of_range:
            return {"time-out-of-range", part + " is not within the years 1970 to 9999",
                    expected_time(format), "correct the time, or leave the row out"};
        case RowKind::size_not_a_number:
            return {"size-not-a-number", part + " is not a size", kExpectedSize, size_remedy(format)};
        case RowKind::size_negative:
            return {"size-negative", part + " is a negative size", kExpectedSize,
                    "correct the size, or leave the row out"};
        case RowKind::size_too_large:
            return {"size-too-large", part + " is more than any file has", kExpectedSize,
                    "correct the size, or leave the row out"};
        case RowKind::row:
        case RowKind::not_a_row:
            break;
    }
    return {};
}

/// A command that sorts such a file by time and keeps the order of equal times.
std::string sort_command(TraceFormat format) {
    if (format == TraceFormat::find) return "sort -s -n -k1,1 FILE > SORTED";
    if (format == TraceFormat::aws_s3_ls) return "sort -s -k1,2 FILE > SORTED";
    return "(head -n 1 FILE; tail -n +2 FILE | sort -s -t, -k1,1) > SORTED (-k names the column of the time; "
           "add -n for microseconds; unpack a .gz first)";
}

}  // namespace

void BadRows::keep(Diagnostic diagnostic, std::string_view line, std::string_view part) {
    ++count_;
    if (kept_.size() >= kShownBadRows) return;
    show_part(diagnostic, line, part);
    kept_.push_back(std::move(diagnostic));
}

void BadRows::add(std::size_t line_number, std::string_view line, const TraceRow& row) {
    Wording wording = wording_of(row, format_);
    keep({.code = std::move(wording.code),
          .where = {.file = path_, .line = line_number},
          .what = std::move(wording.what),
          .expected = std::move(wording.expected),
          .remedy = std::move(wording.remedy)},
         line, row.fault);
}

void BadRows::add_backwards(std::size_t line_number, std::string_view line, const TraceRow& row,
                            Instant latest) {
    if (std::exchange(has_backwards_, true)) return;
    keep({.code = "time-backwards",
          .where = {.file = path_, .line = line_number},
          .what = fmt::format("time goes backwards: {} comes after {}", to_text(row.time), to_text(latest)),
          .expected = "rows sorted by time",
          .remedy = "sort it: " + sort_command(format_)},
         line, line);
}

Diagnostics BadRows::report() const {
    Diagnostics all = kept_;
    if (count_ > kept_.size()) {
        all.push_back({.code = "more-bad-rows",
                       .severity = Severity::note,
                       .where = {.file = path_},
                       .what = fmt::format("and {} more bad rows", count_ - kept_.size())});
    }
    return all;
}

}  // namespace firn::io
