#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/alternatives/variation.hpp"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace firn::gui {

/// What of a comparison a slider moves.
enum class Varied { growth, hardware_prices, service_prices, drives_per_trip, discount_rate };

/// A slider in whole steps, and what its places mean.
struct VariationSlider {
    Varied varied = Varied::growth;
    QString name;
    QString help;
    int from = 0;
    int to = 0;
    int stated = 0;       ///< the place that is nearest to what the comparison says
    QString stated_text;  ///< what it says: "3.25 %"

    friend bool operator==(const VariationSlider&, const VariationSlider&) = default;
};

/// The sliders that move anything: drives a trip only where something is carried, and so on.
[[nodiscard]] std::vector<VariationSlider> sliders_of(const alternatives::Comparison& comparison,
                                                      const std::optional<alternatives::PlainDemand>& stated);

/// "+20 %", "4.5 %", "12": what a place of a slider means.
[[nodiscard]] QString text_of(Varied varied, int place, bool is_growth_stated);

/// The variation with a slider at a place.
[[nodiscard]] alternatives::Variation moved(alternatives::Variation variation, Varied varied, int place);

/// The same variations have the same text.
[[nodiscard]] std::string key_of(const alternatives::Variation& variation);

}  // namespace firn::gui
