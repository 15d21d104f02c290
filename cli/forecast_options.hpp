#pragma once

#include "cli/answer.hpp"
#include "cli/scenario_options.hpp"
#include "cli/statement_options.hpp"
#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/pricing/rounding.hpp"

#include <CLI/App.hpp>

#include <optional>
#include <string>
#include <vector>

namespace firn::cli {

/// The options of `firn forecast`, as texts where the command line does not read them itself.
struct ForecastOptions {
    ScenarioOptions scenario;
    std::vector<std::string> usage_from;  ///< bills in place of a scenario or files
    StatementTexts statement;             ///< of these
    std::string history_from;
    std::string history_until;
    std::string items_model;
    std::string size_model;
    std::size_t draws = 1000;
    std::vector<std::string> events;
    std::string fiscal_year;
    std::string fail_above;
    std::vector<std::string> varied;
    std::string freeze;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    unsigned threads = 0;
    AnswerOptions answer;
};

void add_forecast_options(CLI::App& command, ForecastOptions& options);

/// A limit on the amount of a month, or of all months together.
struct SpendingLimit {
    Money most{};
    bool is_total = false;
    std::string quantile = "p50";  ///< or "p10", "p90", "mean"
};

/// "bundle_size=10MB..100MB": what changes, between which values, and what these do to a forecast.
struct VariedKey {
    std::string key{};
    std::string from{};
    std::string to{};
    forecast::Variation low{};
    forecast::Variation high{};
};

/// What the texts say.
struct ForecastWishes {
    std::optional<BillingPeriod> history_from{};
    std::optional<BillingPeriod> history_until{};
    std::optional<forecast::Model> items_model{};
    std::optional<forecast::Model> size_model{};
    std::vector<forecast::PlannedEvent> events{};
    std::optional<BillingPeriod> fiscal_year{};
    std::optional<SpendingLimit> limit{};
    std::vector<VariedKey> varied{};
};

/// Errors, each placed at its option: those of months, `event-malformed`, `limit-malformed`,
/// `vary-malformed`.
[[nodiscard]] Result<ForecastWishes> read_wishes(const ForecastOptions& options);

}  // namespace firn::cli
