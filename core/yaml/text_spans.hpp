#pragma once

#include "core/yaml/node.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace firn::yaml {

/// A part of a text, in bytes: half-open.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The offset of a place, whose column counts characters.
[[nodiscard]] std::size_t offset_of(std::string_view text, Place place);

/// Where the line of an offset begins, and where it ends: before its line end, or where the text does.
[[nodiscard]] TextSpan line_at(std::string_view text, std::size_t offset);

/// A value that lies in one line: a scalar, with its quotes, or what stands between brackets. Absent when it
/// is written otherwise (over several lines, by an alias or with an anchor).
[[nodiscard]] std::optional<TextSpan> span_of(std::string_view text, const Node& value);

/// From the opening bracket at `begin` to behind its closing one, over any number of lines. Absent when there
/// is none.
[[nodiscard]] std::optional<TextSpan> bracketed(std::string_view text, std::size_t begin);

/// The number of the last line on which a value, or something in it, begins.
[[nodiscard]] std::size_t last_line_of(const Node& value);

}  // namespace firn::yaml
