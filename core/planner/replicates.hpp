#pragma once

#include "core/diag/result.hpp"
#include "core/planner/figure.hpp"
#include "core/planner/figure_spread.hpp"
#include "core/scenario/scenario.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace firn::planner {

/// Most runs of one answer.
inline constexpr std::uint64_t kMostReplicates = 10'000;

/// Runs of a scenario that differ by nothing but their seed.
struct Replicates {
    std::vector<std::int64_t> seeds{};
    std::vector<FigureSpread> figures{};  ///< in the order of FigureTable
};

/// The scenario of run `number`: run 0 is the scenario itself; the seed of a later one comes from the stream
/// "replicates", and a reference workload counts its own replicate on (modulo 2^63).
[[nodiscard]] scenario::Scenario replicate_of(scenario::Scenario scenario, std::uint64_t number);

/// Runs one replicate; is called from several threads at once.
using RunReplicate =
    std::function<Result<std::vector<Figure>>(const scenario::Scenario& scenario, std::uint64_t number)>;

/// Runs `runs` replicates (1 to kMostReplicates) on at most so many threads, at least 1. The result does not
/// depend on their number. Memory: that of a FigureTable, and of the runs under way. Error: that of the first
/// run that has one.
[[nodiscard]] Result<Replicates> run_replicates(const scenario::Scenario& scenario, std::uint64_t runs,
                                                unsigned threads, const RunReplicate& run);

}  // namespace firn::planner
