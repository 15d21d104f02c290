#include "core/price_lists/list_text.hpp"

#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace firn::price_lists {

namespace {

constexpr std::size_t kBytesBefore = 80;
constexpr std::size_t kBytesShown = 240;

/// The first byte of the character that holds the byte at `offset`.
std::size_t character_begin(std::string_view text, std::size_t offset) {
    while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
        --offset;
    return offset;
}

}  // namespace

std::size_t ListText::offset_of(std::string_view part, std::size_t base) const {
    const std::less_equal<> not_after;
    const bool lies_within = part.data() != nullptr && not_after(text_.data(), part.data()) &&
                             not_after(part.data(), text_.data() + text_.size());
    return lies_within ? static_cast<std::size_t>(part.data() - text_.data()) : base;
}

SourceLocation ListText::at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < known_start_) {
        known_line_ = 1;
        known_start_ = 0;
    }
    for (auto end = text_.find('\n', known_start_); end < offset; end = text_.find('\n', known_start_)) {
        known_start_ = end + 1;
        ++known_line_;
    }
    return {file_, known_line_, count_characters(text_.substr(known_start_, offset - known_start_)) + 1};
}

void ListText::report(std::size_t offset, std::size_t length, Diagnostic diagnostic) {
    if (is_full()) return;
    if (diagnostic.severity == Severity::error) ++errors_;
    offset = std::min(offset, text_.size());
    diagnostic.where = at(offset);
    const std::size_t first =
        offset - known_start_ <= kBytesBefore ? known_start_ : character_begin(text_, offset - kBytesBefore);
    const std::size_t line_end = std::min(text_.find('\n', offset), text_.size());
    const std::size_t end = character_begin(text_, std::min(line_end, first + kBytesShown));
    std::string_view shown = text_.substr(first, end - first);
    if (shown.ends_with('\r')) shown.remove_suffix(1);
    diagnostic.excerpt = {
        .line = printable(shown),
        .length = std::max<std::size_t>(length, 1),
        .first_column = count_characters(text_.substr(known_start_, first - known_start_)) + 1};
    diagnostics_.push_back(std::move(diagnostic));
}

Diagnostics ListText::take() && {
    sort_by_place(diagnostics_);
    return std::move(diagnostics_);
}

}  // namespace firn::price_lists
