#pragma once

#include "core/diag/result.hpp"
#include "core/usage/usage.hpp"

#include <string>
#include <string_view>

namespace firn::yaml {

/// Reads a usage file (YAML, or JSON as `firn simulate` writes it); its layout is in docs/price-model.md.
/// Errors: those of parse_document() and MapReader, those of usage::check(), and `format-version-unknown`,
/// `rule-unknown`, `rule-value-unknown`, `charge-type-unknown`, `entries-contradict` (two ways to say one
/// thing), `key-missing`.
[[nodiscard]] Result<usage::Usage> read_usage(std::string file, std::string text);

/// Whether a text is a usage file in YAML: a line begins with the key that only such a file has.
[[nodiscard]] bool is_usage_text(std::string_view text);

}  // namespace firn::yaml
