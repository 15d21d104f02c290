#include "gui/worker/file_kind.hpp"

#include "core/answers/usage_file.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/first_line.hpp"
#include "core/io/statement_format.hpp"
#include "core/loading/files_scenario.hpp"
#include "gui/worker/comparison_answer.hpp"
#include "gui/worker/variance_answer.hpp"

#include <filesystem>
#include <system_error>

namespace firn::gui {

namespace {

/// JSON that a command of Firn wrote says so in its first key.
bool is_own_json(const std::string& path) {
    constexpr std::size_t kFirstKey = 16;
    if (!path.ends_with(".json")) return false;
    const auto head = io::read_file_head(path);
    return head && head->substr(0, kFirstKey).find("\"firn\":") != std::string::npos;
}

bool is_statement(const std::string& path) {
    const auto first = io::read_first_line(path);
    if (!first) return false;
    const char delimiter = io::delimiter_of_header(first->line);
    return io::recognise_statement(io::csv_header(first->line, delimiter)).has_value();
}

FileKind kind_of_yaml(const std::string& path) {
    if (is_comparison_file(path)) return FileKind::comparison;
    return answers::is_usage_file(path) ? FileKind::usage : FileKind::scenario;
}

}  // namespace

FileKind kind_of_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return FileKind::files;
    if (is_budget_file(path)) return FileKind::budget;
    if (is_own_json(path)) return FileKind::bill;
    if (loading::is_scenario_file(path)) return kind_of_yaml(path);
    return is_statement(path) ? FileKind::statement : FileKind::files;
}

}  // namespace firn::gui
