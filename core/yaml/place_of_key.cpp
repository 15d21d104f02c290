#include "core/yaml/place_of_key.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace firn::yaml {

namespace {

const Node* value_of(const Node& map, std::string_view key) {
    const auto entry =
        std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& e) { return e.key == key; });
    return entry == map.entries.end() ? nullptr : entry->value.get();
}

/// By its number, from 1.
const Node* item_of(const Node& list, std::string_view number) {
    std::size_t n = 0;
    std::from_chars(number.data(), number.data() + number.size(), n);
    return n == 0 || n > list.items.size() ? nullptr : list.items[n - 1].get();
}

}  // namespace

std::optional<Place> place_of_key(const Document& document, std::string_view key) {
    const Node* node = value_of(*document.root, key);
    return node == nullptr ? std::nullopt : std::optional{node->place};
}

const Node* node_of_setting(const Document& document, std::string_view path) {
    const Node* node = document.root.get();
    while (node != nullptr && node->kind != Node::Kind::scalar && !path.empty()) {
        const std::string_view word = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), word.size() + 1));
        node = node->kind == Node::Kind::sequence ? item_of(*node, word) : value_of(*node, word);
    }
    return node;
}

}  // namespace firn::yaml
