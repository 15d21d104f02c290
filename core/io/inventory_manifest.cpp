#include "core/io/inventory_manifest.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/columnar_file.hpp"
#include "core/io/csv_line.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

namespace firn::io {

namespace {

namespace dom = simdjson::dom;

Diagnostics malformed(const std::string& path, std::string what) {
    return failure({.code = "manifest-malformed",
                    .where = {.file = path},
                    .what = std::move(what),
                    .expected =
                        "the manifest.json of an S3 Inventory: a JSON object with sourceBucket, fileFormat, "
                        "fileSchema and files",
                    .remedy = "get manifest.json from the inventory's bucket again"});
}

Diagnostics without_field(const std::string& path, std::string_view place, std::string_view name) {
    return malformed(path, fmt::format("{} has no text \"{}\"", place, name));
}

std::optional<std::string> text_of(const dom::object& object, std::string_view name) {
    std::string_view text;
    if (object[name].get(text) != simdjson::SUCCESS) return std::nullopt;
    return std::string{text};
}

/// The type of a column in the schemas of ORC and Parquet stands in another way; its name is there in both.
bool has_versions(std::string_view schema) { return schema.find("is_latest") != std::string_view::npos; }

Diagnostics other_format(const std::string& path, const std::string& format, std::string_view schema,
                         std::string_view first_key) {
    Diagnostic fault{
        .code = "inventory-format",
        .where = {.file = path},
        .what = fmt::format("the inventory's files are {}, which Firn does not read", firn::quoted(format)),
        .expected = "fileFormat \"CSV\"",
        .remedy = "let S3 write the inventory as CSV"};
    const std::string_view part =
        first_key.empty() ? "PART" : first_key.substr(first_key.find_last_of('/') + 1);
    for (const ColumnarFormat known : {ColumnarFormat::parquet, ColumnarFormat::orc}) {
        if (format != name_of(known)) continue;
        fault.remedy += fmt::format(", or convert each part and read the CSV files: {}",
                                    conversion_of(known, printable(part), has_versions(schema)));
    }
    return failure(std::move(fault));
}

std::optional<std::size_t> place_of(const std::vector<std::string>& columns, std::string_view name) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

Result<InventoryLayout> read_schema(const std::string& path, const std::string& schema) {
    const std::vector<std::string> columns = csv_header(schema);
    constexpr std::array<std::string_view, 2> kNeeded{"Size", "LastModifiedDate"};
    Diagnostics faults;
    for (const std::string_view name : kNeeded) {
        if (place_of(columns, name)) continue;
        const std::string near = closest_to(name, columns);
        faults.push_back(
            {.code = "inventory-column-missing",
             .where = {.file = path},
             .what = fmt::format("the inventory has no column {}", name),
             .expected = "a fileSchema with Size and LastModifiedDate; others are ignored",
             .remedy = near.empty() ? "switch the field on in the inventory's configuration and wait for the "
                                      "next one"
                                    : fmt::format("the column {} comes near: correct the manifest if it is "
                                                  "the same",
                                                  firn::quoted(near))});
    }
    if (!faults.empty()) return faults;
    return InventoryLayout{.columns = columns.size(),
                           .size = *place_of(columns, kNeeded[0]),
                           .time = *place_of(columns, kNeeded[1]),
                           .key = place_of(columns, "Key"),
                           .is_latest = place_of(columns, "IsLatest"),
                           .is_delete_marker = place_of(columns, "IsDeleteMarker")};
}

Result<InventoryPart> read_part(const std::string& path, const dom::element& element, std::size_t number) {
    const std::string place = fmt::format("file {} of the manifest", number);
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return malformed(path, place + " is not an object");
    InventoryPart part;
    const auto key = text_of(object, "key");
    if (!key || key->empty()) return without_field(path, place, "key");
    part.key = *key;
    dom::element size;
    if (object["size"].get(size) == simdjson::SUCCESS) {
        std::int64_t count = 0;
        if (size.get(count) != simdjson::SUCCESS || count < 0)
            return malformed(path, place + " has a size that is no number of bytes");
        part.size = Bytes{count};
    }
    part.md5 = text_of(object, "MD5checksum").value_or("");
    std::transform(part.md5.begin(), part.md5.end(), part.md5.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    return part;
}

Result<std::vector<InventoryPart>> read_parts(const std::string& path, const dom::array& files) {
    std::vector<InventoryPart> parts;
    for (const dom::element file : files) {
        Result<InventoryPart> part = read_part(path, file, parts.size() + 1);
        if (!part) return part.error();
        parts.push_back(std::move(*part));
    }
    return parts;
}

}  // namespace

bool begins_as_inventory_manifest(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '{') return false;
    const auto has = [text](std::string_view name) { return text.find(name) != std::string_view::npos; };
    return has("\"fileSchema\"") || (has("\"sourceBucket\"") && has("\"fileFormat\""));
}

Result<InventoryManifest> parse_inventory_manifest(const std::string& path, std::string_view text) {
    dom::parser parser;
    const simdjson::padded_string padded{text};
    dom::element document;
    if (const auto error = parser.parse(padded).get(document); error != simdjson::SUCCESS)
        return malformed(path, std::string{"this is no JSON: "} + simdjson::error_message(error));
    dom::object root;
    if (document.get(root) != simdjson::SUCCESS) return malformed(path, "the manifest is not an object");
    const auto format = text_of(root, "fileFormat");
    if (!format) return without_field(path, "the manifest", "fileFormat");
    const auto schema = text_of(root, "fileSchema");
    if (!schema) return without_field(path, "the manifest", "fileSchema");
    dom::array files;
    if (root["files"].get(files) != simdjson::SUCCESS)
        return malformed(path, "the manifest has no list \"files\"");
    Result<std::vector<InventoryPart>> parts = read_parts(path, files);
    if (!parts) return parts.error();
    if (*format != "CSV") {
        return other_format(path, *format, *schema,
                            parts->empty() ? std::string_view{} : std::string_view{parts->front().key});
    }
    const Result<InventoryLayout> layout = read_schema(path, *schema);
    if (!layout) return layout.error();
    return InventoryManifest{
        .bucket = text_of(root, "sourceBucket").value_or(""), .layout = *layout, .parts = std::move(*parts)};
}

}  // namespace firn::io
