#include "core/forecast/bridge_parts.hpp"

#include "core/units/rational.hpp"

#include <cstddef>

namespace firn::forecast {

std::vector<BridgePart> shown_parts(const Bridge& bridge, const Money& planned, const Money& actual) {
    std::vector<BridgePart> parts;
    Rational left = round_half_up(actual.amount(), 2) - round_half_up(planned.amount(), 2);
    std::size_t largest = 0;
    for (const NamedPart& part : kBridgeParts) {
        parts.push_back({part.name, Money{round_half_up((bridge.*part.money).amount(), 2)}});
        left -= parts.back().amount.amount();
        if (abs(parts.back().amount.amount()) > abs(parts[largest].amount.amount()))
            largest = parts.size() - 1;
    }
    parts[largest].amount += Money{left};
    return parts;
}

}  // namespace firn::forecast
