#pragma once

#include <string_view>

namespace firn::yaml {

/// Whether a text is lines of keys of which one is this: "months: 36" and "scenario: archive" for the key
/// "scenario". Blank lines, comments and what belongs to a key may stand between them, nothing else; the last
/// line may be cut. A listing of folders has lines that end in a colon too, but others between them.
[[nodiscard]] bool has_key_line(std::string_view text, std::string_view key);

}  // namespace firn::yaml
