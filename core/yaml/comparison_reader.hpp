#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/diag/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace firn::yaml {

/// A file of alternatives, and the demand where it states one.
struct ComparisonFile {
    alternatives::Comparison comparison{};
    std::optional<alternatives::PlainDemand> demand{};
};

/// Whether a text begins with, or has a line of, the key that only such a file has.
[[nodiscard]] bool is_comparison_text(std::string_view text);

/// Reads a file of alternatives (docs/alternatives.md). `year` is that in which a scenario begins, from which
/// the defaults follow; absent: the file must state a demand. Price books are not yet looked up. Errors:
/// those of parse_document() and MapReader, and `format-version-unknown`, `alternative-kind-unknown`,
/// `alternative-repeated`, `archive-service-unknown`, `currency-malformed`, `quote-without-price`,
/// `restores-incomplete`, `set-empty`, `set-member-repeated`, `set-member-unknown`, `setting-without-effect`
/// (a rate of the comparison's own currency), `overlap-without-current`.
[[nodiscard]] Result<ComparisonFile> read_comparison(std::string file, std::string text,
                                                     std::optional<int> year);

}  // namespace firn::yaml
