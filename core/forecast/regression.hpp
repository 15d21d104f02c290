#pragma once

#include "core/forecast/series.hpp"

#include <cstddef>
#include <vector>

namespace firn::forecast {

/// What a regression on the time t = 1, 2, ... explains, and by what.
struct RegressionTerms {
    bool logarithm = false;  ///< of ln y in place of y; every value must be above zero
    bool months = false;     ///< a dummy for each month but January
};

/// Least squares y = intercept + slope t + month: formulas and worked numbers in docs/forecast.md.
struct Regression {
    RegressionTerms terms{};
    int first_month = 1;  ///< of t = 1; 1 is January
    double intercept = 0;
    double slope = 0;
    std::vector<double> months{};  ///< 12 effects, January's is zero; empty without dummies
    double sigma = 0;              ///< residual deviation by n - k degrees of freedom
    double r_squared = 0;
    std::size_t degrees = 0;          ///< n - k
    std::vector<double> residuals{};  ///< of ln y where that is explained
    /// Of the months t = n + 1, n + 2, ...: how far the line itself may be off, in sigmas (root of the
    /// leverage).
    std::vector<double> leverage{};
};

/// Needs more values than it estimates: 2, with months 13, and a value of every month. `horizon` is the
/// number of months for which a forecast can be made.
[[nodiscard]] Regression fit_regression(const Series& series, const RegressionTerms& terms,
                                        std::size_t horizon);

/// The line at t = n + h (h from 1 to the horizon), as a logarithm where that was explained.
[[nodiscard]] double line_at(const Regression& fit, std::size_t n, std::size_t h);

/// A forecast with the bounds between which the value itself lies with a probability.
struct Interval {
    double forecast = 0;
    double lower = 0;
    double upper = 0;
};

/// The prediction interval of month n + h at a level such as 0.95, by the t quantile; transformed back by exp
/// without a correction, so that of logarithms is an interval about the median.
[[nodiscard]] Interval interval_at(const Regression& fit, std::size_t n, std::size_t h, double level);

}  // namespace firn::forecast
