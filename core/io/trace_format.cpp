#include "core/io/trace_format.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/first_line.hpp"
#include "core/io/folder_scan.hpp"
#include "core/io/inventory.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/long_listing.hpp"
#include "core/io/row_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace firn::io {

namespace {

constexpr std::array<std::pair<TraceFormat, std::string_view>, 12> kNames{
    {{TraceFormat::csv, "csv"},
     {TraceFormat::tsv, "tsv"},
     {TraceFormat::find, "find"},
     {TraceFormat::ls_l, "ls-l"},
     {TraceFormat::tar_tv, "tar-tv"},
     {TraceFormat::aws_s3_ls, "aws-s3-ls"},
     {TraceFormat::aws_s3api, "aws-s3api"},
     {TraceFormat::rclone_lsjson, "rclone-lsjson"},
     {TraceFormat::rclone_lsl, "rclone-lsl"},
     {TraceFormat::s3_inventory, "s3-inventory"},
     {TraceFormat::folder, "folder"},
     {TraceFormat::monthly, "monthly"}}};

bool is_monthly_header(std::string_view line) {
    const std::vector<std::string> names = csv_header(line);
    return std::all_of(kMonthlyColumns.begin(), kMonthlyColumns.end(), [&names](std::string_view column) {
        return std::find(names.begin(), names.end(), column) != names.end();
    });
}

bool is_s3_folder(std::string_view line) { return trimmed(line).starts_with("PRE "); }

/// `tar` prints ann/staff where `ls` prints the number of links.
TraceFormat long_format(std::string_view line) {
    std::string_view rest = line;
    std::string_view second = take_word(rest);
    second = take_word(rest);
    return second.find('/') != std::string_view::npos ? TraceFormat::tar_tv : TraceFormat::ls_l;
}

/// What `ls -lR` prints before the first file; of itself it says nothing for sure.
bool is_ls_head(std::string_view line) { return line.starts_with("total ") || line.ends_with(':'); }

std::optional<TraceFormat> format_of_line(std::string_view line) {
    if (is_s3_folder(line) || parse_aws_s3_ls_row(line).kind == RowKind::row) return TraceFormat::aws_s3_ls;
    if (parse_find_row(line).kind == RowKind::row) return TraceFormat::find;
    if (parse_rclone_lsl_row(line).kind == RowKind::row) return TraceFormat::rclone_lsl;
    if (!split_long_line(line).mode.empty()) return long_format(line);
    if (is_monthly_header(line)) return TraceFormat::monthly;
    if (line.find('\t') != std::string_view::npos) return TraceFormat::tsv;
    if (line.find(',') != std::string_view::npos) return TraceFormat::csv;
    return std::nullopt;
}

/// An empty answer has no keys: it is read the same either way.
TraceFormat format_of_json(std::string_view text) {
    const auto place = [text](std::string_view key) { return text.find(key); };
    const bool is_rclone =
        place("\"ModTime\"") < place("\"LastModified\"") || place("\"IsDir\"") < text.size();
    return is_rclone ? TraceFormat::rclone_lsjson : TraceFormat::aws_s3api;
}

}  // namespace

std::string_view name_of(TraceFormat format) {
    return std::find_if(kNames.begin(), kNames.end(),
                        [format](const auto& entry) { return entry.first == format; })
        ->second;
}

std::optional<TraceFormat> trace_format_named(std::string_view name) {
    const auto* entry =
        std::find_if(kNames.begin(), kNames.end(), [name](const auto& e) { return e.second == name; });
    return entry == kNames.end() ? std::nullopt : std::optional{entry->first};
}

std::vector<std::string> trace_format_names() {
    std::vector<std::string> names;
    for (const auto& [format, name] : kNames) {
        if (format != TraceFormat::monthly) names.emplace_back(name);
    }
    return names;
}

bool is_table(TraceFormat format) { return format == TraceFormat::csv || format == TraceFormat::tsv; }

bool is_json(TraceFormat format) {
    return format == TraceFormat::aws_s3api || format == TraceFormat::rclone_lsjson;
}

bool is_listing(TraceFormat format) { return !is_table(format) && format != TraceFormat::monthly; }

RecognisedFormat recognise_text(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::string_view json = text.substr(start);
    if (json.starts_with('{') || json.starts_with('[') || trimmed(without_line_end(json)) == "null")
        return {.format = format_of_json(json)};
    bool heads = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = without_line_end(text.substr(0, end));
        text.remove_prefix(end);
        if (trimmed(line).empty()) continue;
        if (is_ls_head(line)) {
            heads = true;
        } else if (const auto format = format_of_line(line)) {
            return {.format = *format};
        } else {
            break;
        }
    }
    if (heads) return {.format = TraceFormat::ls_l};
    return {.format = TraceFormat::csv, .certain = false};
}

Result<TraceFormat> recognise_trace_format(const std::string& path) {
    if (is_inventory(path)) return TraceFormat::s3_inventory;
    if (is_folder(path)) return TraceFormat::folder;
    Result<std::string> head = read_file_head(path);
    if (!head) return head.error();
    return recognise_text(*head).format;
}

}  // namespace firn::io
