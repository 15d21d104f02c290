#include "tests/forecast/reference.hpp"

#include "core/forecast/regression.hpp"
#include "core/forecast/smoothing.hpp"
#include "core/forecast/student_t.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace firn::forecast {

namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
    std::ifstream file{fmt::format("{}/tests/forecast/data/{}", FIRN_SOURCE_DIR, name)};
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells{""};
        for (const char letter : line) {
            if (letter == ',')
                cells.emplace_back();
            else
                cells.back() += letter;
        }
        rows.push_back(cells);
    }
    return rows;
}

std::map<std::string, double> numbers() {
    std::map<std::string, double> found;
    for (const auto& row : rows_of("forecast_reference.csv"))
        found[row.at(0) + ' ' + row.at(1)] = std::stod(row.at(2));
    return found;
}

/// Nine digits of what R printed with ten.
Approx nine_digits(double value) { return Approx(value).epsilon(2e-9).margin(2e-9); }
Approx four_digits(double value) { return Approx(value).epsilon(1e-4); }

constexpr double kDeviates95 = 1.959963984540054;

/// R takes psi_0 for 1 of a multiplicative model as alpha + gamma (1 - alpha): its bounds of that are
/// narrower by this share of the variance of one month.
double half_width_of_r(const Smoothing& fit, std::size_t h) {
    const auto half_width = [&](std::size_t months) {
        const Interval interval = interval_at(fit, months, kDeviates95);
        return interval.upper - interval.forecast;
    };
    const double psi = fit.weights.alpha + fit.weights.gamma * (1 - fit.weights.alpha);
    return std::sqrt(half_width(h) * half_width(h) - half_width(1) * half_width(1) * (1 - psi * psi));
}

void check_fixed(const std::string& name, Season kind) {
    const Smoothing fit = smooth(airline_passengers().values, kind, {0.3, 0.1, 0.2});
    CHECK(fit.squares == nine_digits(reference(name, "SSE")));
    CHECK(fit.state.level == nine_digits(reference(name, "a")));
    CHECK(fit.state.trend == nine_digits(reference(name, "b")));
    for (std::size_t h = 1; h <= 12; ++h) {
        INFO("month " << h);
        CHECK(fit.state.season.at(h - 1) == nine_digits(reference(name, fmt::format("s{}", h))));
        CHECK(forecast_of(fit, h) == nine_digits(reference(name, fmt::format("forecast_{}", h))));
    }
}

void check_optimised(const std::string& name, Season kind) {
    const Smoothing fit = fit_smoothing(airline_passengers().values, kind);
    CHECK(fit.squares == Approx(reference(name, "SSE")).epsilon(1e-6));
    CHECK(fit.weights.alpha == four_digits(reference(name, "alpha")));
    CHECK(fit.weights.beta == Approx(reference(name, "beta")).epsilon(1e-3));
    CHECK(fit.weights.gamma == four_digits(reference(name, "gamma")));
    CHECK(fit.state.level == four_digits(reference(name, "a")));
    CHECK(fit.state.trend == four_digits(reference(name, "b")));
    for (std::size_t h = 1; h <= 12; ++h)
        CHECK(forecast_of(fit, h) == four_digits(reference(name, fmt::format("forecast_{}", h))));
}

void check_start(const std::string& name, Season kind) {
    const SmoothingState start = start_of(airline_passengers().values, kind);
    CHECK(start.level == nine_digits(reference(name, "level")));
    CHECK(start.trend == nine_digits(reference(name, "trend")));
    for (std::size_t i = 1; i <= 12; ++i)
        CHECK(start.season.at(i - 1) == nine_digits(reference(name, fmt::format("s{}", i))));
}

}  // namespace

Series airline_passengers() {
    Series series{.first = BillingPeriod{std::chrono::year{1949} / std::chrono::January}};
    for (const auto& row : rows_of("airpassengers.csv"))
        series.values.push_back(std::stod(row.at(1)));
    return series;
}

double reference(const std::string& model, const std::string& quantity) {
    static const std::map<std::string, double> all = numbers();
    const auto found = all.find(model + ' ' + quantity);
    REQUIRE(found != all.end());
    return found->second;
}

TEST_CASE("smoothing starts from the decomposition of the first two years, to nine digits", "[forecast]") {
    check_start("start_multiplicative", Season::multiplicative);
    check_start("start_additive", Season::additive);
}

TEST_CASE("multiplicative smoothing with fixed weights agrees with the reference to nine digits",
          "[forecast]") {
    const std::string name = "hw_multiplicative_fixed_0.3_0.1_0.2";
    check_fixed(name, Season::multiplicative);
    const Smoothing fit = smooth(airline_passengers().values, Season::multiplicative, {0.3, 0.1, 0.2});
    for (std::size_t h = 1; h <= 11; ++h) {
        INFO("month " << h);
        const double upper = reference(name, fmt::format("upper95_{}", h));
        CHECK(forecast_of(fit, h) + half_width_of_r(fit, h) == nine_digits(upper));
    }
}

TEST_CASE("additive smoothing with fixed weights agrees with the reference to nine digits", "[forecast]") {
    const std::string name = "hw_additive_fixed_0.3_0.1_0.2";
    check_fixed(name, Season::additive);
    const Smoothing fit = smooth(airline_passengers().values, Season::additive, {0.3, 0.1, 0.2});
    for (std::size_t h = 1; h <= 12; ++h) {
        INFO("month " << h);
        const Interval interval = interval_at(fit, h, kDeviates95);
        CHECK(interval.lower == nine_digits(reference(name, fmt::format("lower95_{}", h))));
        CHECK(interval.upper == nine_digits(reference(name, fmt::format("upper95_{}", h))));
    }
}

TEST_CASE("optimised multiplicative smoothing agrees with the reference to four digits", "[forecast]") {
    check_optimised("hw_multiplicative_optimised", Season::multiplicative);
}

TEST_CASE("optimised additive smoothing, whose gamma is at its bound, agrees to four digits", "[forecast]") {
    check_optimised("hw_additive_optimised", Season::additive);
}

TEST_CASE("Holt's method with fixed weights agrees with the reference to nine digits", "[forecast]") {
    const Smoothing fit = smooth(airline_passengers().values, Season::none, {0.5, 0.1, 0});
    CHECK(fit.squares == nine_digits(reference("holt_fixed_0.5_0.1", "SSE")));
    CHECK(fit.state.level == nine_digits(reference("holt_fixed_0.5_0.1", "a")));
    CHECK(fit.state.trend == nine_digits(reference("holt_fixed_0.5_0.1", "b")));
}

TEST_CASE("the regression of logarithms on time and months agrees with its intervals to eight digits",
          "[forecast]") {
    const std::string name = "loglinear_month_dummies";
    const Series series = airline_passengers();
    const Regression fit = fit_regression(series, {.logarithm = true, .months = true}, 12);
    CHECK(fit.intercept == nine_digits(reference(name, "intercept")));
    CHECK(fit.slope == nine_digits(reference(name, "t")));
    CHECK(fit.sigma == nine_digits(reference(name, "sigma")));
    CHECK(fit.r_squared == nine_digits(reference(name, "r_squared")));
    for (std::size_t month = 2; month <= 12; ++month)
        CHECK(fit.months.at(month - 1) == nine_digits(reference(name, fmt::format("mo{}", month))));
    for (std::size_t h = 1; h <= 12; ++h) {
        const Interval interval = interval_at(fit, 144, h, 0.95);
        CHECK(interval.forecast == nine_digits(reference(name, fmt::format("forecast_{}", h))));
        CHECK(interval.lower == nine_digits(reference(name, fmt::format("lower95_{}", h))));
        CHECK(interval.upper == nine_digits(reference(name, fmt::format("upper95_{}", h))));
    }
}

TEST_CASE("the straight line agrees with its prediction interval", "[forecast]") {
    const Regression fit = fit_regression(airline_passengers(), {}, 12);
    CHECK(fit.intercept == nine_digits(reference("linear", "intercept")));
    CHECK(fit.slope == nine_digits(reference("linear", "slope")));
    CHECK(fit.sigma == nine_digits(reference("linear", "sigma")));
    for (const std::size_t h : {std::size_t{1}, std::size_t{12}}) {
        const Interval interval = interval_at(fit, 144, h, 0.95);
        CHECK(interval.forecast == nine_digits(reference("linear", fmt::format("forecast_t{}", 144 + h))));
        CHECK(interval.lower == nine_digits(reference("linear", fmt::format("lower95_t{}", 144 + h))));
        CHECK(interval.upper == nine_digits(reference("linear", fmt::format("upper95_t{}", 144 + h))));
    }
}

TEST_CASE("exponential growth is the line of the logarithms", "[forecast]") {
    const Regression fit = fit_regression(airline_passengers(), {.logarithm = true}, 1);
    CHECK(fit.intercept == nine_digits(reference("exponential", "intercept_ln")));
    CHECK(fit.slope == nine_digits(reference("exponential", "rate_per_month")));
    CHECK(fit.sigma == nine_digits(reference("exponential", "sigma_ln")));
}

TEST_CASE("quantiles of Student's t are those of the tables", "[forecast]") {
    CHECK(student_t_quantile(0.975, 1) == Approx(12.7062047362).epsilon(1e-10));
    CHECK(student_t_quantile(0.975, 10) == Approx(2.2281388520).epsilon(1e-10));
    CHECK(student_t_quantile(0.9, 30) == Approx(1.3104150253).epsilon(1e-10));
    CHECK(student_t_quantile(0.1, 30) == Approx(-1.3104150253).epsilon(1e-10));
}

}  // namespace firn::forecast
