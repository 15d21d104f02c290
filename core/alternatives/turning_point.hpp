#pragma once

#include "core/units/rational.hpp"

#include <functional>

namespace firn::alternatives {

/// By how much the answer is ahead at a value; below nought: it is turned.
using LeadAt = std::function<Rational(const Rational&)>;

/// An assumption on its way from where it is to an end at which the answer is turned.
struct Way {
    Rational from{};         ///< where it is
    Rational to{};           ///< an end of its range
    Rational lead_at_end{};  ///< below nought
    Rational grain{};        ///< the smallest step that counts, above nought
    /// Between: the cost rises in steps, of whole drives and safes, so that a nearer turn is looked for at so
    /// many points.
    int probes = 0;
};

/// The value nearest to where the assumption is at which the answer is turned, a multiple of the grain or the
/// end itself: along the chord at first, which finds what falls evenly at once, by halves then; with probes
/// once more from the nearest of them that turns it. A nearer turn between two probes may be missed.
[[nodiscard]] Rational turning_point(const Way& way, const Rational& lead_as_is, const LeadAt& lead);

/// How many times its value an assumption has to move, either way; a number at or below nought: by how much,
/// and 1.
[[nodiscard]] Rational distance(const Rational& base, const Rational& value);

/// The value so far from the assumption on the way to an end.
[[nodiscard]] Rational at_distance(const Rational& base, const Rational& end, const Rational& far);

}  // namespace firn::alternatives
