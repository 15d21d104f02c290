#pragma once

#include "core/diag/result.hpp"
#include "core/io/line_blocks.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace firn::io {

/// The columns that make a CSV file one of monthly totals.
inline constexpr std::array<std::string_view, 3> kMonthlyColumns{"month", "items", "bytes"};

/// A table whose first line that is not blank has been read.
struct FirstLine {
    LineBlocks blocks;
    /// Without its end.
    std::string line;
    /// Its number, from 1.
    std::size_t number = 1;
    /// Where the next line begins in `blocks.text()`.
    std::size_t next = 0;
};

/// Errors: those of LineBlocks; `file-empty` also for a file of blank lines; `file-not-regular`.
[[nodiscard]] Result<FirstLine> read_first_line(const std::string& path);

/// Hands over each line behind the first, without its end, with its number. Errors: those of
/// LineBlocks::next(), after the lines before.
[[nodiscard]] Result<bool> for_each_further_line(
    FirstLine& first, const std::function<void(std::size_t number, std::string_view line)>& take);

}  // namespace firn::io
