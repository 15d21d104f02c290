#include "core/forecast/forecast_checks.hpp"

#include "core/forecast/remedy_words.hpp"
#include "core/units/counted_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::forecast {

namespace {

constexpr std::size_t kFewestMonths = 6;

/// `model`: which model was asked for, in the words of remedies; empty where every model needs so many.
Diagnostic too_short(std::size_t months, std::size_t needed, const std::string& whom,
                     std::string_view model) {
    return {.code = "history-too-short",
            .what = fmt::format("the history has {}, and {} needs {}", counted(months, "month", "months"),
                                whom, needed),
            .expected = fmt::format("at least {} months, each with what arrived in it", needed),
            .remedy = model.empty()
                          ? fmt::format("give {}", kLongerHistory)
                          : fmt::format("give {}, or choose {} that needs less", kLongerHistory, model)};
}

/// A series in the words of what is wrong with it and of its remedy.
struct SeriesWords {
    std::string_view of;
    std::string_view model;
};

/// What stands against a model that somebody asks for.
void check_model(const Series& series, std::optional<Model> wanted, const SeriesWords& words,
                 Diagnostics& faults) {
    if (!wanted) return;
    if (series.values.size() < months_needed(*wanted))
        faults.push_back(too_short(series.values.size(), months_needed(*wanted),
                                   std::string{title_of(*wanted)}, words.model));
    const auto zero =
        std::find_if(series.values.begin(), series.values.end(), [](double value) { return value <= 0; });
    if (!needs_positive(*wanted) || zero == series.values.end()) return;
    const auto at = static_cast<int>(zero - series.values.begin());
    faults.push_back({.code = "logarithm-of-zero",
                      .what = fmt::format("{} of {} are zero, of which {} takes a logarithm or a factor",
                                          words.of, to_text(series.first.plus_months(at)), title_of(*wanted)),
                      .expected = "months above zero",
                      .remedy = fmt::format("{} after that month, or choose linear or holt as {}",
                                            kBeginHistory, words.model)});
}

Diagnostic warning(std::string code, std::string what, std::string remedy) {
    return {.code = std::move(code),
            .severity = Severity::warning,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

void warn_of_coverage(const Forecast& forecast, Diagnostics& warnings) {
    if (!forecast.bytes_test || forecast.bytes_test->horizons.empty()) return;
    const double coverage = forecast.bytes_test->coverage;
    if (coverage >= kNominalCoverage) return;
    warnings.push_back(warning(
        "coverage-below-nominal",
        fmt::format(
            "in the back-test the band from P10 to P90 held {:.0f} % of the months' bytes instead of 80 %",
            coverage * 100),
        "take the band as too narrow: budget to P90, or give a history without what has changed"));
}

void warn_of_break(const Series& series, std::string_view of, Diagnostics& warnings) {
    const auto found = find_level_break(series);
    if (!found) return;
    warnings.push_back(
        warning("level-break",
                fmt::format("{} jumped by {:+.0f} % about {} and stayed there", of,
                            100 * std::expm1(found->jump), to_text(found->month)),
                fmt::format("a model of the whole history mixes both levels: {} after it", kBeginHistory)));
}

/// One warning for all models that are left out for the same reason.
void warn_of_left_out(const SeriesBacktest& test, std::string_view of, Diagnostics& warnings) {
    std::map<std::string, std::vector<std::string>> models;
    for (const LeftOutModel& left : test.left_out)
        models[left.why].push_back(fmt::format("\"{}\"", title_of(left.model)));
    for (const auto& [why, names] : models)
        warnings.push_back(warning(
            "models-left-out", fmt::format("not tried on {}: {}; {}", of, fmt::join(names, ", "), why),
            fmt::format("give {}, or {} after months of zero", kLongerHistory, kBeginHistory)));
}

}  // namespace

Diagnostics faults_in(const History& history, const ForecastSettings& settings) {
    const std::size_t months = history.items.values.size();
    if (months < kFewestMonths) return {too_short(months, kFewestMonths, "every model", {})};
    Diagnostics faults;
    check_model(history.items, settings.items_model, {"the files", kModelOfItems}, faults);
    check_model(history.bytes_per_item, settings.size_model, {"the bytes per file", kModelOfSize}, faults);
    return faults;
}

void add_warnings(const History& history, Forecast& forecast) {
    warn_of_left_out(forecast.items_test, "the files", forecast.warnings);
    warn_of_left_out(forecast.size_test, "the bytes per file", forecast.warnings);
    warn_of_break(history.items, "the number of files", forecast.warnings);
    warn_of_break(history.bytes_per_item, "the bytes per file", forecast.warnings);
    warn_of_coverage(forecast, forecast.warnings);
}

}  // namespace firn::forecast
