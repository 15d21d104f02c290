#include "core/io/whole_number.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace firn::io {

namespace {

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

WholeNumber parse_unusual_number(std::string_view text) {
    const bool minus = text.starts_with('-');
    if (!is_all_digits(text.substr(minus ? 1 : 0))) return {.fault = NumberFault::not_a_number};
    if (minus) return {.fault = NumberFault::negative};
    WholeNumber number;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number.value);
    if (result.ec != std::errc{}) return {.fault = NumberFault::too_large};
    return number;
}

}  // namespace firn::io
