#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace firn {

/// Where text stops being UTF-8 (offset in bytes), or nullopt for text that is UTF-8 throughout. Overlong
/// forms, surrogates and values above U+10FFFF are no UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The number of characters (code points). A byte that is no UTF-8 counts as one.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The first `n` characters, or the whole text when it has fewer. Never cuts a character in two.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t n);

/// The text with each control character, and each byte that is no UTF-8, replaced by one blank: it can
/// neither upset a terminal nor shift what is aligned below it.
[[nodiscard]] std::string printable(std::string_view text);

/// The text in double quotes, printable and cut after 60 characters: how a message shows what a person wrote.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace firn
