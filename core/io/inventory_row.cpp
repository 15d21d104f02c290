#include "core/io/inventory_row.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <string>

namespace firn::io {

namespace {

InventoryRow bad(InventoryRowKind kind, std::string_view fault) { return {.kind = kind, .fault = fault}; }

/// The fields that are wanted; those of absent columns stay empty.
struct Fields {
    std::string_view size;
    std::string_view time;
    std::string_view key;
    std::string_view is_latest = "true";
    std::string_view is_delete_marker = "false";
    std::size_t count = 0;
    CsvField last;  ///< the one that is not there any more
};

Fields fields_of(const InventoryLayout& layout, std::string_view line) {
    Fields fields;
    CsvCursor cursor{line};
    for (CsvField field = cursor.next();; field = cursor.next(), ++fields.count) {
        if (field.fault != FieldFault::none) {
            fields.last = field;
            return fields;
        }
        if (fields.count == layout.size) fields.size = field.text;
        if (fields.count == layout.time) fields.time = field.text;
        if (fields.count == layout.key) fields.key = field.text;
        if (fields.count == layout.is_latest) fields.is_latest = field.text;
        if (fields.count == layout.is_delete_marker) fields.is_delete_marker = field.text;
    }
}

bool is_flag(std::string_view text) { return text == "true" || text == "false"; }

/// Time and size of what has both.
InventoryRow with_values(InventoryRowKind kind, const Fields& fields) {
    const auto time = parse_rfc3339(fields.time);
    if (!time) return bad(InventoryRowKind::time_not_readable, fields.time);
    const WholeNumber size = parse_whole_number(fields.size);
    if (size.fault != NumberFault::none) return bad(InventoryRowKind::size_not_readable, fields.size);
    return {.kind = kind, .time = *time, .size = Bytes{size.value}, .key = fields.key};
}

}  // namespace

InventoryRow parse_inventory_row(const InventoryLayout& layout, std::string_view line) {
    const Fields fields = fields_of(layout, line);
    if (fields.last.fault == FieldFault::quote_not_closed)
        return bad(InventoryRowKind::quote_not_closed, fields.last.text);
    if (fields.count != layout.columns) {
        return trimmed(line).empty() ? InventoryRow{.kind = InventoryRowKind::blank}
                                     : bad(InventoryRowKind::fields_wrong, line);
    }
    for (const std::string_view flag : {fields.is_latest, fields.is_delete_marker}) {
        if (!is_flag(flag)) return bad(InventoryRowKind::flag_not_readable, flag);
    }
    if (fields.is_delete_marker == "true") return {.kind = InventoryRowKind::delete_marker};
    return with_values(fields.is_latest == "true" ? InventoryRowKind::current : InventoryRowKind::old_version,
                       fields);
}

Diagnostic wording_of(const InventoryRow& row, const InventoryLayout& layout) {
    const std::string part = firn::quoted(row.fault);
    switch (row.kind) {
        case InventoryRowKind::fields_wrong:
            return {.code = "inventory-row-fields",
                    .what = "the row does not have the fields of the manifest's schema",
                    .expected = fmt::format("{} fields, separated by commas", layout.columns),
                    .remedy = "get the file and its manifest again: they belong together"};
        case InventoryRowKind::quote_not_closed:
            return {.code = "quote-not-closed",
                    .what = "the quoted field does not end on its line",
                    .expected = "a second \" in the same line",
                    .remedy = "get the file again"};
        case InventoryRowKind::flag_not_readable:
            return {.code = "inventory-flag",
                    .what = part + " does not say whether this is the latest version, or a delete marker",
                    .expected = "true or false",
                    .remedy = "get the file and its manifest again: they belong together"};
        case InventoryRowKind::time_not_readable:
            return {.code = "time-not-readable",
                    .what = part + " is not a time",
                    .expected = "RFC 3339 of the years 1970 to 9999, such as 2013-03-05T07:30:15.000Z"};
        case InventoryRowKind::size_not_readable:
            return {.code = "size-not-a-number",
                    .what = part + " is not a size",
                    .expected = "whole bytes, 0 to 9223372036854775807 (2^63 - 1)"};
        case InventoryRowKind::current:
        case InventoryRowKind::old_version:
        case InventoryRowKind::delete_marker:
        case InventoryRowKind::blank:
            break;
    }
    return {};
}

}  // namespace firn::io
