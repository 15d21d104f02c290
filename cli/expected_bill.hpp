#pragma once

#include "cli/answer.hpp"
#include "cli/scenario_options.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/provenance.hpp"
#include "core/usage/usage.hpp"

#include <CLI/App.hpp>

#include <optional>
#include <string>

namespace firn::cli {

/// The options that name what is expected: a usage file, or a scenario with settings of its own.
struct ExpectedOptions {
    ScenarioOptions scenario;
    std::string price_book;  ///< in place of the one that a usage file names
};

/// Adds SCENARIO|USAGE, --price-book, --seed and --set.
void add_expected_options(CLI::App& command, ExpectedOptions& options);

/// What is expected, before it is priced: a usage, or a scenario that is still to run.
struct ExpectedSource {
    pricing::PriceBook book;
    std::optional<usage::Usage> usage{};
    std::string text{};  ///< of the usage file
    std::optional<ChosenScenario> scenario{};
};

/// Reads the usage file or the scenario and finds its price book.
[[nodiscard]] Expected<ExpectedSource, ScenarioTrouble> choose_expected(const ExpectedOptions& options);

/// The bill of it: as `firn bill` prices a usage file, as `firn simulate` bills a scenario.
[[nodiscard]] Result<pricing::Bill> expected_bill(ExpectedSource& source, pricing::PricingOptions pricing,
                                                  const AnswerOptions& answer, Console& console);

/// What the bill rests on.
[[nodiscard]] report::Provenance provenance_of(const ExpectedSource& source);

}  // namespace firn::cli
