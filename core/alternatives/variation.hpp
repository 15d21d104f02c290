#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/units/rational.hpp"

#include <optional>

namespace firn::alternatives {

/// What somebody moves to see what becomes of an answer; what is absent, or 1, stays as it is
/// (docs/alternatives.md, "Variations").
///
///     Variation{.discount_rate = 5 %, .hardware_prices = 1.2}     money at 5 % a year, drives a fifth dearer
struct Variation {
    std::optional<Rational> growth{};  ///< a year, of what is added; above -1
    std::optional<Rational> discount_rate{};
    Rational hardware_prices{1};  ///< times: drives, servers, cartridges, safes
    Rational service_prices{1};   ///< times: price books, archive services, offers
    std::optional<Rational> drives_per_trip{};

    friend bool operator==(const Variation&, const Variation&) = default;
};

/// The comparison with rate, prices and trips as asked. The range of a price moves with it; drives a trip
/// that somebody names have none.
[[nodiscard]] Comparison with(const Comparison& comparison, const Variation& variation);

/// The demand with other growth: what is added in month t times (1 + growth)^(t/12), over what it is anyway.
/// What is audited keeps its share of what is stored, restores stay; so does what a run metered, month by
/// month.
[[nodiscard]] Demand with_growth(const Demand& demand, const Rational& growth);

/// The drives a trip of the first alternative that carries any; absent where none does.
[[nodiscard]] std::optional<Rational> drives_per_trip_of(const Comparison& comparison);

}  // namespace firn::alternatives
