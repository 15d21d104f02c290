#pragma once

#include "core/diag/result.hpp"
#include "core/yaml/node.hpp"

#include <string>
#include <string_view>

namespace firn::yaml {

/// A YAML text as a tree whose nodes know their place.
struct Document {
    std::string file;  ///< the name that diagnostics show
    std::string text;  ///< the whole text, for excerpts
    NodePointer root;
};

/// Parses one YAML document; a byte order mark is left out of the text. Errors, all with their place:
/// "text-not-utf8", "yaml-malformed" (what the parser refuses, an open quote, an alias without its anchor or
/// inside it), "yaml-merge-key", "yaml-aliases-too-many" (more than a million values repeated),
/// "key-repeated", "yaml-two-documents", "yaml-empty".
[[nodiscard]] Result<Document> parse_document(std::string file, std::string text);

}  // namespace firn::yaml
