#include "core/yaml/key_lines.hpp"

#include <algorithm>

namespace firn::yaml {

namespace {

constexpr std::string_view kKeyLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

/// "months: 36" and the like.
bool is_key_line(std::string_view line) {
    const auto end = line.find_first_not_of(kKeyLetters);
    return end != 0 && end != std::string_view::npos && line[end] == ':';
}

bool is_between_keys(std::string_view line) { return line.empty() || line.find_first_of("# \t\r-}]") == 0; }

}  // namespace

bool has_key_line(std::string_view text, std::string_view key) {
    bool is_found = false;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const bool may_be_cut = line.size() == text.size();
        if (!may_be_cut && !is_between_keys(line) && !is_key_line(line)) return false;
        is_found = is_found || (line.starts_with(key) && line.substr(key.size()).starts_with(':'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return is_found;
}

}  // namespace firn::yaml
