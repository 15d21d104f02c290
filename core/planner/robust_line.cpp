#include "core/planner/robust_line.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace firn::planner {

namespace {

using Points = std::span<const double>;

constexpr std::size_t kFirstGroups = 60;
constexpr std::size_t kScatterGroups = 40;
constexpr std::size_t kPointsPerScatterGroup = 8;
constexpr int kScatterRounds = 6;
constexpr int kMostRounds = 60;
/// Standard deviations of a normal distribution in its median absolute deviation.
constexpr double kDeviationsPerMad = 1.4826;

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

std::vector<double> part(Points values, std::size_t group, std::size_t groups) {
    const std::size_t begin = values.size() * group / groups;
    const std::size_t end = values.size() * (group + 1) / groups;
    return {values.begin() + static_cast<std::ptrdiff_t>(begin),
            values.begin() + static_cast<std::ptrdiff_t>(end)};
}

struct Line {
    double intercept = 0;
    double slope = 0;
    [[nodiscard]] double at(double x) const { return intercept + slope * x; }
};

/// The scatter of the points around the line: a constant and a share of its height.
struct Scatter {
    double constant = 0;
    double share = 0;
    double least = 0;
    [[nodiscard]] double at(double height) const {
        return std::max(least, constant + share * std::max(height, 0.0));
    }
};

/// The median of the slopes between the medians of groups, and the line through the lower half of them.
Line first_line(Points x, Points y, bool through_origin) {
    const std::size_t groups = std::min(x.size(), kFirstGroups);
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t group = 0; group < groups; ++group) {
        xs.push_back(median(part(x, group, groups)));
        ys.push_back(median(part(y, group, groups)));
    }
    std::vector<double> slopes;
    for (std::size_t i = 0; i < groups; ++i) {
        if (through_origin && xs[i] > 0) slopes.push_back(ys[i] / xs[i]);
        for (std::size_t j = i + 1; j < groups && !through_origin; ++j) {
            if (xs[j] > xs[i]) slopes.push_back((ys[j] - ys[i]) / (xs[j] - xs[i]));
        }
    }
    Line line;
    if (!slopes.empty()) line.slope = median(std::move(slopes));
    if (through_origin) return line;
    std::vector<double> intercepts;
    for (std::size_t i = 0; 2 * i < groups; ++i)
        intercepts.push_back(ys[i] - line.slope * xs[i]);
    line.intercept = median(std::move(intercepts));
    return line;
}

/// From the median deviations of groups, each in relation to its height, so that high ones do not rule.
Scatter scatter_around(const Line& line, Points x, Points y, double least) {
    const std::size_t groups = std::clamp<std::size_t>(x.size() / kPointsPerScatterGroup, 1, kScatterGroups);
    std::vector<double> deviations(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        deviations[i] = std::abs(y[i] - line.at(x[i]));
    Eigen::VectorXd inverse(static_cast<Eigen::Index>(groups));
    Eigen::VectorXd relative(static_cast<Eigen::Index>(groups));
    for (std::size_t group = 0; group < groups; ++group) {
        const double height = std::max(line.at(median(part(x, group, groups))), std::max(least, 1e-9));
        inverse[static_cast<Eigen::Index>(group)] = 1 / height;
        relative[static_cast<Eigen::Index>(group)] =
            kDeviationsPerMad * median(part(deviations, group, groups)) / height;
    }
    // relative = constant * inverse + share
    const Eigen::VectorXd centred = inverse.array() - inverse.mean();
    const double spread = centred.squaredNorm();
    Scatter scatter{.constant = 0, .share = relative.mean(), .least = least};
    if (groups < 3 || spread <= 0) {
        return {.constant = kDeviationsPerMad * median(deviations), .share = 0, .least = least};
    }
    scatter.constant = centred.dot(relative) / spread;
    scatter.share = relative.mean() - scatter.constant * inverse.mean();
    if (scatter.constant < 0) return {.constant = 0, .share = relative.mean(), .least = least};
    if (scatter.share < 0) {
        return {.constant = relative.dot(inverse) / inverse.squaredNorm(), .share = 0, .least = least};
    }
    return scatter;
}

double bisquare(double distance) {
    const double ratio = distance / kOutlierDistance;
    const double weight = 1 - ratio * ratio;
    return std::abs(ratio) < 1 ? weight * weight : 0;
}

/// One step of weighted least squares, and what its standard errors are made of.
class WeightedFit {
  public:
    WeightedFit(Points x, Points y, const Line& line, const Scatter& scatter, bool through_origin)
        : through_origin_{through_origin} {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double residual = y[i] - line.at(x[i]);
            const double deviation = scatter.at(line.at(x[i]));
            const double weight = bisquare(residual / deviation) / (deviation * deviation);
            const Eigen::Vector2d row{through_origin ? 0 : 1, x[i]};
            bread_ += weight * row * row.transpose();
            meat_ += weight * weight * residual * residual * row * row.transpose();
            right_ += weight * y[i] * row;
        }
        if (through_origin_) bread_(0, 0) = 1;
    }

    [[nodiscard]] bool is_solvable() const {
        const double determinant = bread_.determinant();
        return std::isfinite(determinant) && determinant > 1e-12 * bread_(0, 0) * bread_(1, 1);
    }
    [[nodiscard]] Line line() const {
        const Eigen::Vector2d solution = bread_.ldlt().solve(right_);
        return {solution[0], solution[1]};
    }
    [[nodiscard]] Eigen::Matrix2d covariance() const {
        const Eigen::Matrix2d inverse = bread_.inverse();
        return inverse * meat_ * inverse;
    }

  private:
    bool through_origin_;
    Eigen::Matrix2d bread_ = Eigen::Matrix2d::Zero();
    Eigen::Matrix2d meat_ = Eigen::Matrix2d::Zero();
    Eigen::Vector2d right_ = Eigen::Vector2d::Zero();
};

bool is_close(const Line& a, const Line& b, double largest_x) {
    const double height = std::abs(b.intercept) + std::abs(b.slope) * largest_x;
    return std::abs(a.intercept - b.intercept) + std::abs(a.slope - b.slope) * largest_x <= 1e-10 * height;
}

}  // namespace

RobustLine fit_line(Points x, Points y, const LineOptions& options) {
    Line line = first_line(x, y, options.through_origin);
    Scatter scatter;
    for (int round = 0; round < kMostRounds; ++round) {
        // The scatter is held after some rounds, so that the line comes to rest.
        if (round < kScatterRounds) scatter = scatter_around(line, x, y, options.least_scatter);
        const WeightedFit fit{x, y, line, scatter, options.through_origin};
        if (!fit.is_solvable()) break;
        const Line next = fit.line();
        const bool at_rest = round >= kScatterRounds && is_close(next, line, x.back());
        line = next;
        if (at_rest) break;
    }
    const WeightedFit fit{x, y, line, scatter, options.through_origin};
    RobustLine result{.intercept = line.intercept, .slope = line.slope};
    if (fit.is_solvable()) {
        const Eigen::Matrix2d covariance = fit.covariance();
        result.intercept_error = std::sqrt(std::max(covariance(0, 0), 0.0));
        result.slope_error = std::sqrt(std::max(covariance(1, 1), 0.0));
    }
    for (std::size_t i = 0; i < x.size(); ++i)
        result.distances.push_back((y[i] - line.at(x[i])) / scatter.at(line.at(x[i])));
    return result;
}

}  // namespace firn::planner
