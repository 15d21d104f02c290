#pragma once

#include "core/planner/figure.hpp"
#include "core/units/rational.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::planner {

/// A figure over all runs that have it.
struct FigureSpread {
    std::string name;
    FigureKind kind = FigureKind::count;
    /// That have it; 0: all numbers are 0.
    std::uint64_t runs = 0;
    Rational mean{};
    // The quantile q is the value of rank ceil(q * runs), counted from 1, in ascending order.
    Rational p10{};
    Rational p50{};
    Rational p90{};
    Rational min{};
    Rational max{};
    /// Standard deviation of the figure, estimated from the runs (divided by runs - 1), rounded down to
    /// 10^-12; 0 of one run.
    Rational deviation{};
};

/// The spread of the values that runs have of one figure.
[[nodiscard]] FigureSpread spread_of(std::string name, FigureKind kind, std::vector<Rational> values);

}  // namespace firn::planner
