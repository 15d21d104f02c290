#include "core/forecast/regression.hpp"

#include "core/forecast/student_t.hpp"

#include <Eigen/Dense>

#include <cmath>

namespace firn::forecast {

namespace {

int month_at(int first_month, std::size_t t) {
    return static_cast<int>((static_cast<std::size_t>(first_month) - 1 + t - 1) % kSeason);
}

Eigen::VectorXd row_at(const RegressionTerms& terms, int first_month, std::size_t t) {
    Eigen::VectorXd row = Eigen::VectorXd::Zero(terms.months ? 13 : 2);
    row(0) = 1;
    row(1) = static_cast<double>(t);
    const int month = month_at(first_month, t);
    if (terms.months && month > 0) row(1 + month) = 1;
    return row;
}

double mean_square(const Eigen::VectorXd& values) { return (values.array() - values.mean()).square().sum(); }

}  // namespace

Regression fit_regression(const Series& series, const RegressionTerms& terms, std::size_t horizon) {
    const auto n = static_cast<Eigen::Index>(series.values.size());
    Regression fit{.terms = terms,
                   .first_month = static_cast<int>(static_cast<unsigned>(series.first.month().month()))};
    const Eigen::Index columns = terms.months ? 13 : 2;
    Eigen::MatrixXd design(n, columns);
    Eigen::VectorXd values(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto at = static_cast<std::size_t>(i);
        design.row(i) = row_at(terms, fit.first_month, at + 1).transpose();
        values(i) = terms.logarithm ? std::log(series.values[at]) : series.values[at];
    }
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver{design};
    const Eigen::VectorXd solution = solver.solve(values);
    const Eigen::VectorXd residuals = values - design * solution;
    fit.intercept = solution(0);
    fit.slope = solution(1);
    if (terms.months) {
        fit.months.assign(kSeason, 0.0);
        for (int month = 1; month < kSeason; ++month)
            fit.months[static_cast<std::size_t>(month)] = solution(1 + month);
    }
    fit.degrees = static_cast<std::size_t>(n - columns);
    const double squares = residuals.squaredNorm();
    fit.sigma = std::sqrt(squares / static_cast<double>(fit.degrees));
    const double all = mean_square(values);
    fit.r_squared = all > 0 ? 1 - squares / all : 1;
    fit.residuals.assign(residuals.data(), residuals.data() + n);
    const Eigen::MatrixXd inverse = (design.transpose() * design).inverse();
    for (std::size_t h = 1; h <= horizon; ++h) {
        const Eigen::VectorXd row = row_at(terms, fit.first_month, series.values.size() + h);
        fit.leverage.push_back(std::sqrt(row.dot(inverse * row)));
    }
    return fit;
}

double line_at(const Regression& fit, std::size_t n, std::size_t h) {
    const std::size_t t = n + h;
    const double month =
        fit.months.empty() ? 0 : fit.months[static_cast<std::size_t>(month_at(fit.first_month, t))];
    return fit.intercept + fit.slope * static_cast<double>(t) + month;
}

Interval interval_at(const Regression& fit, std::size_t n, std::size_t h, double level) {
    const double line = line_at(fit, n, h);
    const double leverage = fit.leverage.at(h - 1);
    const double width = student_t_quantile((1 + level) / 2, static_cast<double>(fit.degrees)) * fit.sigma *
                         std::sqrt(1 + leverage * leverage);
    if (!fit.terms.logarithm) return {line, line - width, line + width};
    return {std::exp(line), std::exp(line - width), std::exp(line + width)};
}

}  // namespace firn::forecast
