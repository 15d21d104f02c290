#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn {

enum class Severity { error, warning, note };

/// The line of text that a diagnostic is about and the part of it to mark.
struct Excerpt {
    std::string line{};      ///< the source line without its end; of a long one, what stands around the place
    std::size_t length = 1;  ///< characters to mark from `SourceLocation::column` on
    std::size_t first_column =
        1;  ///< the column at which `line` begins: above 1 where its beginning was left out
};

/// What is wrong, where, what was expected, and what to do about it.
///
///     bill.yaml:7:14: error: "12" has no unit [unit-missing]
///       7 |     average: 12
///         |              ^~
///     expected: a number of bytes with its unit, such as 25 MB or 24 MiB
///     remedy: write "12 GiB" (2^30 bytes each) or "12 GB" (10^9 bytes each)
struct Diagnostic {
    std::string code{};  ///< stable, kebab-case, explained in docs/errors.md: "unit-missing"
    Severity severity = Severity::error;
    SourceLocation where{};
    std::string what{};      ///< one sentence without a full stop
    std::string expected{};  ///< may be empty
    std::string remedy{};    ///< may be empty
    Excerpt excerpt{};       ///< may be empty
    /// The time that it is about, where whoever knows the whole question may place it by that. Is not shown.
    std::optional<Instant> time{};
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// Ordered by file, line and column; otherwise in the order they were found.
void sort_by_place(Diagnostics& diagnostics);

/// Appends `more` to `diagnostics`.
void append(Diagnostics& diagnostics, Diagnostics more);

/// Fills in the excerpts of diagnostics that lie in `file`, from its text.
void add_excerpts(Diagnostics& diagnostics, std::string_view file, std::string_view text);

/// A diagnostic as the terminal shows it, ending with a line end. Control characters are shown as blanks, and
/// a long line from shortly before the place on.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic);

/// All of them, one after the other.
[[nodiscard]] std::string to_text(const Diagnostics& diagnostics);

}  // namespace firn
