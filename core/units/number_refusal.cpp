#include "core/units/number_refusal.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <string>

namespace firn {

namespace {

/// Advice for a number in a spelling that other programs take.
std::string_view remedy_for_spelling(std::string_view text) {
    text = trimmed(text);
    if (text.find_first_of(",_") != std::string_view::npos) {
        return "write the digits without separators, and a point before decimals";
    }
    if (text.front() == '+') return "leave the plus sign out";
    if (text.front() == '.') return "write a digit before the point";
    if (text.find(". ") != std::string_view::npos || text.back() == '.')
        return "write a digit after the point";
    return "";
}

QuantityError too_large(std::string_view text, std::string_view expected, std::string_view base) {
    return {"number-too-large", fmt::format("{} is too large", firn::quoted(text)), std::string{expected},
            fmt::format("the largest value is 9223372036854775807{}{}", base.empty() ? "" : " ", base)};
}

QuantityError not_whole(std::string_view text, std::string_view expected, std::string_view base) {
    return {"number-not-whole", fmt::format("{} is not a whole number of {}", firn::quoted(text), base),
            std::string{expected}, fmt::format("round it, or write it in {}", base)};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

QuantityError malformed(std::string_view text, std::string_view expected) {
    if (trimmed(text).empty()) return {"value-missing", "there is no value", std::string{expected}, ""};
    return {"number-malformed", fmt::format("{} is not a number", firn::quoted(text)), std::string{expected},
            std::string{remedy_for_spelling(text)}};
}

QuantityError negative(std::string_view text, std::string_view expected) {
    return {"number-negative", fmt::format("{} is negative", firn::quoted(text)), std::string{expected}, ""};
}

Expected<std::int64_t, QuantityError> to_whole(const Rational& value, std::string_view text,
                                               std::string_view expected, std::string_view base) {
    if (const auto whole = to_int64(value)) return *whole;
    if (floor_of(value) == ceil_of(value)) {
        return too_large(text, expected, base);
    }
    return not_whole(text, expected, base);
}

}  // namespace firn
