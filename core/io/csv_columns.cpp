#include "core/io/csv_columns.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/row_excerpt.hpp"

#include <algorithm>

namespace firn::io {

namespace {

std::string did_you_mean(const std::string& wanted, const std::vector<std::string>& names,
                         const std::string& advice) {
    const std::string near = closest_to(wanted, names);
    if (near.empty()) return advice;
    return "did you mean the column \"" + near + "\"? " + advice;
}

std::string in_quotes(std::span<const std::string> names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Result<std::vector<std::size_t>> find_columns(std::string_view header, std::span<const std::string> wanted,
                                              const SourceLocation& where, const std::string& advice,
                                              char delimiter) {
    const std::vector<std::string> names = csv_header(header, delimiter);
    std::vector<std::size_t> columns;
    Diagnostics faults;
    for (const std::string& name : wanted) {
        const auto found = std::find(names.begin(), names.end(), name);
        const auto count = std::count(names.begin(), names.end(), name);
        columns.push_back(static_cast<std::size_t>(found - names.begin()));
        if (count == 1) continue;
        Diagnostic fault{.code = "trace-header",
                         .where = where,
                         .what = "the header has " + std::string{count == 0 ? "no" : "more than one"} +
                                 " column \"" + name + "\"",
                         .expected = "a header with the columns " + in_quotes(wanted) +
                                     ", in any order; others are ignored",
                         .remedy = count == 0 ? did_you_mean(name, names, advice) : advice};
        show_part(fault, header, header);
        faults.push_back(std::move(fault));
    }
    if (!faults.empty()) return faults;
    return columns;
}

}  // namespace firn::io
