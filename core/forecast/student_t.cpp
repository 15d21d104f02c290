#include "core/forecast/student_t.hpp"

#include <cmath>

namespace firn::forecast {

namespace {

double beta_fraction(double x, double a, double b) {
    constexpr double kTiny = 1e-300;
    constexpr int kMostTerms = 500;
    const auto bounded = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / bounded(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= kMostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / bounded(1 + even * d);
        c = bounded(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / bounded(1 + odd * d);
        c = bounded(1 + odd / c);
        const double step = d * c;
        fraction *= step;
        if (std::abs(step - 1) < 1e-15) break;
    }
    return fraction;
}

double incomplete_beta(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

/// The probability of a larger value than `t`, which is not negative.
double upper_tail(double t, double degrees) {
    return incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
}

}  // namespace

double student_t_quantile(double probability, double degrees) {
    if (probability < 0.5) return -student_t_quantile(1 - probability, degrees);
    const double tail = 1 - probability;
    double low = 0;
    double high = 1;
    while (upper_tail(high, degrees) > tail)
        high *= 2;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        (upper_tail(middle, degrees) > tail ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace firn::forecast
