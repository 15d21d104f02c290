#include "core/planner/replicates.hpp"

#include "core/random/stream.hpp"
#include "core/sim/quantile_rank.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <optional>
#include <utility>

namespace firn::planner {

namespace {

/// The square root of a value from 0 on, rounded down to 10^-12.
Rational square_root(const Rational& value) {
    const Integer scale{1'000'000'000'000};
    const Integer root = boost::multiprecision::sqrt(floor_of(value * scale * scale));
    return Rational{root, scale};
}

Rational deviation_of(const std::vector<Rational>& values, const Rational& mean) {
    if (values.size() < 2) return 0;
    Rational squares;
    for (const Rational& value : values)
        squares += (value - mean) * (value - mean);
    return square_root(squares / (values.size() - 1));
}

/// Of values in ascending order, at least one.
FigureSpread spread(const Figure& figure, const std::vector<Rational>& values) {
    const auto at = [&](sim::Permille quantile) { return values[sim::rank_of(quantile, values.size()) - 1]; };
    Rational sum;
    for (const Rational& value : values)
        sum += value;
    const Rational mean = sum / values.size();
    return {.name = figure.name,
            .kind = figure.kind,
            .runs = values.size(),
            .mean = mean,
            .p10 = at({100}),
            .p50 = at({500}),
            .p90 = at({900}),
            .min = values.front(),
            .max = values.back(),
            .deviation = deviation_of(values, mean)};
}

FigureSpread spread_at(const std::vector<std::vector<Figure>>& runs, std::size_t i) {
    std::vector<Rational> values;
    for (const std::vector<Figure>& figures : runs) {
        if (figures[i].value) values.push_back(*figures[i].value);
    }
    const Figure& figure = runs.front()[i];
    if (values.empty()) return {.name = figure.name, .kind = figure.kind};
    std::sort(values.begin(), values.end());
    return spread(figure, values);
}

std::int64_t seed_of(std::int64_t seed, std::uint64_t number) {
    if (number == 0) return seed;
    const random::Stream seeds{static_cast<std::uint64_t>(seed), "replicates"};
    return static_cast<std::int64_t>(seeds.at(number) >> 1U);
}

/// The runs, and the first of them that failed. Those after it are not needed any more.
class Runs {
  public:
    explicit Runs(std::uint64_t count) : figures_(count), errors_(count), first_failed_{count} {}

    void run(std::size_t number, const scenario::Scenario& scenario, const RunReplicate& run) {
        if (number > first_failed_) return;
        auto figures = run(replicate_of(scenario, number), number);
        if (figures) {
            figures_[number] = std::move(figures).value();
            return;
        }
        errors_[number] = std::move(figures).error();
        std::size_t first = first_failed_;
        while (number < first && !first_failed_.compare_exchange_weak(first, number)) {
        }
    }

    [[nodiscard]] Result<std::vector<std::vector<Figure>>> take() && {
        if (first_failed_ < errors_.size()) return std::move(*errors_[first_failed_]);
        return std::move(figures_);
    }

  private:
    std::vector<std::vector<Figure>> figures_;
    std::vector<std::optional<Diagnostics>> errors_;
    std::atomic<std::size_t> first_failed_;
};

}  // namespace

std::vector<FigureSpread> spread_of(const std::vector<std::vector<Figure>>& runs) {
    std::vector<FigureSpread> spreads;
    for (std::size_t i = 0; i < runs.front().size(); ++i)
        spreads.push_back(spread_at(runs, i));
    return spreads;
}

scenario::Scenario replicate_of(scenario::Scenario scenario, std::uint64_t number) {
    scenario.seed = seed_of(scenario.seed, number);
    if (auto& reference = scenario.workload.reference_w1) {
        const auto next = static_cast<std::uint64_t>(reference->replicate) + number;
        reference->replicate = static_cast<std::int64_t>(next & INT64_MAX);
    }
    return scenario;
}

Result<Replicates> run_replicates(const scenario::Scenario& scenario, std::uint64_t runs, unsigned threads,
                                  const RunReplicate& run) {
    Runs done{runs};
    sim::TaskTeam team{static_cast<unsigned>(std::min<std::uint64_t>(threads, runs))};
    team.run(runs, [&](std::size_t number) { done.run(number, scenario, run); });
    auto figures = std::move(done).take();
    if (!figures) return std::move(figures).error();
    Replicates replicates;
    for (std::uint64_t number = 0; number < runs; ++number)
        replicates.seeds.push_back(seed_of(scenario.seed, number));
    replicates.figures = spread_of(*figures);
    return replicates;
}

}  // namespace firn::planner
