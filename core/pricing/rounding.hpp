#pragma once

#include "core/units/money.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firn::pricing {

/// What becomes of the exact cost of a line when it is shown. A bill's total is always the sum of what its
/// lines show.
///
///               0.0022   1.2912   1.056 (first FAQ's example)   0.0000376108765
///     exact     0.0022   1.2912   1.056                         0.0000376108765 (shown with 12 decimals)
///     invoice   0.01     1.29     1.06                          0.01
///     estimate  0.00     1.29     1.06                          0.00
///     report    0.0022   1.2912   1.056                         0.0000376109
///     faq_2012  0.00     1.29     1.30                          0.00
enum class Rounding {
    exact,     ///< not at all
    invoice,   ///< nearest cent, halves up; a line above zero costs at least one cent
    estimate,  ///< nearest cent, halves up
    report,    ///< ten decimals, to nearest, as detailed cost reports
    faq_2012,  ///< the retrieval fee by the rounded steps of the first FAQ, everything else as `estimate`
};

/// "exact", "invoice", "estimate", "report", "faq-2012"
[[nodiscard]] std::string_view to_text(Rounding rounding);
[[nodiscard]] std::optional<Rounding> parse_rounding(std::string_view text);
/// All names, in the order of the enumeration.
[[nodiscard]] std::span<const std::string> rounding_names();

/// The cost of a line as this rounding shows it (the steps of the first FAQ apart: they belong to the fee).
[[nodiscard]] Money rounded(const Money& exact, Rounding rounding);

/// Text of a rounded amount: 2 decimals, 10 in a report, up to 12 when exact.
[[nodiscard]] std::string to_text(const Money& amount, Rounding rounding);

/// What the rounding does, as a sentence for the explanation of a line.
[[nodiscard]] std::string_view explanation(Rounding rounding);

}  // namespace firn::pricing
