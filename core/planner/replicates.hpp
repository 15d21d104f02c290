#pragma once

#include "core/diag/result.hpp"
#include "core/planner/figure.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/rational.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace firn::planner {

/// Most runs of one answer.
inline constexpr std::uint64_t kMostReplicates = 10'000;

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

/// Runs of a scenario that differ by nothing but their seed.
struct Replicates {
    std::vector<std::int64_t> seeds{};
    std::vector<FigureSpread> figures{};  ///< in the order of the runs' own
};

/// The spread of the figures of these runs. A figure that a run does not list, as the cost of a charge that
/// it does not have, is 0 in it; one without a value is none. Figures stand in the order of the first run,
/// those that it lacks behind what precedes them in the first run that lists them. Within a run names differ.
[[nodiscard]] std::vector<FigureSpread> spread_of(const std::vector<std::vector<Figure>>& runs);

/// The scenario of run `number`: run 0 is the scenario itself; the seed of a later one comes from the stream
/// "replicates", and a reference workload counts its own replicate on (modulo 2^63).
[[nodiscard]] scenario::Scenario replicate_of(scenario::Scenario scenario, std::uint64_t number);

/// Runs one replicate; is called from several threads at once.
using RunReplicate =
    std::function<Result<std::vector<Figure>>(const scenario::Scenario& scenario, std::uint64_t number)>;

/// Runs `runs` replicates (1 to kMostReplicates) on at most so many threads, at least 1. The result does not
/// depend on their number. Error: that of the first run that has one.
[[nodiscard]] Result<Replicates> run_replicates(const scenario::Scenario& scenario, std::uint64_t runs,
                                                unsigned threads, const RunReplicate& run);

}  // namespace firn::planner
