#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firn {

namespace {

/// What may follow a leading byte: RFC 3629, section 4, "Syntax of UTF-8 Byte Sequences".
struct Lead {
    unsigned char first, last;  ///< leading bytes, both included
    std::size_t length;         ///< bytes of the character
    unsigned char second_from, second_to;
};

constexpr std::array<Lead, 8> kLeads{{{0xC2, 0xDF, 2, 0x80, 0xBF},
                                      {0xE0, 0xE0, 3, 0xA0, 0xBF},
                                      {0xE1, 0xEC, 3, 0x80, 0xBF},
                                      {0xED, 0xED, 3, 0x80, 0x9F},
                                      {0xEE, 0xEF, 3, 0x80, 0xBF},
                                      {0xF0, 0xF0, 4, 0x90, 0xBF},
                                      {0xF1, 0xF3, 4, 0x80, 0xBF},
                                      {0xF4, 0xF4, 4, 0x80, 0x8F}}};

unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

bool continues(std::string_view text, std::size_t i, unsigned char from, unsigned char to) {
    return i < text.size() && byte_at(text, i) >= from && byte_at(text, i) <= to;
}

/// Bytes of the character with which a text that is not empty begins; 0 when that is no UTF-8.
std::size_t character_length(std::string_view text) {
    const unsigned char first = byte_at(text, 0);
    if (first < 0x80) return 1;
    const auto lead = std::find_if(kLeads.begin(), kLeads.end(), [first](const Lead& candidate) {
        return candidate.first <= first && first <= candidate.last;
    });
    if (lead == kLeads.end() || !continues(text, 1, lead->second_from, lead->second_to)) return 0;
    for (std::size_t i = 2; i < lead->length; ++i) {
        if (!continues(text, i, 0x80, 0xBF)) return 0;
    }
    return lead->length;
}

/// C0 controls, DEL, and the C1 controls U+0080 to U+009F, some of which begin terminal commands.
bool is_control(std::string_view character) {
    const unsigned char first = byte_at(character, 0);
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    return first == 0xC2 && byte_at(character, 1) < 0xA0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t length = character_length(text.substr(offset));
        if (length == 0) return offset;
        offset += length;
    }
    return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(std::max<std::size_t>(character_length(text), 1));
    return count;
}

std::string_view first_characters(std::string_view text, std::size_t n) {
    std::string_view rest = text;
    for (; n > 0 && !rest.empty(); --n)
        rest.remove_prefix(std::max<std::size_t>(character_length(rest), 1));
    return text.substr(0, text.size() - rest.size());
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        if (length == 0 || is_control(character)) {
            result += ' ';
        } else {
            result += character;
        }
        text.remove_prefix(character.size());
    }
    return result;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    const std::string_view shown = first_characters(text, kLongest);
    return fmt::format("\"{}{}\"", printable(shown), shown.size() < text.size() ? "..." : "");
}

}  // namespace firn
