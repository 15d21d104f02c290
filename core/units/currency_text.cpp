#include "core/units/currency_text.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn {

namespace {

bool is_code(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string in_capitals(std::string_view text) {
    std::string capitals{text};
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

}  // namespace

Expected<std::string, QuantityError> parse_currency(std::string_view text) {
    if (is_code(text)) return std::string{text};
    const std::string capitals = in_capitals(text);
    return QuantityError{"currency-malformed", fmt::format("{} is not a currency", firn::quoted(text)),
                         "the three capital letters of ISO 4217, such as EUR",
                         is_code(capitals) ? fmt::format("write {}", capitals) : ""};
}

}  // namespace firn
