#pragma once

#include "core/forecast/regression.hpp"

#include <cstddef>
#include <vector>

namespace firn::forecast {

/// How the season joins level and trend; none: Holt's method.
enum class Season { none, additive, multiplicative };

/// The weights of the newest value, each 0 to 1; gamma only with a season.
struct SmoothingWeights {
    double alpha = 0.3;
    double beta = 0.1;
    double gamma = 0.1;
};

/// Level, trend and the seasonals of the next twelve months, the next first.
struct SmoothingState {
    double level = 0;
    double trend = 0;
    std::vector<double> season{};
};

/// A series smoothed to its end (Holt 1957, Winters 1960): recursions and worked numbers in docs/forecast.md.
struct Smoothing {
    Season kind = Season::none;
    SmoothingWeights weights{};
    SmoothingState state{};
    std::vector<double>
        residuals{};     ///< one month ahead; the first two (with a season twelve) values have none
    double squares = 0;  ///< sum of the squared residuals
};

/// Where smoothing starts. Holt: the second value, and its rise over the first. With a season: the
/// decomposition of the first two years by a centred mean of twelve months, a line through which is level and
/// trend.
[[nodiscard]] SmoothingState start_of(const std::vector<double>& values, Season kind);

/// Needs 3 values, with a season 24; the values of a multiplicative one are above zero.
[[nodiscard]] Smoothing smooth(const std::vector<double>& values, Season kind,
                               const SmoothingWeights& weights);

/// How near to the best weights a search goes.
inline constexpr double kFinestStep = 1.0 / (1 << 24);
inline constexpr double kCoarseStep = 1.0 / (1 << 10);

/// The same with the weights of the least squares: a pattern search (Hooke and Jeeves 1961) from 0.3, 0.1,
/// 0.1, whose steps shrink to the last one. Deterministic.
[[nodiscard]] Smoothing fit_smoothing(const std::vector<double>& values, Season kind,
                                      double last_step = kFinestStep);

/// `h` months ahead of the state, from 1.
[[nodiscard]] double forecast_of(const Smoothing& fit, std::size_t h);

/// The state after one more value.
void advance(SmoothingState& state, Season kind, const SmoothingWeights& weights, double value);

/// Normal interval of the variance of the residuals times 1 + sum of psi_j^2. Of a multiplicative one the
/// seasonals weigh each psi.
[[nodiscard]] Interval interval_at(const Smoothing& fit, std::size_t h, double deviates);

}  // namespace firn::forecast
