#include "core/pricing/band_split.hpp"

#include <algorithm>

namespace firn::pricing {

std::vector<Rational> split_by_band(const Rational& quantity, const std::vector<Band>& bands,
                                    const Rational& free, const Rational& filled) {
    const Rational end = filled + quantity;
    std::vector<Rational> parts;
    parts.reserve(bands.size());
    Rational lower = 0;
    for (const Band& band : bands) {
        const Rational upper = band.up_to ? std::min(*band.up_to, end) : end;
        const Rational billed_from = std::max({lower, free, filled});
        parts.push_back(upper > billed_from ? Rational{upper - billed_from} : Rational{0});
        lower = band.up_to.value_or(end);
    }
    return parts;
}

}  // namespace firn::pricing
