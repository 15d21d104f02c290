#include "core/alternatives/turning_point.hpp"

#include <utility>

namespace firn::alternatives {

namespace {

constexpr int kSteps = 40;
constexpr int kChordSteps = 6;

/// The nearest turn between a value at which the answer holds and one at which it is turned.
Rational closed_in(const Way& way, const Rational& lead_as_is, const LeadAt& lead) {
    const Rational forth = way.to > way.from ? way.grain : Rational{-way.grain};
    Rational as_is = way.from;
    Rational turned = way.to;
    Rational ahead = lead_as_is;
    Rational behind = way.lead_at_end;
    for (int step = 0; step < kSteps && abs(turned - as_is) > way.grain; ++step) {
        const int turn = step < kChordSteps ? step % 3 : 2;
        Rational next = (as_is + turned) / 2;
        if (turn == 0) next = as_is + (turned - as_is) * ahead / (ahead - behind) + forth;
        if (turn == 1) next = turned - forth;
        next = way.grain * round_half_up(next / way.grain, 0);
        if (next == as_is || next == turned) continue;
        if ((next > as_is) == (next > turned)) continue;
        const Rational here = lead(next);
        (here < 0 ? turned : as_is) = next;
        (here < 0 ? behind : ahead) = here;
    }
    return turned;
}

}  // namespace

Rational turning_point(const Way& way, const Rational& lead_as_is, const LeadAt& lead) {
    const Rational found = closed_in(way, lead_as_is, lead);
    Rational before = way.from;
    Rational ahead = lead_as_is;
    for (int probe = 1; probe < way.probes; ++probe) {
        const Rational point = way.from + (found - way.from) * probe / way.probes;
        const Rational value = way.grain * round_half_up(point / way.grain, 0);
        if (value == before || value == found) continue;
        Rational here = lead(value);
        if (here < 0) return closed_in({before, value, std::move(here), way.grain}, ahead, lead);
        before = value;
        ahead = std::move(here);
    }
    return found;
}

Rational distance(const Rational& base, const Rational& value) {
    if (base <= 0 || value <= 0) return Rational{abs(value - base) + 1};
    return value > base ? Rational{value / base} : Rational{base / value};
}

Rational at_distance(const Rational& base, const Rational& end, const Rational& far) {
    if (base <= 0 || end <= 0) return end > base ? Rational{base + far - 1} : Rational{base - far + 1};
    return end > base ? Rational{base * far} : Rational{base / far};
}

}  // namespace firn::alternatives
