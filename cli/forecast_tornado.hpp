#pragma once

#include "cli/forecast_options.hpp"
#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/forecast_report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::cli {

/// Nullopt where nothing of that name can be varied, or not between such values.
[[nodiscard]] std::optional<VariedKey> varied_key(std::string key, std::string from, std::string to);

/// The bars of a tornado, the widest first: files and bytes per file by the error that they had in the
/// back-test (10 % where there is none), the bundle size halved and doubled, each charge's price by 10 %, and
/// those of --vary. Errors: those of pricing.
[[nodiscard]] Result<std::vector<report::TornadoBar>> tornado_of(const forecast::Forecast& forecast,
                                                                 const forecast::ForecastSettings& settings,
                                                                 const pricing::PriceBook& book,
                                                                 const std::vector<VariedKey>& varied);

}  // namespace firn::cli
