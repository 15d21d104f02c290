#include "core/answers/file_kind.hpp"

#include "core/io/columnar_file.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/first_line.hpp"
#include "core/io/folder_files.hpp"
#include "core/io/folder_scan.hpp"
#include "core/io/inventory.hpp"
#include "core/io/statement_format.hpp"
#include "core/io/table_header.hpp"
#include "core/io/trace_format.hpp"
#include "core/loading/files_scenario.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "core/yaml/key_lines.hpp"
#include "core/yaml/usage_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace firn::answers {

namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// A budget has its key among the first, before those of a bill.
std::optional<FileKind> kind_of_own_json(std::string_view json) {
    constexpr std::size_t kFirstKeys = 64;
    if (!json.starts_with('{')) return std::nullopt;
    if (has(json.substr(0, kFirstKeys), "\"budget\":")) return FileKind::budget;
    if (has(json.substr(0, kFirstKeys), "\"firn\":") || has(json, "\"periods\":")) return FileKind::bill;
    return std::nullopt;
}

std::optional<FileKind> kind_of_yaml(const std::string& path, std::string_view head) {
    const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    const auto has_key = [&](bool says_so, std::string_view key) {
        return says_so && (is_yaml || yaml::has_key_line(head, key));
    };
    if (has_key(yaml::is_comparison_text(head), "comparison")) return FileKind::comparison;
    if (has_key(yaml::is_usage_text(head), "usage")) return FileKind::usage;
    if (loading::is_scenario_file(path)) return FileKind::scenario;
    return std::nullopt;
}

/// An empty listing has none of the keys.
bool is_json_listing(std::string_view json) {
    constexpr std::array<std::string_view, 5> kKeys{"\"Key\"", "\"Contents\"", "\"Versions\"", "\"ModTime\"",
                                                    "\"RequestCharged\""};
    return json.starts_with("[]") || json.starts_with("null") ||
           std::any_of(kKeys.begin(), kKeys.end(), [json](std::string_view key) { return has(json, key); });
}

bool is_trace_table(const std::string& path, const io::FirstLine& first, io::TraceFormat format) {
    io::TraceColumns columns;
    columns.time_may_be_missing = true;
    const char delimiter = format == io::TraceFormat::tsv ? '\t' : ',';
    return io::read_table_header(path, first, columns, delimiter).has_value();
}

bool is_statement(const io::FirstLine& first) {
    const auto headings = io::csv_header(first.line, io::delimiter_of_header(first.line));
    return io::recognise_statement(headings).has_value();
}

/// Whether a text that is no table and no YAML holds files.
bool holds_files(const std::string& path, std::string_view head, const io::FirstLine& first) {
    const auto recognised = io::recognise_text(head);
    if (io::is_json(recognised.format)) return is_json_listing(head);
    if (io::is_table(recognised.format)) return is_trace_table(path, first, recognised.format);
    return recognised.certain;
}

FileKind kind_of_text(const std::string& path, std::string_view head) {
    if (const auto kind = kind_of_own_json(head)) return *kind;
    if (const auto kind = kind_of_yaml(path, head)) return *kind;
    if (io::columnar_format_of(head) || io::is_inventory(path)) return FileKind::files;
    const auto first = io::read_first_line(path);
    if (!first) return FileKind::unknown;
    if (is_statement(*first)) return FileKind::statement;
    return holds_files(path, head, *first) ? FileKind::files : FileKind::unknown;
}

bool was_billed(FileKind kind) {
    return kind == FileKind::usage || kind == FileKind::bill || kind == FileKind::statement;
}

/// Whoever keeps more bills than this in a folder keeps files in it.
constexpr std::size_t kMostBills = 1000;

FileKind kind_of_folder(const std::string& path) {
    const auto files = io::files_of({path});
    if (!files || files->size() > kMostBills) return FileKind::files;
    const FileKind kind = kind_of_file(files->front());
    const bool are_bills =
        was_billed(kind) && std::all_of(files->begin(), files->end(),
                                        [kind](const auto& file) { return kind_of_file(file) == kind; });
    return are_bills ? kind : FileKind::files;
}

}  // namespace

FileKind kind_of_file(const std::string& path) {
    if (io::is_folder(path)) return kind_of_folder(path);
    const auto head = io::read_file_head(path);
    if (!head) return FileKind::files;
    const std::string_view text = *head;
    return kind_of_text(path, text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())));
}

}  // namespace firn::answers
