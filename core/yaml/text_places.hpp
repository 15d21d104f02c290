#pragma once

#include "core/yaml/node.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace firn::yaml {

/// Turns the parser's positions, which count bytes, into places, which count characters. Quick for positions
/// that mostly ascend, however long the lines are.
class TextPlaces {
  public:
    /// The text must outlive this object.
    explicit TextPlaces(std::string_view text) : text_{text} {}

    /// The place of the byte at `offset`, in the line that begins `bytes_into_line` before it. `line` counts
    /// from one.
    [[nodiscard]] Place place(std::size_t offset, std::size_t line, std::size_t bytes_into_line);

    /// The place of the byte at `offset`, without further knowledge: slow.
    [[nodiscard]] Place place(std::size_t offset) const;

    /// The place of the "-" of an empty list item, for which the parser says where the next thing begins.
    /// Nothing when something else stands between.
    [[nodiscard]] std::optional<Place> dash_before(std::size_t offset) const;

    /// Whether the quoted text that begins at `offset` (perhaps after an anchor or tag) has no closing quote.
    /// True for quoted text only.
    [[nodiscard]] bool quote_is_open(std::size_t offset) const;

    /// Whether the blanks with which the line of `offset` begins hold a tab.
    [[nodiscard]] bool is_indented_by_tab(std::size_t offset) const;

    [[nodiscard]] std::string_view text() const { return text_; }

  private:
    [[nodiscard]] std::size_t line_start(std::size_t offset) const;

    std::string_view text_;
    std::size_t line_start_ = 0;  ///< of the line of the last place
    std::size_t offset_ = 0;      ///< of the last place
    std::size_t column_ = 1;      ///< of the last place
};

}  // namespace firn::yaml
