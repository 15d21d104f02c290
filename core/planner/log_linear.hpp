#pragma once

#include <cstddef>
#include <vector>

namespace firn::planner {

/// One period of a series: y = level + growth * years + month[...] + weekday[...] + residual.
struct SeriesPoint {
    double years = 0;  ///< since the beginning
    int month = 0;     ///< 0 to 11
    int weekday = 0;   ///< 0 to 6, Monday first
    double log = 0;    ///< natural logarithm of what is counted
};

/// Which parts the regression has.
struct SeriesTerms {
    bool growth = false;
    bool months = false;
    bool weekdays = false;
};

/// Least squares on the logarithms. Effects of months and weekdays have mean zero; what is left out is zero.
struct SeriesFit {
    double level = 0;
    double growth = 0;  ///< of the logarithm, a year
    std::vector<double> months = std::vector<double>(12, 0.0);
    std::vector<double> weekdays = std::vector<double>(7, 0.0);
    /// Share of the variance that is explained: below 0 where the series is worse than its mean (only
    /// with_growth), 1 for a series that is constant but for rounding.
    double r_squared = 0;
    std::vector<double> residuals{};
    std::ptrdiff_t columns = 1;  ///< estimated numbers

    /// Root of the mean square, by degrees of freedom.
    double residual_deviation = 0;
    /// Correlation of each residual with the one before.
    double memory = 0;
};

/// There must be a point. Months and weekdays that no point has get no effect.
[[nodiscard]] SeriesFit fit_series(const std::vector<SeriesPoint>& points, const SeriesTerms& terms);

/// The same fit with another growth, and the level that suits it.
[[nodiscard]] SeriesFit with_growth(SeriesFit fit, const std::vector<SeriesPoint>& points, double growth);

}  // namespace firn::planner
