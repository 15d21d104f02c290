#pragma once

#include "core/units/rational.hpp"

#include <optional>
#include <string>

namespace firn::planner {

/// What the number of a figure stands for.
enum class FigureKind { count, bytes, microseconds, cost };

/// One number of a run, by its place in the JSON of `firn simulate`.
///
///     {"files", count, 100000}   {"latency_us.p99", microseconds, 6700000}   {"total_exact", cost, 12.3}
struct Figure {
    std::string name;
    FigureKind kind = FigureKind::count;
    /// Absent: this run has none, as when its backfill was not done.
    std::optional<Rational> value;
};

}  // namespace firn::planner
