#pragma once

#include "core/forecast/regression.hpp"
#include "core/forecast/series.hpp"
#include "core/forecast/smoothing.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace firn::forecast {

/// How a series goes on. The order is from simple to rich: of two that are equally good the first is chosen.
enum class Model {
    seasonal_naive,  ///< the month a year ago; the base line
    linear,
    exponential,
    log_linear_months,  ///< exponential with an effect of each month
    holt,
    holt_winters_additive,
    holt_winters_multiplicative,
};

/// "seasonal_naive", "linear", "exponential", "log_linear_months", "holt", "holt_winters_additive", ...
[[nodiscard]] std::string_view to_text(Model model);
/// "Holt-Winters, multiplicative": for people.
[[nodiscard]] std::string_view title_of(Model model);
[[nodiscard]] std::optional<Model> parse_model(std::string_view text);
[[nodiscard]] std::span<const Model> all_models();

/// The fewest months from which the model can be fitted: 6, 12 of the base line, 24 of one with a season.
[[nodiscard]] std::size_t months_needed(Model model);

/// Whether values of zero are refused: a logarithm is taken, or the season multiplies.
[[nodiscard]] bool needs_positive(Model model);

/// A model fitted to a series, ready to be continued.
struct FittedModel {
    Model model = Model::linear;
    std::variant<Regression, Smoothing, std::vector<double>>
        fit{};                ///< of the base line its last twelve values
    std::size_t history = 0;  ///< months that it was fitted to
    /// What the model missed, a month each, the latest last: differences, of logarithms and of multiplicative
    /// models relative ones. Centred about zero, and as wide as the degrees of freedom ask for.
    std::vector<double> misses{};
};

/// The series must be long enough, and positive where that is needed.
/// `last_step`: of the search for smoothing weights.
[[nodiscard]] FittedModel fit_model(const Series& series, Model model, std::size_t horizon,
                                    double last_step = kFinestStep);

/// The central path of the next months, never below zero.
[[nodiscard]] std::vector<double> central_path(const FittedModel& fitted, std::size_t months);

/// A path that misses each month by these. `line_deviate` is a standard normal deviate by which the line of a
/// regression itself is off.
[[nodiscard]] std::vector<double> path_with(const FittedModel& fitted, std::span<const double> misses,
                                            double line_deviate);

/// The numbers of a fit by name, for tables and JSON: {"alpha", 0.2756}, ...
struct FitNumber {
    std::string name;
    double value = 0;
};
[[nodiscard]] std::vector<FitNumber> numbers_of(const FittedModel& fitted);

}  // namespace firn::forecast
