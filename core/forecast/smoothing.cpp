#include "core/forecast/smoothing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace firn::forecast {

namespace {

constexpr std::size_t kYear = kSeason;

/// The centred mean of a year about each of the months 7 to 18 of two years: its ends count half.
std::vector<double> trend_of(const std::vector<double>& values) {
    std::vector<double> trend;
    for (std::size_t centre = kYear / 2; centre < kYear + kYear / 2; ++centre) {
        double sum = (values[centre - kYear / 2] + values[centre + kYear / 2]) / 2;
        for (std::size_t i = centre - kYear / 2 + 1; i < centre + kYear / 2; ++i)
            sum += values[i];
        trend.push_back(sum / kSeason);
    }
    return trend;
}

/// Level and trend of the line through the values at 1, 2, ...
SmoothingState line_through(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean_t = (n + 1) / 2;
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double products = 0;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double t = static_cast<double>(i + 1) - mean_t;
        products += t * (values[i] - mean);
        squares += t * t;
    }
    const double slope = products / squares;
    return {.level = mean - slope * mean_t, .trend = slope};
}

std::vector<double> season_of(const std::vector<double>& values, const std::vector<double>& trend,
                              Season kind) {
    std::vector<double> season(kYear, 0.0);
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const double value = values[i + kYear / 2];
        const double part = kind == Season::multiplicative ? value / trend[i] : value - trend[i];
        season[(i + kYear / 2) % kYear] = part;
    }
    const double mean = std::accumulate(season.begin(), season.end(), 0.0) / kSeason;
    for (double& part : season)
        part = kind == Season::multiplicative ? part / mean : part - mean;
    return season;
}

double expected(const SmoothingState& state, Season kind) {
    const double line = state.level + state.trend;
    switch (kind) {
        case Season::none:
            return line;
        case Season::additive:
            return line + state.season.front();
        case Season::multiplicative:
            return line * state.season.front();
    }
    return line;
}

using Point = std::array<double, 3>;

/// What the search needs of a series: where smoothing starts is the same for all weights.
struct Searched {
    const std::vector<double>& values;
    Season kind;
    SmoothingState start;
};

/// The squares that smooth() comes to, without keeping residuals: the search asks thousands of times.
double squares_at(const Searched& series, const Point& at) {
    const auto [alpha, beta, gamma] = at;
    double level = series.start.level;
    double trend = series.start.trend;
    std::array<double, kYear> season{};
    std::copy(series.start.season.begin(), series.start.season.end(), season.begin());
    const bool is_plain = series.kind == Season::none;
    const bool multiplies = series.kind == Season::multiplicative;
    double squares = 0;
    for (std::size_t i = is_plain ? 2 : kYear; i < series.values.size(); ++i) {
        double& seasonal = season[i % kYear];
        const double value = series.values[i];
        const double line = level + trend;
        const double residual = value - (multiplies ? line * seasonal : line + seasonal);
        squares += residual * residual;
        const double newest = alpha * (multiplies ? value / seasonal : value - seasonal) + (1 - alpha) * line;
        trend = beta * (newest - level) + (1 - beta) * trend;
        level = newest;
        if (is_plain) continue;
        seasonal = gamma * (multiplies ? value / level : value - level) + (1 - gamma) * seasonal;
    }
    return std::isfinite(squares) ? squares : std::numeric_limits<double>::infinity();
}

/// Moves along each axis by a step where that is better.
Point explore(const Searched& series, Point at, double step) {
    const std::size_t axes = series.kind == Season::none ? 2 : 3;
    double best = squares_at(series, at);
    for (std::size_t axis = 0; axis < axes; ++axis) {
        for (const double direction : {step, -step}) {
            Point moved = at;
            moved[axis] = std::clamp(moved[axis] + direction, 0.0, 1.0);
            const double squares = squares_at(series, moved);
            if (squares < best) {
                best = squares;
                at = moved;
                break;
            }
        }
    }
    return at;
}

/// psi_j of the error j months before: what of it is still in the forecast.
double psi(const Smoothing& fit, std::size_t j) {
    if (j == 0) return 1;
    const SmoothingWeights& w = fit.weights;
    const bool is_season = fit.kind != Season::none && j % kYear == 0;
    return w.alpha * (1 + static_cast<double>(j) * w.beta) + (is_season ? w.gamma * (1 - w.alpha) : 0);
}

double residual_variance(const std::vector<double>& residuals) {
    const auto n = static_cast<double>(residuals.size());
    const double mean = std::accumulate(residuals.begin(), residuals.end(), 0.0) / n;
    double squares = 0;
    for (const double residual : residuals)
        squares += (residual - mean) * (residual - mean);
    return squares / (n - 1);
}

}  // namespace

SmoothingState start_of(const std::vector<double>& values, Season kind) {
    if (kind == Season::none) return {.level = values[1], .trend = values[1] - values[0]};
    const std::vector<double> trend = trend_of(values);
    SmoothingState state = line_through(trend);
    state.season = season_of(values, trend, kind);
    return state;
}

void advance(SmoothingState& state, Season kind, const SmoothingWeights& weights, double value) {
    double plain = value;
    if (kind == Season::additive) plain = value - state.season.front();
    if (kind == Season::multiplicative) plain = value / state.season.front();
    const double before = state.level;
    state.level = weights.alpha * plain + (1 - weights.alpha) * (before + state.trend);
    state.trend = weights.beta * (state.level - before) + (1 - weights.beta) * state.trend;
    if (kind == Season::none) return;
    const double newest = kind == Season::additive ? value - state.level : value / state.level;
    state.season.front() = weights.gamma * newest + (1 - weights.gamma) * state.season.front();
    std::rotate(state.season.begin(), state.season.begin() + 1, state.season.end());
}

Smoothing smooth(const std::vector<double>& values, Season kind, const SmoothingWeights& weights) {
    Smoothing fit{.kind = kind, .weights = weights, .state = start_of(values, kind)};
    for (std::size_t i = kind == Season::none ? 2 : kYear; i < values.size(); ++i) {
        const double residual = values[i] - expected(fit.state, kind);
        fit.residuals.push_back(residual);
        fit.squares += residual * residual;
        advance(fit.state, kind, weights, values[i]);
    }
    return fit;
}

Smoothing fit_smoothing(const std::vector<double>& values, Season kind, double last_step) {
    const Searched series{values, kind, start_of(values, kind)};
    Point base{0.3, 0.1, 0.1};
    for (double step = 0.125; step >= last_step;) {
        const Point found = explore(series, base, step);
        if (found == base) {
            step /= 2;
            continue;
        }
        Point leap{};
        for (std::size_t axis = 0; axis < leap.size(); ++axis)
            leap[axis] = std::clamp(2 * found[axis] - base[axis], 0.0, 1.0);
        const Point beyond = explore(series, leap, step);
        base = squares_at(series, beyond) < squares_at(series, found) ? beyond : found;
    }
    return smooth(values, kind, {base[0], base[1], base[2]});
}

double forecast_of(const Smoothing& fit, std::size_t h) {
    const double line = fit.state.level + static_cast<double>(h) * fit.state.trend;
    switch (fit.kind) {
        case Season::none:
            return line;
        case Season::additive:
            return line + fit.state.season[(h - 1) % kYear];
        case Season::multiplicative:
            return line * fit.state.season[(h - 1) % kYear];
    }
    return line;
}

Interval interval_at(const Smoothing& fit, std::size_t h, double deviates) {
    double sum = 0;
    for (std::size_t j = 0; j < h; ++j) {
        double weight = psi(fit, j);
        if (fit.kind == Season::multiplicative)
            weight *= fit.state.season[(h - 1) % kYear] / fit.state.season[(h - 1 - j) % kYear];
        sum += weight * weight;
    }
    const double width = deviates * std::sqrt(residual_variance(fit.residuals) * sum);
    const double forecast = forecast_of(fit, h);
    return {forecast, forecast - width, forecast + width};
}

}  // namespace firn::forecast
