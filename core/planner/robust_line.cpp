#include "core/planner/robust_line.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

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

/// How far the robust fit looks: 95 % efficiency on normal scatter.
constexpr double kBisquareDistance = 4.685;

double bisquare(double distance) {
    const double ratio = distance / kBisquareDistance;
    const double weight = 1 - ratio * ratio;
    return std::abs(ratio) < 1 ? weight * weight : 0;
}

/// In units of the scatter; above the line by ratios, so that the long tail of skewed durations counts as
/// near.
double distance_of(double y, double height, double scatter) {
    const double distance = (y - height) / scatter;
    if (distance <= 1 || height <= 0) return distance;
    return std::log(y / height) / std::log1p(scatter / height);
}

/// What a point counts for, 0 to 1, apart from the scatter at its height.
using Shares = std::vector<double>;

/// One step of weighted least squares, and what its standard errors are made of.
class WeightedFit {
  public:
    WeightedFit(Points x, Points y, const Shares& shares, const std::vector<double>& scatter,
                bool through_origin)
        : x_{x}, y_{y}, through_origin_{through_origin} {
        for (std::size_t i = 0; i < x.size(); ++i) {
            weights_.push_back(shares[i] / (scatter[i] * scatter[i]));
            bread_ += weights_[i] * row(i) * row(i).transpose();
            right_ += weights_[i] * y[i] * row(i);
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
        const Line solved = line();
        Eigen::Matrix2d meat = Eigen::Matrix2d::Zero();
        for (std::size_t i = 0; i < x_.size(); ++i) {
            const double part = weights_[i] * (y_[i] - solved.at(x_[i]));
            meat += part * part * row(i) * row(i).transpose();
        }
        const Eigen::Matrix2d inverse = bread_.inverse();
        return inverse * meat * inverse;
    }

  private:
    [[nodiscard]] Eigen::Vector2d row(std::size_t i) const { return {through_origin_ ? 0 : 1, x_[i]}; }

    Points x_;
    Points y_;
    bool through_origin_;
    std::vector<double> weights_{};
    Eigen::Matrix2d bread_ = Eigen::Matrix2d::Zero();
    Eigen::Vector2d right_ = Eigen::Vector2d::Zero();
};

bool is_close(const Line& a, const Line& b, double largest_x) {
    const double height = std::abs(b.intercept) + std::abs(b.slope) * largest_x;
    return std::abs(a.intercept - b.intercept) + std::abs(a.slope - b.slope) * largest_x <= 1e-10 * height;
}

std::vector<double> scatter_at(const Line& line, const Scatter& scatter, Points x) {
    std::vector<double> values;
    for (const double at : x)
        values.push_back(scatter.at(line.at(at)));
    return values;
}

Shares bisquare_shares(const Line& line, const std::vector<double>& scatter, Points x, Points y) {
    Shares shares;
    for (std::size_t i = 0; i < x.size(); ++i)
        shares.push_back(bisquare((y[i] - line.at(x[i])) / scatter[i]));
    return shares;
}

/// A line through the bulk of the points, and how far each of them lies from it.
struct Bulk {
    Line line;
    std::vector<double> scatter{};
    std::vector<double> distances{};
};

Bulk bulk_of(Points x, Points y, const LineOptions& options) {
    Bulk bulk{.line = first_line(x, y, options.through_origin)};
    Scatter scatter;
    for (int round = 0; round < kMostRounds; ++round) {
        // The scatter is held after some rounds, so that the line comes to rest.
        if (round < kScatterRounds) scatter = scatter_around(bulk.line, x, y, options.least_scatter);
        const std::vector<double> at = scatter_at(bulk.line, scatter, x);
        const WeightedFit fit{x, y, bisquare_shares(bulk.line, at, x, y), at, options.through_origin};
        if (!fit.is_solvable()) break;
        const Line next = fit.line();
        const bool at_rest = round >= kScatterRounds && is_close(next, bulk.line, x.back());
        bulk.line = next;
        if (at_rest) break;
    }
    bulk.scatter = scatter_at(bulk.line, scatter, x);
    for (std::size_t i = 0; i < x.size(); ++i)
        bulk.distances.push_back(distance_of(y[i], bulk.line.at(x[i]), bulk.scatter[i]));
    return bulk;
}

}  // namespace

RobustLine fit_line(Points x, Points y, const LineOptions& options) {
    Bulk bulk = bulk_of(x, y, options);
    // The line through the bulk of skewed points lies below their mean, so it only tells what is far off.
    Shares kept;
    for (const double distance : bulk.distances)
        kept.push_back(std::abs(distance) < kOutlierDistance ? 1 : 0);
    const WeightedFit fit{x, y, kept, bulk.scatter, options.through_origin};
    RobustLine result{.intercept = bulk.line.intercept, .slope = bulk.line.slope};
    if (fit.is_solvable()) {
        const Line line = fit.line();
        const Eigen::Matrix2d covariance = fit.covariance();
        result = {.intercept = line.intercept,
                  .slope = line.slope,
                  .intercept_error = std::sqrt(std::max(covariance(0, 0), 0.0)),
                  .slope_error = std::sqrt(std::max(covariance(1, 1), 0.0))};
    }
    result.distances = std::move(bulk.distances);
    return result;
}

}  // namespace firn::planner
