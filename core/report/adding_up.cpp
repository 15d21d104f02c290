#include "core/report/adding_up.hpp"

#include <algorithm>

namespace firn::report {

namespace {

Rational rounded(const Rational& value, const Integer& scale) {
    return Rational{floor_of(Rational{value * scale + Rational{1, 2}}), scale};
}

}  // namespace

std::vector<Rational> adding_up(std::vector<Rational> parts, unsigned places) {
    if (parts.empty()) return parts;
    const Integer scale = pow(Integer{10}, places);
    Rational sum;
    Rational shown;
    for (Rational& part : parts) {
        sum += part;
        part = rounded(part, scale);
        shown += part;
    }
    *std::max_element(parts.begin(), parts.end()) += rounded(sum, scale) - shown;
    return parts;
}

}  // namespace firn::report
