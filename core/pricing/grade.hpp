#pragma once

#include <array>
#include <string_view>

namespace firn::pricing {

/// Why something is believed on which an answer rests; the strongest reason first. What rests on several has
/// the weakest of theirs.
enum class Grade {
    measured,     ///< counted: in a trace, a listing, monthly totals, a bill
    sourced,      ///< read in, or computed from, a document that is named
    stated,       ///< whoever asked said so: in a scenario, a file of alternatives, an option
    assumed,      ///< taken for granted
    unconfirmed,  ///< a price that the book doubts, or one held beyond the day of its check
};
inline constexpr std::array kGrades{Grade::measured, Grade::sourced, Grade::stated, Grade::assumed,
                                    Grade::unconfirmed};

/// "measured", "sourced", "stated", "assumed", "unconfirmed"
[[nodiscard]] std::string_view to_text(Grade grade);
/// Of such a name; `unconfirmed` of any other.
[[nodiscard]] Grade grade_named(std::string_view name);

}  // namespace firn::pricing
