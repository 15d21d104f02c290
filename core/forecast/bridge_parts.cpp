#include "core/forecast/bridge_parts.hpp"

#include "core/units/rational.hpp"

#include <algorithm>

namespace firn::forecast {

namespace {

/// How much of the exact amount the shown one lacks.
Rational lacking(const Bridge& bridge, std::size_t part, const std::vector<BridgePart>& shown) {
    return Rational{(bridge.*kBridgeParts[part].money).amount() - shown[part].amount.amount()};
}

/// The part to which a cent of that sign does least harm: the one that rounding moved most the other way.
std::size_t part_for(const Rational& cent, const Bridge& bridge, const std::vector<BridgePart>& shown) {
    std::size_t best = 0;
    for (std::size_t part = 1; part < shown.size(); ++part) {
        if (cent * lacking(bridge, part, shown) > cent * lacking(bridge, best, shown)) best = part;
    }
    return best;
}

}  // namespace

std::vector<BridgePart> shown_parts(const Bridge& bridge, const Money& planned, const Money& actual) {
    std::vector<BridgePart> parts;
    Rational left = round_half_up(actual.amount(), 2) - round_half_up(planned.amount(), 2);
    for (const NamedPart& part : kBridgeParts) {
        parts.push_back({part.name, Money{round_half_up((bridge.*part.money).amount(), 2)}});
        left -= parts.back().amount.amount();
    }
    const Rational cent{left < 0 ? -1 : 1, 100};
    for (; left != 0; left -= cent)
        parts[part_for(cent, bridge, parts)].amount += Money{cent};
    return parts;
}

}  // namespace firn::forecast
