#include "core/forecast/model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace firn::forecast {

namespace {

struct ModelName {
    Model model;
    std::string_view name;
    std::string_view title;
};

constexpr std::array<ModelName, 7> kNames{{
    {Model::seasonal_naive, "seasonal_naive", "seasonal naive"},
    {Model::linear, "linear", "linear"},
    {Model::exponential, "exponential", "exponential"},
    {Model::log_linear_months, "log_linear_months", "log-linear with months"},
    {Model::holt, "holt", "Holt"},
    {Model::holt_winters_additive, "holt_winters_additive", "Holt-Winters, additive"},
    {Model::holt_winters_multiplicative, "holt_winters_multiplicative", "Holt-Winters, multiplicative"},
}};

constexpr std::array<Model, 7> kModels{Model::seasonal_naive,
                                       Model::linear,
                                       Model::exponential,
                                       Model::log_linear_months,
                                       Model::holt,
                                       Model::holt_winters_additive,
                                       Model::holt_winters_multiplicative};

const ModelName& name_of(Model model) {
    return *std::find_if(kNames.begin(), kNames.end(),
                         [&](const ModelName& name) { return name.model == model; });
}

Season season_of(Model model) {
    if (model == Model::holt_winters_additive) return Season::additive;
    return model == Model::holt_winters_multiplicative ? Season::multiplicative : Season::none;
}

bool is_regression(Model model) {
    return model == Model::linear || model == Model::exponential || model == Model::log_linear_months;
}

/// About zero, each `widening` times as large.
std::vector<double> centred(std::vector<double> misses, double widening) {
    const double mean =
        std::accumulate(misses.begin(), misses.end(), 0.0) / static_cast<double>(misses.size());
    for (double& miss : misses)
        miss = (miss - mean) * widening;
    return misses;
}

/// What smoothing missed, relative to what it expected where the season multiplies.
std::vector<double> misses_of(const Smoothing& fit, const std::vector<double>& values) {
    std::vector<double> misses = fit.residuals;
    if (fit.kind != Season::multiplicative) return misses;
    const std::size_t first = values.size() - misses.size();
    for (std::size_t i = 0; i < misses.size(); ++i) {
        const double expected = values[first + i] - misses[i];
        misses[i] = expected > 0 ? misses[i] / expected : 0;
    }
    return misses;
}

FittedModel naive_of(const Series& series) {
    const std::vector<double>& values = series.values;
    FittedModel fitted{.model = Model::seasonal_naive, .history = values.size()};
    std::vector<double> misses;
    for (std::size_t i = kSeason; i < values.size(); ++i)
        misses.push_back(values[i] - values[i - kSeason]);
    if (misses.empty()) misses.push_back(0);
    fitted.misses = centred(std::move(misses), 1);
    fitted.fit = std::vector<double>(values.end() - kSeason, values.end());
    return fitted;
}

std::vector<double> naive_path(const std::vector<double>& year, std::span<const double> misses) {
    std::vector<double> path;
    for (std::size_t i = 0; i < misses.size(); ++i) {
        const double before = i < year.size() ? year[i] : path[i - year.size()];
        path.push_back(std::max(0.0, before + misses[i]));
    }
    return path;
}

std::vector<double> line_path(const Regression& fit, std::size_t history, std::span<const double> misses,
                              double line_deviate) {
    std::vector<double> path;
    for (std::size_t h = 1; h <= misses.size(); ++h) {
        const double off = line_deviate * fit.sigma * fit.leverage.at(h - 1);
        const double value = line_at(fit, history, h) + misses[h - 1] + off;
        path.push_back(fit.terms.logarithm ? std::exp(value) : std::max(0.0, value));
    }
    return path;
}

/// Each value that is missed moves level, trend and season of those after it.
std::vector<double> smoothed_path(Smoothing fit, std::span<const double> misses) {
    constexpr double kLeast = 0.01;  // of what was expected: a multiplicative season must stay above zero
    std::vector<double> path;
    for (const double miss : misses) {
        const double expected = forecast_of(fit, 1);
        double value = expected + miss;
        if (fit.kind == Season::multiplicative) value = expected * std::max(kLeast, 1 + miss);
        value = std::max(0.0, value);
        path.push_back(value);
        if (fit.kind == Season::multiplicative && value <= 0) value = 1e-9;
        advance(fit.state, fit.kind, fit.weights, value);
    }
    return path;
}

}  // namespace

std::string_view to_text(Model model) { return name_of(model).name; }
std::string_view title_of(Model model) { return name_of(model).title; }
std::span<const Model> all_models() { return kModels; }

std::optional<Model> parse_model(std::string_view text) {
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const ModelName& name) { return name.name == text; });
    if (found == kNames.end()) return std::nullopt;
    return found->model;
}

std::size_t months_needed(Model model) {
    switch (model) {
        case Model::seasonal_naive:
            return 12;
        case Model::linear:
        case Model::exponential:
        case Model::holt:
            return 6;
        case Model::log_linear_months:
        case Model::holt_winters_additive:
        case Model::holt_winters_multiplicative:
            return 24;
    }
    return 0;
}

bool needs_positive(Model model) {
    return model == Model::exponential || model == Model::log_linear_months ||
           model == Model::holt_winters_multiplicative;
}

FittedModel fit_model(const Series& series, Model model, std::size_t horizon, double last_step) {
    if (model == Model::seasonal_naive) return naive_of(series);
    FittedModel fitted{.model = model, .history = series.values.size()};
    const auto n = static_cast<double>(series.values.size());
    if (is_regression(model)) {
        const RegressionTerms terms{.logarithm = model != Model::linear,
                                    .months = model == Model::log_linear_months};
        Regression fit = fit_regression(series, terms, horizon);
        fitted.misses = centred(fit.residuals, std::sqrt(n / static_cast<double>(fit.degrees)));
        fitted.fit = std::move(fit);
        return fitted;
    }
    Smoothing fit = fit_smoothing(series.values, season_of(model), last_step);
    fitted.misses = centred(misses_of(fit, series.values), 1);
    fitted.fit = std::move(fit);
    return fitted;
}

std::vector<double> central_path(const FittedModel& fitted, std::size_t months) {
    return path_with(fitted, std::vector<double>(months, 0.0), 0);
}

std::vector<double> path_with(const FittedModel& fitted, std::span<const double> misses,
                              double line_deviate) {
    if (const auto* line = std::get_if<Regression>(&fitted.fit))
        return line_path(*line, fitted.history, misses, line_deviate);
    if (const auto* smoothing = std::get_if<Smoothing>(&fitted.fit)) return smoothed_path(*smoothing, misses);
    return naive_path(std::get<std::vector<double>>(fitted.fit), misses);
}

std::vector<FitNumber> numbers_of(const FittedModel& fitted) {
    if (const auto* line = std::get_if<Regression>(&fitted.fit))
        return {{"intercept", line->intercept},
                {"slope", line->slope},
                {"sigma", line->sigma},
                {"r_squared", line->r_squared}};
    const auto* smoothing = std::get_if<Smoothing>(&fitted.fit);
    if (smoothing == nullptr) return {};
    std::vector<FitNumber> numbers{{"alpha", smoothing->weights.alpha}, {"beta", smoothing->weights.beta}};
    if (smoothing->kind != Season::none) numbers.push_back({"gamma", smoothing->weights.gamma});
    numbers.push_back({"level", smoothing->state.level});
    numbers.push_back({"trend", smoothing->state.trend});
    return numbers;
}

}  // namespace firn::forecast
