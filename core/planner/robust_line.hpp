#pragma once

#include <span>
#include <vector>

namespace firn::planner {

/// y = intercept + slope * x, with the standard errors of both.
struct RobustLine {
    double intercept = 0;
    double slope = 0;
    double intercept_error = 0;
    double slope_error = 0;
    /// Of each point: its distance from the bulk in units of the scatter where it lies; above the bulk the
    /// logarithm of the ratio in units of that of the scatter. Beyond kOutlierDistance it had no part in the
    /// fit.
    std::vector<double> distances{};
};

/// The distance from which on a point is an outlier. Of exponential durations 4 in 10,000 lie beyond, which
/// takes 0.4 % from their mean; of lognormal ones none.
inline constexpr double kOutlierDistance = 10;

/// How the line is found.
struct LineOptions {
    bool through_origin = false;
    /// The least scatter that is believed: what rounding gives.
    double least_scatter = 0;
};

/// Fits the mean of y to points in ascending order of x, of which a good part (up to a quarter) may be far
/// off.
///
/// First the bulk of the points is found: by the median slope between medians of groups (Theil 1950, Sen
/// 1968), then by weighted least squares, where a point counts less the farther it lies from the line
/// (Tukey's bisquare) and the larger the scatter is at its height, which is estimated as a constant and a
/// share of y (Carroll and Ruppert 1988). That only tells outliers; the line is the weighted least squares of
/// all other points, by scatter alone, so that it is the mean of skewed points, too. Standard errors are
/// those of the sandwich estimator (White 1980). At least 3 points with 2 different x.
[[nodiscard]] RobustLine fit_line(std::span<const double> x, std::span<const double> y,
                                  const LineOptions& options);

}  // namespace firn::planner
