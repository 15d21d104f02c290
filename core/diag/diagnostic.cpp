#include "core/diag/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace firn {

namespace {

constexpr std::size_t kWidestExcerpt = 160;

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

/// Control characters (a binary file, a stray tab) would upset the terminal and the marks below the line.
std::string printable(std::string_view line) {
    std::string text;
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    return text;
}

/// The line and its marks; a long line is shown from shortly before the place on.
std::string excerpt_text(const Diagnostic& diagnostic) {
    const std::string number = std::to_string(diagnostic.where.line);
    std::string_view line = diagnostic.excerpt.line;
    std::size_t column = std::max<std::size_t>(diagnostic.where.column, 1);
    std::string_view ellipsis;
    if (column > kWidestExcerpt / 2 && column <= line.size()) {
        const std::size_t cut = column - kWidestExcerpt / 4;
        line.remove_prefix(cut);
        column -= cut;
        ellipsis = "...";
    }
    line = line.substr(0, kWidestExcerpt);
    const std::size_t room = line.size() >= column ? line.size() - column + 1 : 1;
    const std::size_t length = std::clamp<std::size_t>(diagnostic.excerpt.length, 1, room);
    return fmt::format("  {} | {}{}\n  {} | {}^{}\n", number, ellipsis, printable(line),
                       std::string(number.size(), ' '), std::string(ellipsis.size() + column - 1, ' '),
                       std::string(length - 1, '~'));
}

std::string_view line_of(std::string_view text, std::size_t number) {
    for (std::size_t line = 1; line < number; ++line) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
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

void add_excerpts(Diagnostics& diagnostics, std::string_view file, std::string_view text) {
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.where.file != file || diagnostic.where.line == 0) continue;
        if (diagnostic.excerpt.line.empty())
            diagnostic.excerpt.line = std::string{line_of(text, diagnostic.where.line)};
    }
}

std::string to_text(const Diagnostic& diagnostic) {
    const std::string place = to_text(diagnostic.where);
    std::string text = place.empty() ? std::string{} : place + ": ";
    text += fmt::format("{}: {}\n", to_text(diagnostic.severity), diagnostic.what);
    if (!diagnostic.excerpt.line.empty() && diagnostic.where.line != 0) text += excerpt_text(diagnostic);
    if (!diagnostic.expected.empty()) text += fmt::format("expected: {}\n", diagnostic.expected);
    if (!diagnostic.remedy.empty()) text += fmt::format("remedy: {}\n", diagnostic.remedy);
    return text;
}

std::string to_text(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += to_text(diagnostic);
    return text;
}

}  // namespace firn
