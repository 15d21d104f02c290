#include "core/yaml/place_of_key.hpp"

#include <algorithm>

namespace firn::yaml {

std::optional<Place> place_of_key(const Document& document, std::string_view key) {
    const auto& entries = document.root->entries;
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return entry == entries.end() ? std::nullopt : std::optional{entry->value->place};
}

}  // namespace firn::yaml
