#include "core/planner/log_linear.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace firn::planner {

namespace {

using Index = Eigen::Index;

/// Columns: level, growth, eleven months against January, six weekdays against Monday.
Eigen::MatrixXd design_of(const std::vector<SeriesPoint>& points, const SeriesTerms& terms) {
    const Index columns = 1 + (terms.growth ? 1 : 0) + (terms.months ? 11 : 0) + (terms.weekdays ? 6 : 0);
    Eigen::MatrixXd design = Eigen::MatrixXd::Zero(static_cast<Index>(points.size()), columns);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto row = static_cast<Index>(i);
        Index column = 0;
        design(row, column++) = 1;
        if (terms.growth) design(row, column++) = points[i].years;
        if (terms.months) {
            if (points[i].month > 0) design(row, column + points[i].month - 1) = 1;
            column += 11;
        }
        if (terms.weekdays && points[i].weekday > 0) design(row, column + points[i].weekday - 1) = 1;
    }
    return design;
}

/// Effects against the first as effects with mean zero; the level takes the mean.
void centre(std::vector<double>& effects, double& level) {
    const double mean =
        std::accumulate(effects.begin(), effects.end(), 0.0) / static_cast<double>(effects.size());
    for (double& effect : effects)
        effect -= mean;
    level += mean;
}

void add_quality(SeriesFit& fit, const std::vector<SeriesPoint>& points) {
    const auto n = static_cast<double>(points.size());
    double mean = 0;
    for (const SeriesPoint& point : points)
        mean += point.log / n;
    double total = 0;
    double left = 0;
    double with_previous = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        total += (points[i].log - mean) * (points[i].log - mean);
        left += fit.residuals[i] * fit.residuals[i];
        if (i > 0) with_previous += fit.residuals[i] * fit.residuals[i - 1];
    }
    // What rounding leaves of a constant series is nothing to explain.
    const double rounding = 1e-12 * std::max(1.0, std::abs(mean));
    const double nothing = n * rounding * rounding;
    fit.r_squared = total > nothing ? 1 - left / total : 1;
    fit.residual_deviation = std::sqrt(left / std::max(1.0, n - static_cast<double>(fit.columns)));
    fit.memory = left > nothing ? with_previous / left : 0;
}

}  // namespace

SeriesFit fit_series(const std::vector<SeriesPoint>& points, const SeriesTerms& terms) {
    const Eigen::MatrixXd design = design_of(points, terms);
    Eigen::VectorXd logs(static_cast<Index>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i)
        logs(static_cast<Index>(i)) = points[i].log;
    const Eigen::VectorXd solution = design.completeOrthogonalDecomposition().solve(logs);
    const Eigen::VectorXd residuals = logs - design * solution;

    SeriesFit fit;
    Index column = 0;
    fit.level = solution(column++);
    if (terms.growth) fit.growth = solution(column++);
    if (terms.months) {
        for (std::size_t month = 1; month < 12; ++month)
            fit.months[month] = solution(column++);
        centre(fit.months, fit.level);
    }
    if (terms.weekdays) {
        for (std::size_t weekday = 1; weekday < 7; ++weekday)
            fit.weekdays[weekday] = solution(column++);
        centre(fit.weekdays, fit.level);
    }
    fit.residuals.assign(residuals.data(), residuals.data() + residuals.size());
    fit.columns = design.cols();
    add_quality(fit, points);
    return fit;
}

SeriesFit with_growth(SeriesFit fit, const std::vector<SeriesPoint>& points, double growth) {
    double mean = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        fit.residuals[i] += (fit.growth - growth) * points[i].years;
        mean += fit.residuals[i] / static_cast<double>(points.size());
    }
    for (double& residual : fit.residuals)
        residual -= mean;
    fit.level += mean;
    fit.growth = growth;
    add_quality(fit, points);
    return fit;
}

}  // namespace firn::planner
