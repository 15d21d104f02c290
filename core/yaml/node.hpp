#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace firn::yaml {

struct Node;
using NodePointer = std::shared_ptr<const Node>;

/// Where a node begins; line and column count from one.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// One `key: value` of a map.
struct Entry {
    std::string key;
    Place key_place;
    NodePointer value;
};

/// A YAML value with its place. Scalars keep the text as it was written: a price stays exact decimal text.
struct Node {
    enum class Kind { null, scalar, sequence, map };

    Kind kind = Kind::null;
    Place place;
    std::string scalar{};              ///< Kind::scalar: the text, without quotes
    std::vector<NodePointer> items{};  ///< Kind::sequence
    std::vector<Entry> entries{};      ///< Kind::map, in the order of the text, each key once
};

/// "a map", "a list", "text" or "nothing".
[[nodiscard]] const char* to_text(Node::Kind kind);

}  // namespace firn::yaml
