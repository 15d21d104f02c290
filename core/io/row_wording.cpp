#include "core/io/row_wording.hpp"

#include "core/io/keys_missing.hpp"
#include "core/units/utf8_text.hpp"

namespace firn::io {

namespace {

std::string expected_row(TraceFormat format) {
    switch (format) {
        case TraceFormat::csv:
            return "a field for each column of the header, separated by commas";
        case TraceFormat::tsv:
            return "a field for each column of the header, separated by tabs";
        case TraceFormat::find:
            return "a time, a size and a path, as `find -printf '%T@ %s %p\\n'` prints them";
        case TraceFormat::ls_l:
            return "a line as `ls -l --time-style=full-iso` prints it";
        case TraceFormat::tar_tv:
            return "a line as GNU `tar -tv` prints it";
        case TraceFormat::aws_s3_ls:
            return "date, time, size and key, as `aws s3 ls --recursive` prints them";
        case TraceFormat::aws_s3api:
            return "an object with LastModified and Size, as `aws s3api list-objects-v2` prints it";
        case TraceFormat::rclone_lsjson:
            return "an object with ModTime and Size, as `rclone lsjson` prints it";
        case TraceFormat::rclone_lsl:
            return "size, date, time and path, as `rclone lsl` prints them";
        case TraceFormat::s3_inventory:
        case TraceFormat::folder:
            break;  // their readers have words of their own
        case TraceFormat::monthly:
            return "a month, a number of files and their bytes";
    }
    return {};
}

std::string expected_time(TraceFormat format) {
    switch (format) {
        case TraceFormat::find:
            return "seconds since 1970 with decimals, such as 1362441600.1234567890";
        case TraceFormat::aws_s3_ls:
            return "date and time of day, such as 2013-03-05 07:30:15";
        case TraceFormat::ls_l:
            return "a line as `ls -l --time-style=full-iso` prints it, with a time such as 2013-03-05 "
                   "07:30:15.250000000 +0100";
        case TraceFormat::tar_tv:
            return "a line as GNU `tar -tv` prints it, with a time such as 2013-03-05 07:30";
        case TraceFormat::rclone_lsl:
            return "date and time of day, such as 2013-03-05 07:30:15.062626927";
        case TraceFormat::aws_s3api:
        case TraceFormat::rclone_lsjson:
            return "RFC 3339, such as 2013-03-05T07:30:15.25Z";
        case TraceFormat::csv:
        case TraceFormat::tsv:
        case TraceFormat::s3_inventory:
        case TraceFormat::folder:
        case TraceFormat::monthly:
            break;
    }
    return "RFC 3339, such as 2013-03-05T07:30:15.25Z, date and time of day, or whole microseconds since "
           "1970";
}

std::string time_remedy(TraceFormat format) {
    if (format == TraceFormat::aws_s3_ls) return "make the listing with --recursive";
    if (format == TraceFormat::ls_l) return "make the listing with --time-style=full-iso";
    if (format == TraceFormat::tar_tv) return "make the listing with GNU tar";
    return {};
}

std::string size_remedy(TraceFormat format) {
    if (format == TraceFormat::aws_s3_ls) return "make the listing without --human-readable";
    if (format == TraceFormat::ls_l) return "make the listing without -h";
    return "write the size as a whole number of bytes, without unit, decimals or separators";
}

/// A key with a line end in it breaks the lines of a listing.
std::string broken_line_remedy(TraceFormat format) {
    if (format == TraceFormat::find)
        return "if this is the rest of a name with a line end in it: list without the path, "
               "find -printf '%T@ %s\\n'";
    if (format == TraceFormat::ls_l)
        return "if this is the rest of a name with a line end in it: list with ls -b";
    if (format == TraceFormat::aws_s3_ls)
        return "if this is the rest of a key with a line end in it: list with aws s3api list-objects-v2";
    if (format == TraceFormat::rclone_lsl)
        return "if this is the rest of a name with a line end in it: list with rclone lsjson";
    if (is_json(format))
        return "list without a filter, or with one that keeps the objects, such as --query Contents[]";
    return "complete or delete the row";
}

constexpr const char* kExpectedSize = "whole bytes, 0 to 9223372036854775807 (2^63 - 1)";

}  // namespace

Diagnostic wording_of(const TraceRow& row, TraceFormat format) {
    const std::string part = firn::quoted(row.fault);
    switch (row.kind) {
        case RowKind::row_not_readable:
            return {.code = "row-not-readable",
                    .what = is_json(format) ? "this holds no files as the format has them"
                                            : part + " is not a line of such a listing",
                    .expected = expected_row(format),
                    .remedy = broken_line_remedy(format)};
        case RowKind::field_missing:
            return {.code = "field-missing",
                    .what = "the row has too few fields",
                    .expected = expected_row(format),
                    .remedy = broken_line_remedy(format)};
        case RowKind::quote_not_closed:
            return {.code = "quote-not-closed",
                    .what = "the quoted field does not end on its line",
                    .expected = "a second \" in the same line, or in the next when that is no row of its own",
                    .remedy = "close the quote; write a key with a line end in it on one line"};
        case RowKind::time_not_readable:
            return {.code = "time-not-readable",
                    .what = part + " is not a time",
                    .expected = expected_time(format),
                    .remedy = time_remedy(format)};
        case RowKind::time_out_of_range:
            return {.code = "time-out-of-range",
                    .what = part + " is not within the years 1970 to 9999",
                    .expected = expected_time(format),
                    .remedy = "correct the time, or leave the row out"};
        case RowKind::size_not_a_number:
            return {.code = "size-not-a-number",
                    .what = part + " is not a size",
                    .expected = kExpectedSize,
                    .remedy = size_remedy(format)};
        case RowKind::size_negative:
            return {.code = "size-negative",
                    .what = part + " is a negative size",
                    .expected = kExpectedSize,
                    .remedy = "correct the size, or leave the row out"};
        case RowKind::size_too_large:
            return {.code = "size-too-large",
                    .what = part + " is more than any file has",
                    .expected = kExpectedSize,
                    .remedy = "correct the size, or leave the row out"};
        case RowKind::key_missing:
            return {.code = "keys-missing",
                    .what = "the row has no key, so nobody knows whose file it is",
                    .expected = "a key or a path in each row",
                    .remedy = std::string{kKeysRemedy}};
        case RowKind::row:
        case RowKind::not_a_row:
        case RowKind::left_out:
            break;
    }
    return {};
}

std::string sort_command(TraceFormat format) {
    const std::string delimiter = format == TraceFormat::tsv ? "" : " -t,";
    return "(head -n 1 FILE; tail -n +2 FILE | sort -s" + delimiter +
           " -k1,1) > SORTED (-k names the column of the time; add -n for microseconds; unpack a .gz first)";
}

}  // namespace firn::io
