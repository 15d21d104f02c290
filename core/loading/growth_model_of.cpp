#include "core/loading/growth_model_of.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

namespace firn::loading {

namespace {

using workload::Factor;

/// Fields allow six decimals, and four of a percentage.
Factor factor(const Rational& value) { return {*to_int64(Rational{value * Factor::kOne})}; }

/// 15 % -> 1.15
Factor growth_factor(const Rational& percent) { return factor(Rational{1 + percent / 100}); }

template <std::size_t N>
void copy_factors(const std::vector<Rational>& from, std::array<Factor, N>& to) {
    std::transform(from.begin(), from.end(), to.begin(), factor);
}

workload::Inflow inflow_of(const scenario::Inflow& inflow) {
    const bool daily = inflow.period == scenario::Inflow::Period::day;
    if (inflow.bytes) {
        return {
            .unit = daily ? workload::Inflow::Unit::bytes_per_day : workload::Inflow::Unit::bytes_per_week,
            .amount = inflow.bytes->count()};
    }
    return {.unit = daily ? workload::Inflow::Unit::files_per_day : workload::Inflow::Unit::files_per_week,
            .amount = *to_int64(Rational{inflow.files * Factor::kOne})};
}

workload::SizeComponent component_of(const scenario::SizeComponent& component) {
    using Shape = workload::SizeComponent::Shape;
    const Shape shape = component.shape == scenario::ComponentShape::lognormal ? Shape::lognormal
                        : component.shape == scenario::ComponentShape::pareto  ? Shape::pareto
                                                                               : Shape::constant;
    return {.share = factor(component.share),
            .shape = shape,
            .size = component.size,
            .deviation = factor(component.deviation),
            .exponent = factor(component.exponent),
            .largest = component.largest};
}

}  // namespace

workload::Calendar calendar_of(const scenario::Calendar& calendar) {
    workload::Calendar factors;
    copy_factors(calendar.weekdays, factors.weekdays);
    if (calendar.hours.empty()) {
        factors.hours =
            workload::cosine_hours(factor(calendar.hour_peak), static_cast<int>(calendar.peak_hour));
    } else {
        copy_factors(calendar.hours, factors.hours);
    }
    factors.day_noise = factor(calendar.day_noise);
    factors.day_memory = factor(calendar.day_memory);
    return factors;
}

workload::Batches batches_of(const scenario::Batches& batches) {
    return {.share = factor(Rational{batches.share / 100}),
            .shape = batches.shape == scenario::BatchShape::geometric ? workload::Batches::Shape::geometric
                                                                      : workload::Batches::Shape::zeta,
            .mean = factor(batches.mean),
            .exponent = factor(batches.exponent),
            .largest = batches.largest,
            .spread = batches.spread};
}

workload::GrowthModel growth_model_of(const scenario::GrowthWorkload& growth) {
    workload::GrowthModel model;
    model.inflow = inflow_of(growth.inflow);
    model.mean_size = growth.mean_size;
    model.file_growth = growth_factor(growth.file_growth);
    model.size_growth = growth_factor(growth.size_growth);
    model.calendar = calendar_of(growth.calendar);
    copy_factors(growth.months, model.calendar.months);
    model.batches = batches_of(growth.batches);
    std::transform(growth.sizes.begin(), growth.sizes.end(), std::back_inserter(model.sizes), component_of);
    for (const scenario::GrowthStep& step : growth.steps)
        model.steps.push_back({.at = step.at, .files = factor(step.files), .bytes = factor(step.bytes)});
    if (growth.event) {
        model.event = workload::YearlyEvent{.month = static_cast<unsigned>(growth.event->month),
                                            .days = growth.event->days,
                                            .bytes = factor(growth.event->bytes)};
    }
    return model;
}

}  // namespace firn::loading
