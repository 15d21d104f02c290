#pragma once

#include <vector>

namespace firn::planner {

/// A share of sizes that are lognormal: natural logarithms around `mean` with this standard deviation.
struct LognormalPart {
    double share = 0;
    double mean = 0;
    double deviation = 0;
};

/// Counts of equally wide steps of the natural logarithm, the first of which begins at `first`.
struct LogHistogram {
    double first = 0;
    double width = 0;
    std::vector<double> counts;
};

/// The most likely mixture of `parts` lognormal parts, by expectation and maximisation from parts that share
/// the sizes by rank; the largest share first. The histogram must have counts. No deviation is below half a
/// step.
[[nodiscard]] std::vector<LognormalPart> fit_mixture(const LogHistogram& sizes, int parts);

/// The natural logarithm of the size that a share q of the mixture does not exceed.
[[nodiscard]] double log_quantile(const std::vector<LognormalPart>& mixture, double q);

/// The mean size of the mixture.
[[nodiscard]] double mean_of(const std::vector<LognormalPart>& mixture);

}  // namespace firn::planner
