#pragma once

#include "core/forecast/model.hpp"
#include "core/forecast/series.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::forecast {

/// The band from P10 to P90 should hold so much of what comes.
inline constexpr double kNominalCoverage = 0.8;

/// How a model did so many months ahead, over all origins from which it was asked.
struct HorizonScore {
    std::size_t horizon = 0;
    std::size_t forecasts = 0;
    double error = 0;     ///< sum of the absolute errors, as a share of the sum of what came
    double coverage = 0;  ///< share of what came that lay within P10 to P90
};

struct ModelScore {
    Model model = Model::linear;
    std::vector<HorizonScore> horizons{};  ///< of the months 1, 3, 6, 12 that the history allows
    double error = 0;                      ///< over all months ahead; by it a model is chosen
    double coverage = 0;                   ///< likewise
};

/// A model that was not tried, and why.
struct LeftOutModel {
    Model model = Model::linear;
    std::string why{};
};

struct SeriesBacktest {
    std::vector<ModelScore> scores{};  ///< in the order of Model
    std::vector<LeftOutModel> left_out{};
    std::size_t origins = 0;  ///< from how many months the models were asked
    Model best = Model::linear;
};

/// Rolling origin: each model is fitted to the first months of the history, asked for the next twelve, and
/// compared with what came; then again with two months more, at most 24 months back, and never with less than
/// half of the history. `seed` is of the draws of the bands. A history of less than 6 months has no score.
[[nodiscard]] SeriesBacktest backtest(const Series& series, std::uint64_t seed);

/// Likewise of files times bytes per file by one pair of models: what the bill follows.
[[nodiscard]] ModelScore backtest_bytes(const Series& items, const Series& bytes_per_item, Model items_model,
                                        Model size_model, std::uint64_t seed);

/// Months in which the level of a series jumped for good, by how much (0.37: ln of the ratio).
struct LevelBreak {
    BillingPeriod month;
    double jump = 0;
};

/// The largest jump between the means of six months before and after, of what log-linear growth with months
/// leaves, beyond the median of such jumps: where it is above 15 % and five times the usual distance from
/// that median. Needs 36 months above zero.
[[nodiscard]] std::optional<LevelBreak> find_level_break(const Series& series);

}  // namespace firn::forecast
