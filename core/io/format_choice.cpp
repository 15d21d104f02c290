#include "core/io/format_choice.hpp"

#include "core/io/columnar_file.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/row_excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

std::string_view first_line_of(std::string_view head) {
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
        const std::string_view line = without_line_end(head.substr(0, end));
        if (!trimmed(line).empty()) return line;
        head.remove_prefix(end);
    }
    return {};
}

std::size_t line_number_of(std::string_view head, std::string_view line) {
    if (line.data() == nullptr) return 1;
    const std::string_view before = head.substr(0, static_cast<std::size_t>(line.data() - head.data()));
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

Diagnostics mismatch(const std::string& path, std::string_view head, std::string what, std::string remedy) {
    const std::string_view line = first_line_of(head);
    Diagnostic fault{.code = "format-mismatch",
                     .where = {.file = path, .line = line_number_of(head, line)},
                     .what = std::move(what),
                     .remedy = std::move(remedy)};
    show_part(fault, line, line);
    return failure(std::move(fault));
}

/// Whether the text cannot be of the format that was asked for. Of text that nothing is certain about a
/// table's usual header says most.
bool speaks_against(TraceFormat asked, const RecognisedFormat& found, std::string_view head,
                    const TraceOptions& options) {
    if (asked == found.format) return false;
    if (asked == TraceFormat::folder || asked == TraceFormat::s3_inventory) return true;
    if (!is_table(found.format)) return true;
    const std::string_view line = first_line_of(head);
    if (!is_table(asked)) return is_json(asked) || line.find(options.columns.time) != std::string_view::npos;
    const bool other_delimiter = line.find(asked == TraceFormat::csv ? ',' : '\t') == std::string_view::npos;
    return found.certain && other_delimiter;
}

}  // namespace

Result<TraceFormat> format_of_file(const std::string& path, const TraceOptions& options) {
    const Result<std::string> text = read_file_head(path);
    if (!text) return text.error();
    const std::string_view head = *text;
    if (const auto columnar = columnar_format_of(head)) return columnar_refused(path, *columnar);
    const RecognisedFormat found = recognise_text(head);
    const TraceFormat format = options.format.value_or(found.format);
    if (speaks_against(format, found, head, options)) {
        return mismatch(
            path, head,
            fmt::format("this does not read as {} but as {}", name_of(format), name_of(found.format)),
            fmt::format("name the format {}, or none: it is recognised", name_of(found.format)));
    }
    if (format == TraceFormat::monthly) {
        return mismatch(path, head, "these are monthly totals, not a trace of single files",
                        "name the file as monthly totals in a scenario: arrivals are then drawn");
    }
    return format;
}

}  // namespace firn::io
