#include "core/diag/diagnostic.hpp"

#include "core/diag/excerpt_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace firn {

namespace {

std::string_view to_text(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "error";
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_by_place(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.where.file, a.where.line, a.where.column) <
               std::tie(b.where.file, b.where.line, b.where.column);
    });
}

void append(Diagnostics& diagnostics, Diagnostics more) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
}

std::string to_text(const Diagnostic& diagnostic) {
    const std::string place = to_text(diagnostic.where);
    std::string text = place.empty() ? std::string{} : printable(place) + ": ";
    text += fmt::format("{}: {}", to_text(diagnostic.severity), printable(diagnostic.what));
    text += diagnostic.code.empty() ? "\n" : fmt::format(" [{}]\n", diagnostic.code);
    if (!diagnostic.excerpt.line.empty() && diagnostic.where.line != 0) {
        text += excerpt_text(diagnostic.where, diagnostic.excerpt);
    }
    if (!diagnostic.expected.empty()) text += fmt::format("expected: {}\n", printable(diagnostic.expected));
    if (!diagnostic.remedy.empty()) text += fmt::format("remedy: {}\n", printable(diagnostic.remedy));
    return text;
}

std::string to_text(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += to_text(diagnostic);
    return text;
}

}  // namespace firn
