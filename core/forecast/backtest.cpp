#include "core/forecast/backtest.hpp"

#include "core/forecast/drawn_paths.hpp"
#include "core/forecast/quantile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace firn::forecast {

namespace {

constexpr std::size_t kLongest = 12;
constexpr std::size_t kPaths = 200;
constexpr std::size_t kFarthestOrigin = 24;
constexpr std::size_t kBetweenOrigins = 2;
constexpr std::size_t kFewestMonths = 6;
constexpr std::array<std::size_t, 4> kShownHorizons{1, 3, 6, 12};

/// What a model says of the months after an origin.
struct Told {
    std::vector<double> central{};
    std::vector<std::vector<double>> paths{};
};

/// Sums over the origins, by months ahead.
struct Sums {
    std::array<double, kLongest> errors{};
    std::array<double, kLongest> actual{};
    std::array<std::size_t, kLongest> inside{};
    std::array<std::size_t, kLongest> count{};
};

Series first_of(const Series& series, std::size_t months) {
    return {series.first,
            {series.values.begin(), series.values.begin() + static_cast<std::ptrdiff_t>(months)}};
}

/// The lengths of history from which is asked, the shortest first.
std::vector<std::size_t> origins_of(std::size_t months, std::size_t needed) {
    const std::size_t farthest = months > kFarthestOrigin ? months - kFarthestOrigin : 0;
    std::size_t origin = std::max({farthest, (months + 1) / 2, needed});
    std::vector<std::size_t> origins;
    for (; origin < months; origin += kBetweenOrigins)
        origins.push_back(origin);
    return origins;
}

void add(Sums& sums, const Told& told, const std::vector<double>& values, std::size_t origin) {
    for (std::size_t h = 0; h < kLongest && origin + h < values.size(); ++h) {
        const double actual = values[origin + h];
        std::vector<double> draws;
        for (const std::vector<double>& path : told.paths)
            draws.push_back(path[h]);
        std::sort(draws.begin(), draws.end());
        sums.errors.at(h) += std::abs(actual - told.central[h]);
        sums.actual.at(h) += actual;
        ++sums.count.at(h);
        if (quantile(draws, 10) <= actual && actual <= quantile(draws, 90)) ++sums.inside.at(h);
    }
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

ModelScore score_of(const Sums& sums, Model model) {
    ModelScore score{.model = model};
    double errors = 0;
    double actual = 0;
    double inside = 0;
    double count = 0;
    for (std::size_t h = 0; h < kLongest; ++h) {
        errors += sums.errors.at(h);
        actual += sums.actual.at(h);
        inside += static_cast<double>(sums.inside.at(h));
        count += static_cast<double>(sums.count.at(h));
    }
    score.error = share(errors, actual);
    score.coverage = share(inside, count);
    for (const std::size_t horizon : kShownHorizons) {
        const std::size_t h = horizon - 1;
        if (sums.count.at(h) == 0) continue;
        score.horizons.push_back(
            {horizon, sums.count.at(h), share(sums.errors.at(h), sums.actual.at(h)),
             share(static_cast<double>(sums.inside.at(h)), static_cast<double>(sums.count.at(h)))});
    }
    return score;
}

Told told_by(const FittedModel& fitted, std::uint64_t seed) {
    Told told{.central = central_path(fitted, kLongest)};
    for (std::uint64_t draw = 0; draw < kPaths; ++draw)
        told.paths.push_back(drawn_path(fitted, fitted, kLongest, seed, draw).items);
    return told;
}

std::string why_not(const Series& series, Model model) {
    const std::size_t months = series.values.size();
    if (months < months_needed(model) + 2)
        return fmt::format("{} months of history are needed and two more to test on, there are {}",
                           months_needed(model), months);
    const bool has_zero =
        std::any_of(series.values.begin(), series.values.end(), [](double value) { return value <= 0; });
    if (needs_positive(model) && has_zero)
        return "a month of zero has no logarithm and no season that multiplies";
    return {};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double mean_of(const std::vector<double>& values, std::size_t first, std::size_t count) {
    double sum = 0;
    for (std::size_t i = first; i < first + count; ++i)
        sum += values[i];
    return sum / static_cast<double>(count);
}

}  // namespace

SeriesBacktest backtest(const Series& series, std::uint64_t seed) {
    SeriesBacktest result;
    double least = std::numeric_limits<double>::infinity();
    const std::size_t months = series.values.size();
    // All models are asked from the same origins: those of the model that needs the most.
    std::size_t needed = kFewestMonths;
    for (const Model model : all_models()) {
        std::string why = why_not(series, model);
        if (!why.empty())
            result.left_out.push_back({model, std::move(why)});
        else
            needed = std::max(needed, months_needed(model));
    }
    const std::vector<std::size_t> origins = origins_of(months, needed);
    result.origins = origins.size();
    for (const Model model : all_models()) {
        if (!why_not(series, model).empty()) continue;
        Sums sums;
        for (const std::size_t origin : origins)
            add(sums, told_by(fit_model(first_of(series, origin), model, kLongest, kCoarseStep), seed),
                series.values, origin);
        result.scores.push_back(score_of(sums, model));
        if (result.scores.back().error < least) {
            least = result.scores.back().error;
            result.best = model;
        }
    }
    return result;
}

ModelScore backtest_bytes(const Series& items, const Series& bytes_per_item, Model items_model,
                          Model size_model, std::uint64_t seed) {
    const std::size_t needed =
        std::max({kFewestMonths, months_needed(items_model), months_needed(size_model)});
    std::vector<double> bytes;
    for (std::size_t i = 0; i < items.values.size(); ++i)
        bytes.push_back(items.values[i] * bytes_per_item.values[i]);
    const auto product = [](const std::vector<double>& a, const std::vector<double>& b) {
        std::vector<double> result;
        std::transform(a.begin(), a.end(), b.begin(), std::back_inserter(result), std::multiplies<>{});
        return result;
    };
    Sums sums;
    for (const std::size_t origin : origins_of(bytes.size(), needed)) {
        const FittedModel files = fit_model(first_of(items, origin), items_model, kLongest, kCoarseStep);
        const FittedModel sizes =
            fit_model(first_of(bytes_per_item, origin), size_model, kLongest, kCoarseStep);
        Told told{.central = product(central_path(files, kLongest), central_path(sizes, kLongest))};
        for (std::uint64_t draw = 0; draw < kPaths; ++draw) {
            const DrawnPath path = drawn_path(files, sizes, kLongest, seed, draw);
            told.paths.push_back(product(path.items, path.bytes_per_item));
        }
        add(sums, told, bytes, origin);
    }
    return score_of(sums, items_model);
}

std::optional<LevelBreak> find_level_break(const Series& series) {
    constexpr std::size_t kSide = 6;
    constexpr std::size_t kFewest = 36;
    constexpr double kSmallest = 0.15;
    constexpr double kUsual = 5;
    if (series.values.size() < kFewest || !why_not(series, Model::log_linear_months).empty())
        return std::nullopt;
    const std::vector<double> rest = fit_regression(series, {.logarithm = true, .months = true}, 0).residuals;
    std::vector<double> jumps;
    for (std::size_t i = kSide; i + kSide <= rest.size(); ++i)
        jumps.push_back(mean_of(rest, i, kSide) - mean_of(rest, i - kSide, kSide));
    // A break tilts the line, so that all other months seem to jump a little the other way.
    const double usual = median(jumps);
    std::vector<double> sizes;
    for (double& jump : jumps)
        sizes.push_back(std::abs(jump -= usual));
    const auto largest = std::max_element(sizes.begin(), sizes.end());
    const auto at = static_cast<std::size_t>(largest - sizes.begin());
    if (*largest < kSmallest || *largest < kUsual * median(sizes)) return std::nullopt;
    return LevelBreak{series.first.plus_months(static_cast<int>(at + kSide)), jumps[at]};
}

}  // namespace firn::forecast
