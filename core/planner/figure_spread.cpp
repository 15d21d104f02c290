#include "core/planner/figure_spread.hpp"

#include "core/sim/quantile_rank.hpp"

#include <algorithm>
#include <utility>

namespace firn::planner {

namespace {

/// The square root of a value from 0 on, rounded down to 10^-12.
Rational square_root(const Rational& value) {
    const Integer scale{1'000'000'000'000};
    const Integer root = boost::multiprecision::sqrt(floor_of(value * scale * scale));
    return Rational{root, scale};
}

Rational deviation_of(const std::vector<Rational>& values, const Rational& mean) {
    if (values.size() < 2) return 0;
    Rational squares;
    for (const Rational& value : values)
        squares += (value - mean) * (value - mean);
    return square_root(squares / (values.size() - 1));
}

}  // namespace

FigureSpread spread_of(std::string name, FigureKind kind, std::vector<Rational> values) {
    FigureSpread spread{.name = std::move(name), .kind = kind, .runs = values.size()};
    if (values.empty()) return spread;
    std::sort(values.begin(), values.end());
    const auto at = [&](sim::Permille quantile) { return values[sim::rank_of(quantile, values.size()) - 1]; };
    Rational sum;
    for (const Rational& value : values)
        sum += value;
    spread.mean = sum / values.size();
    spread.p10 = at({100});
    spread.p50 = at({500});
    spread.p90 = at({900});
    spread.min = values.front();
    spread.max = values.back();
    spread.deviation = deviation_of(values, spread.mean);
    return spread;
}

}  // namespace firn::planner
