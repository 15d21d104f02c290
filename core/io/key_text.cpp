#include "core/io/key_text.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace firn::io {

namespace {

/// Hexadecimal digits, all of them.
std::optional<std::uint32_t> parse_hex(std::string_view digits, std::size_t wanted) {
    std::uint32_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
    if (digits.size() != wanted || error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

void append_utf8(std::string& text, std::uint32_t point) {
    const auto tail = [point](unsigned shift) { return static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += {static_cast<char>(0xC0U | point >> 6U), tail(0)};
    } else if (point < 0x10000) {
        text += {static_cast<char>(0xE0U | point >> 12U), tail(6), tail(0)};
    } else {
        text += {static_cast<char>(0xF0U | point >> 18U), tail(12), tail(6), tail(0)};
    }
}

void undouble_quotes(std::string_view written, std::string& text) {
    for (std::size_t i = 0; i < written.size(); ++i) {
        text += written[i];
        if (written.substr(i, 2) == "\"\"") ++i;
    }
}

/// The four digits of "\u00e9" behind the first `at` characters.
std::optional<std::uint32_t> unit_at(std::string_view written, std::size_t at) {
    if (written.substr(at, 2) != "\\u") return std::nullopt;
    return parse_hex(written.substr(at + 2, 4), 4);
}

/// Takes "\u00e9", or "\ud83d\ude00", of which each stands for a half; the characters taken, or none.
std::size_t take_unicode(std::string_view written, std::size_t at, std::string& text) {
    constexpr std::size_t kLength = 6;
    const auto first = unit_at(written, at);
    if (!first) return 0;
    const bool is_high = *first >> 10U == 0xD800U >> 10U;
    const auto second = is_high ? unit_at(written, at + kLength) : std::nullopt;
    if (second && *second >> 10U == 0xDC00U >> 10U) {
        append_utf8(text, 0x10000 + ((*first & 0x3FFU) << 10U) + (*second & 0x3FFU));
        return 2 * kLength;
    }
    append_utf8(text, *first);
    return kLength;
}

/// Takes "\n" and its like; the characters taken, or none.
std::size_t take_letter(std::string_view written, std::size_t at, std::string& text) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const std::size_t known = at + 1 < written.size() ? kLetters.find(written[at + 1]) : kLetters.npos;
    if (known == kLetters.npos) return 0;
    text += kMeanings[known];
    return 2;
}

void unescape_json(std::string_view written, std::string& text) {
    for (std::size_t at = 0; at < written.size();) {
        std::size_t taken = 0;
        if (written[at] == '\\') taken = take_letter(written, at, text);
        if (written[at] == '\\' && taken == 0) taken = take_unicode(written, at, text);
        if (taken == 0) text += written[at];
        at += taken == 0 ? 1 : taken;
    }
}

void decode_percents(std::string_view written, std::string& text) {
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto byte = written[at] == '%' ? parse_hex(written.substr(at + 1, 2), 2) : std::nullopt;
        if (byte) {
            text += static_cast<char>(*byte);
            at += 2;
        } else {
            text += written[at] == '+' ? ' ' : written[at];
        }
    }
}

/// Whether the characters from which a code is told are there at all.
bool has_codes(TraceFormat format, std::string_view written) {
    switch (format) {
        case TraceFormat::csv:
            return written.find("\"\"") != std::string_view::npos;
        case TraceFormat::aws_s3api:
        case TraceFormat::rclone_lsjson:
            return written.find('\\') != std::string_view::npos;
        case TraceFormat::s3_inventory:
            return written.find_first_of("%+") != std::string_view::npos;
        case TraceFormat::tsv:
        case TraceFormat::find:
        case TraceFormat::ls_l:
        case TraceFormat::tar_tv:
        case TraceFormat::aws_s3_ls:
        case TraceFormat::rclone_lsl:
        case TraceFormat::folder:
        case TraceFormat::monthly:
            break;
    }
    return false;
}

}  // namespace

std::string_view key_text(TraceFormat format, std::string_view written, std::string& room) {
    if (!has_codes(format, written)) return written;
    room.clear();
    if (format == TraceFormat::csv) {
        undouble_quotes(written, room);
    } else if (is_json(format)) {
        unescape_json(written, room);
    } else {
        decode_percents(written, room);
    }
    return room;
}

}  // namespace firn::io
