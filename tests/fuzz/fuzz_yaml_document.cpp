// Any bytes as a YAML document: a tree whose places lie within the text, or diagnostics.

#include "core/yaml/document.hpp"
#include "tests/fuzz/laws.hpp"

#include <algorithm>
#include <set>

namespace {

using firn::fuzz::require;
using firn::yaml::Node;

/// Checks each value below once, however often aliases repeat it.
void check_tree(const Node& node, std::size_t lines, std::set<const Node*>& seen) {
    if (!seen.insert(&node).second) return;
    require(node.place.line >= 1 && node.place.line <= lines + 1 && node.place.column >= 1,
            "a value stands in the text");
    for (const auto& item : node.items)
        check_tree(*item, lines, seen);
    std::set<std::string> keys;
    for (const auto& entry : node.entries) {
        require(keys.insert(entry.key).second, "each key stands once");
        require(entry.key_place.line >= 1 && entry.key_place.line <= lines + 1, "a key stands in the text");
        check_tree(*entry.value, lines, seen);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    const auto document = firn::yaml::parse_document("input.yaml", text);
    if (!document) {
        firn::fuzz::check_diagnostics(document.error());
        return 0;
    }
    require(document->root != nullptr, "a document has a root");
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    std::set<const Node*> seen;
    check_tree(*document->root, lines, seen);
    return 0;
}
