#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/backtest.hpp"
#include "core/forecast/model.hpp"
#include "core/forecast/monthly_usage.hpp"
#include "core/forecast/series.hpp"
#include "core/forecast/service_response.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/charge_type.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace firn::forecast {

/// What came, month by month: the two series go on apart.
struct History {
    Series items;
    Series bytes_per_item;  ///< of a month without files that of the month before, 0 at the beginning
};

/// Something planned, of which the size is not sure: bytes that arrive once, or inflow that grows from a
/// month on. Its size is drawn from the triangle of low, likely and high.
struct PlannedEvent {
    BillingPeriod month;
    bool is_share = false;  ///< low, likely, high are shares of the inflow: 0.2 is 20 % more from `month` on
    double low = 0;
    double likely = 0;
    double high = 0;
    std::string name{};
};

/// What the whole service of a scenario uses when so much arrives, a period a month from StoragePlan::first:
/// a run of the simulation, with restores, audits, deletions and all. Called by several threads at once.
using ServiceRun =
    std::function<Result<usage::Usage>(const std::vector<MonthlyArrivals>&, const StoragePlan&)>;

/// How draws are priced.
enum class DrawsBy {
    monthly_usage,  ///< usage_of(): there is no service to be run
    runs,           ///< each draw by a run of its own
    response,       ///< by ServiceResponse, from three runs: a run a draw would have too many files
};

/// Draws are runs of their own while all of them together have no more files.
inline constexpr std::int64_t kMostFilesRun = 2'000'000;

struct ForecastSettings {
    StoragePlan plan;
    std::size_t months = 36;
    std::size_t draws = 1000;
    std::uint64_t seed = 0;
    unsigned threads = 1;
    std::optional<Model> items_model{};  ///< absent: by the back-test
    std::optional<Model> size_model{};
    std::vector<PlannedEvent> events{};
    pricing::Rounding rounding = pricing::Rounding::invoice;
    /// Asked, from several threads at once, before each draw; false gives up.
    std::function<bool()> goes_on{};
    ServiceRun service_run{};  ///< empty: usage_of() says what is used
};

/// What the draws say of an amount.
struct Band {
    Money p10{};
    Money p50{};
    Money p90{};
    Money mean{};
};

struct ForecastMonth {
    BillingPeriod month;
    Band total{};
    std::map<usage::ChargeType, Band> by_charge{};  ///< their means add up to the mean of the total
    Band cumulative{};                              ///< of the sums of each draw, never a sum of bounds
    double items = 0;                               ///< of the central path
    double bytes = 0;
    double bytes_p10 = 0;  ///< of the draws
    double bytes_p90 = 0;
};

struct Forecast {
    FittedModel items;
    FittedModel bytes_per_item;
    SeriesBacktest items_test{};
    SeriesBacktest size_test{};
    std::optional<ModelScore> bytes_test{};
    std::vector<ForecastMonth> months{};
    std::vector<std::vector<Money>> draws{};  ///< totals of the months, a draw each
    usage::Usage central_usage{};
    pricing::Bill central{};  ///< of the central path
    Money unconfirmed{};      ///< of the central bill, by unconfirmed prices (pricing::grade_of()); exact
    DrawsBy draws_by = DrawsBy::monthly_usage;
    std::optional<ServiceResponse> response{};
    Diagnostics warnings{};  ///< `coverage-below-nominal`, `level-break`, `models-left-out`
};

/// Forecasts and prices. Errors: `history-too-short` (fewer than 6 months, or than a model that was asked for
/// needs), `logarithm-of-zero`, those of pricing::price() and of
/// ForecastSettings::service_run; none where it is given up.
[[nodiscard]] Result<Forecast> make_forecast(const History& history, const ForecastSettings& settings,
                                             const pricing::PriceBook& book);

/// The sums of the months `first` to `last` (included, counted from 0) of each draw, sorted.
[[nodiscard]] std::vector<Money> sums_of(const Forecast& forecast, std::size_t first, std::size_t last);

/// P10, P50, P90 and mean of sorted draws.
[[nodiscard]] Band band_of(const std::vector<Money>& sorted);

/// The bill of the central path, with files, bytes per file or the bundle size changed: for a tornado.
struct Variation {
    double items = 1;
    double bytes_per_item = 1;
    std::optional<Bytes> bundle_size{};
    std::optional<usage::WhatIf> price{};
};
/// Its total over all months.
[[nodiscard]] Result<Money> varied_total(const Forecast& forecast, const ForecastSettings& settings,
                                         const pricing::PriceBook& book, const Variation& variation);

}  // namespace firn::forecast
