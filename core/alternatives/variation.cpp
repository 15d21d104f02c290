#include "core/alternatives/variation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace firn::alternatives {

namespace {

constexpr std::string_view kTrips = "drives_per_trip";

constexpr std::array<std::string_view, 6> kHardware{"drive_price", "closet_machine",  "safe_price",
                                                    "tape_drive",  "cartridge_price", "server_price"};
constexpr std::array<std::string_view, 8> kServices{"price_factor", "storage",       "retrieval",
                                                    "egress",       "per_tb_month",  "setup",
                                                    "exit_per_tb",  "restore_per_tb"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What a book bills moves by its `price_factor`, what it has no price for by `egress`.
Rational factor_of(const Parameter& parameter, const Variation& variation) {
    if (is_among(kHardware, parameter.key)) return variation.hardware_prices;
    if (is_among(kServices, parameter.key)) return variation.service_prices;
    return Rational{1};
}

void change(Parameter& parameter, const Variation& variation) {
    if (parameter.key == kTrips && variation.drives_per_trip) {
        parameter.value = parameter.cheap = parameter.dear = *variation.drives_per_trip;
        parameter.grade = Grade::stated;
        return;
    }
    const Rational factor = factor_of(parameter, variation);
    for (Rational* value : {&parameter.value, &parameter.cheap, &parameter.dear})
        *value *= factor;
}

}  // namespace

Comparison with(const Comparison& comparison, const Variation& variation) {
    Comparison changed = comparison;
    changed.discount_rate = variation.discount_rate.value_or(comparison.discount_rate);
    for (Alternative& one : changed.alternatives) {
        for (Parameter& parameter : one.parameters.all())
            change(parameter, variation);
    }
    return changed;
}

std::optional<Rational> drives_per_trip_of(const Comparison& comparison) {
    for (const Alternative& one : comparison.alternatives) {
        if (const Parameter* trips = one.parameters.find(kTrips)) return trips->value;
    }
    return std::nullopt;
}

}  // namespace firn::alternatives
