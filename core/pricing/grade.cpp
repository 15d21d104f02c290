#include "core/pricing/grade.hpp"

#include <algorithm>

namespace firn::pricing {

std::string_view to_text(Grade grade) {
    switch (grade) {
        case Grade::measured:
            return "measured";
        case Grade::sourced:
            return "sourced";
        case Grade::stated:
            return "stated";
        case Grade::assumed:
            return "assumed";
        case Grade::unconfirmed:
            return "unconfirmed";
    }
    return {};
}

Grade grade_named(std::string_view name) {
    const auto found = std::find_if(kGrades.begin(), kGrades.end(),
                                    [&](const Grade grade) { return to_text(grade) == name; });
    return found == kGrades.end() ? Grade::unconfirmed : *found;
}

}  // namespace firn::pricing
