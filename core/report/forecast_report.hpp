#pragma once

#include "core/forecast/budget_year.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/held_out.hpp"
#include "core/report/assumption.hpp"
#include "core/report/provenance.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// One assumption changed, all others as they are: a bar of the tornado.
struct TornadoBar {
    std::string what{};  ///< "bytes per file"
    std::string low{};   ///< "-10 %"
    std::string high{};
    Money at_low{};  ///< total of the central path with the low value
    Money at_high{};
};

/// A limit that --fail-above sets, and where it is crossed first.
struct CrossedLimit {
    std::string text{};  ///< "500/month@p90"
    std::optional<BillingPeriod> month{};
    Money amount{};
};

/// A forecast with what it rests on, to be shown.
struct ForecastReport {
    const forecast::History& history;
    const forecast::ForecastSettings& settings;
    const forecast::Forecast& forecast;
    Provenance provenance;
    std::string name{};  ///< of the scenario
    std::optional<forecast::BudgetYear> year{};
    std::optional<forecast::HeldOut> held_out{};
    std::vector<TornadoBar> tornado{};  ///< the widest first
    std::optional<CrossedLimit> limit{};
    std::vector<Assumption> basis{};
};

/// On what every forecast rests, what is assumed besides, and what is planned.
[[nodiscard]] std::vector<Assumption> forecast_basis(const forecast::History& history,
                                                     const forecast::ForecastSettings& settings,
                                                     const std::vector<std::string>& assumed = {});

/// ForecastReport::basis, what the prices of the central bill rest on, and the share that is unconfirmed.
[[nodiscard]] std::vector<Assumption> whole_basis(const ForecastReport& report);

/// By how much the bytes of a month were off in the back-test, and what share of them its band held.
[[nodiscard]] std::string back_test_sentence(const forecast::ModelScore& bytes_test);

/// What the forecast says, the total and its band first.
[[nodiscard]] std::vector<std::string> forecast_sentences(const ForecastReport& report);

[[nodiscard]] std::string forecast_text(const ForecastReport& report);
[[nodiscard]] std::string forecast_markdown(const ForecastReport& report);
/// A row a month.
[[nodiscard]] std::string forecast_csv(const ForecastReport& report);
/// The whole forecast (docs/commands.md: JSON of `firn forecast`).
[[nodiscard]] std::string forecast_json(const ForecastReport& report);
/// What `firn variance` compares with: the forecast and all it rests on, history and central bill included.
[[nodiscard]] std::string budget_json(const ForecastReport& report);

}  // namespace firn::report
