#include "core/io/long_listing.hpp"

#include "core/io/row_fields.hpp"
#include "core/io/whole_number.hpp"

#include <algorithm>

namespace firn::io {

namespace {

/// "-rw-r--r--", "drwxrwsr-t", "-rw-r--r--+", "-rw-r--r--.".
bool is_mode(std::string_view word) {
    constexpr std::size_t kLength = 10;
    return word.size() >= kLength && word.size() <= kLength + 1 &&
           std::string_view{"-dlhbcpsDCVMNLnP"}.find(word.front()) != std::string_view::npos &&
           word.substr(1, kLength - 1).find_first_not_of("-rwxsStTl") == std::string_view::npos;
}

/// Whether the text has this shape, where 0 stands for any digit.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() == shape.size() &&
           std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char s) { return s == '0' ? is_digit(c) : c == s; });
}

bool is_date(std::string_view word) { return has_shape(word, "0000-00-00"); }

bool is_clock(std::string_view word) {
    constexpr std::size_t kToMinutes = 5;
    return has_shape(word.substr(0, kToMinutes), "00:00");
}

bool is_zone(std::string_view word) { return has_shape(word, "+0000") || has_shape(word, "-0000"); }

}  // namespace

LongLine split_long_line(std::string_view line) {
    std::string_view rest = line;
    LongLine parts{.mode = take_word(rest), .others = {}, .size = {}, .time = {}, .name = {}};
    if (!is_mode(parts.mode)) return {};
    std::string_view first = rest.substr(0, 0);
    std::string_view before = first;
    while (!rest.empty()) {
        parts.size = take_word(rest);
        std::string_view behind = rest;
        const std::string_view date = take_word(behind);
        const std::string_view clock = take_word(behind);
        if (is_date(date) && is_clock(clock)) {
            parts.others = from_to(first, before);
            std::string_view behind_zone = behind;
            const std::string_view zone = take_word(behind_zone);
            // Only times to the second come with a zone; behind one to the minute it would be a name.
            const bool has_zone =
                clock.find(':', clock.find(':') + 1) != std::string_view::npos && is_zone(zone);
            parts.time = from_to(date, has_zone ? zone : clock);
            parts.name = has_zone ? behind_zone : behind;
            return parts;
        }
        before = parts.size;
    }
    parts.size = {};
    return parts;
}

}  // namespace firn::io
