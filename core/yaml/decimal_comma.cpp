#include "core/yaml/decimal_comma.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace firn::yaml {

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string decimal_comma_remedy(const Node& map, const Entry& entry) {
    if (!is_digits(entry.key) || entry.value->kind != Node::Kind::null) return {};
    const auto here = std::find_if(map.entries.begin(), map.entries.end(),
                                   [&](const Entry& one) { return &one == &entry; });
    if (here == map.entries.begin() || here == map.entries.end()) return {};
    const Node& before = *std::prev(here)->value;
    if (before.kind != Node::Kind::scalar || !is_digits(before.scalar)) return {};
    return fmt::format("write decimals with a point: {}.{}", before.scalar, entry.key);
}

}  // namespace firn::yaml
