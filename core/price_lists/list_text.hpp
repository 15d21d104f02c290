#pragma once

#include "core/diag/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace firn::price_lists {

/// The text of a list, which may be hundreds of MB long, and what is found wrong in it.
class ListText {
  public:
    /// More errors than these are not collected: a list that is wrong is mostly wrong everywhere.
    static constexpr std::size_t kMostErrors = 20;

    ListText(std::string file, std::string_view text) : file_{std::move(file)}, text_{text} {}

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::string_view text() const { return text_; }

    /// Where a part of the text begins; of anything else (an unpacked string) `base`.
    [[nodiscard]] std::size_t offset_of(std::string_view part, std::size_t base = 0) const;

    /// Quick when asked for in the order of the text.
    [[nodiscard]] SourceLocation at(std::size_t offset);

    /// Adds an error or warning at a place, with the line around it. `length` characters are marked.
    void report(std::size_t offset, std::size_t length, Diagnostic diagnostic);

    [[nodiscard]] bool is_full() const { return errors_ >= kMostErrors; }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    /// In the order of the text.
    [[nodiscard]] Diagnostics take() &&;

  private:
    std::string file_;
    std::string_view text_;
    std::size_t known_line_ = 1;
    std::size_t known_start_ = 0;  ///< where that line begins
    std::size_t errors_ = 0;
    Diagnostics diagnostics_;
};

}  // namespace firn::price_lists
