#include "core/usage/charge_type.hpp"

#include <algorithm>
#include <vector>

namespace firn::usage {

std::span<const std::string> charge_type_names() {
    static const std::vector<std::string> kNames{
        "storage",      "overhead", "requests", "retrieval", "retrieval_requests", "early_deletion",
        "transfer_out", "copy",     "capacity", "staging",   "adjustment",         "other"};
    return kNames;
}

std::string_view to_text(ChargeType charge) { return charge_type_names()[static_cast<std::size_t>(charge)]; }

std::optional<ChargeType> parse_charge_type(std::string_view text) {
    const auto names = charge_type_names();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<ChargeType>(found - names.begin());
}

}  // namespace firn::usage
