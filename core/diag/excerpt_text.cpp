#include "core/diag/excerpt_text.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace firn {

namespace {

constexpr std::size_t kWidestExcerpt = 160;  ///< characters shown of a line
constexpr std::size_t kRoomBefore = 40;      ///< of these, before the place in a long line

/// The part of a line that is shown.
struct Window {
    std::string_view text;
    std::size_t first_column;
    bool cut_before;
    bool cut_after;
};

/// All of a short line; otherwise what stands around `column`. The line itself begins at `first_column`.
Window window_of(std::string_view line, std::size_t first_column, std::size_t column) {
    const bool is_short = first_characters(line, kWidestExcerpt).size() == line.size();
    const std::size_t offset = column > first_column ? column - first_column : 0;
    const std::size_t skipped = is_short || offset < kWidestExcerpt / 2 ? 0 : offset - kRoomBefore;
    const std::string_view before = first_characters(line, skipped);
    const std::string_view rest = line.substr(before.size());
    const std::string_view shown = first_characters(rest, kWidestExcerpt);
    return {.text = shown,
            .first_column = first_column + skipped,
            .cut_before = first_column + skipped > 1,
            .cut_after = shown.size() < rest.size()};
}

/// The line as it is kept: it may be as long as its file, and a thousand copies of that would fill the
/// memory. One character more than is shown tells that something follows.
Excerpt shortened(std::string_view line, std::size_t column, std::size_t length) {
    const Window window = window_of(line, 1, column);
    const std::size_t skipped = first_characters(line, window.first_column - 1).size();
    return {.line = std::string{first_characters(line.substr(skipped), kWidestExcerpt + 1)},
            .length = length,
            .first_column = window.first_column};
}

/// Where each line of a text begins and ends.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_{text} {
        starts_.push_back(0);
        for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
            starts_.push_back(end + 1);
    }
    /// Without its end; empty when there is no such line.
    [[nodiscard]] std::string_view line(std::size_t number) const {
        if (number == 0 || number > starts_.size()) return {};
        const std::size_t start = starts_[number - 1];
        std::string_view line = text_.substr(start, text_.find('\n', start) - start);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        return line;
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

}  // namespace

void add_excerpts(Diagnostics& diagnostics, std::string_view file, std::string_view text) {
    const Lines lines{text};
    for (Diagnostic& diagnostic : diagnostics) {
        const SourceLocation& where = diagnostic.where;
        if (where.file != file || where.line == 0 || !diagnostic.excerpt.line.empty()) continue;
        diagnostic.excerpt = shortened(lines.line(where.line), where.column, diagnostic.excerpt.length);
    }
}

std::string excerpt_text(const SourceLocation& where, const Excerpt& excerpt) {
    const std::string number = std::to_string(where.line);
    const Window window = window_of(excerpt.line, excerpt.first_column, where.column);
    const std::string_view before = window.cut_before ? "..." : "";
    const std::string_view after = window.cut_after ? "..." : "";
    std::string text = fmt::format("  {} | {}{}{}\n", number, before, printable(window.text), after);
    if (where.column < window.first_column) return text;

    const std::size_t width = count_characters(window.text);
    const std::size_t offset = std::min(where.column - window.first_column, width);
    const std::size_t room = std::max<std::size_t>(width - offset, 1);
    const std::size_t length = std::clamp<std::size_t>(excerpt.length, 1, room);
    text += fmt::format("  {} | {}^{}\n", std::string(number.size(), ' '),
                        std::string(before.size() + offset, ' '), std::string(length - 1, '~'));
    return text;
}

}  // namespace firn
