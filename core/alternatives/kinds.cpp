#include "core/alternatives/alternative.hpp"

#include <algorithm>

namespace firn::alternatives {

const std::vector<std::string>& kind_names() {
    static const std::vector<std::string> kNames{"usb_drives",      "second_datacenter", "tape", "price_book",
                                                 "archive_service", "vendor_quote",      "set"};
    return kNames;
}

std::string_view to_text(Kind kind) { return kind_names()[static_cast<std::size_t>(kind)]; }

std::optional<Kind> parse_kind(std::string_view text) {
    const auto& names = kind_names();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

bool is_part_of(const Alternative& alternative, const std::string& name) {
    const auto& members = alternative.members;
    return alternative.name == name || std::find(members.begin(), members.end(), name) != members.end();
}

}  // namespace firn::alternatives
