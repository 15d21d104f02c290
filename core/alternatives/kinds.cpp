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

}  // namespace firn::alternatives
