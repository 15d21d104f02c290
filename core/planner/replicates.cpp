#include "core/planner/replicates.hpp"

#include "core/random/stream.hpp"
#include "core/sim/quantile_rank.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace firn::planner {

namespace {

/// The square root of a value from 0 on, rounded down to 10^-12.
Rational square_root(const Rational& value) {
    const Integer scale{1'000'000'000'000};
    const Integer root = boost::multiprecision::sqrt(floor_of(value * scale * scale));
    return Rational{root, scale};
}

Rational deviation_of(const std::vector<const Rational*>& values, const Rational& mean) {
    if (values.size() < 2) return 0;
    Rational squares;
    for (const Rational* value : values)
        squares += (*value - mean) * (*value - mean);
    return square_root(squares / (values.size() - 1));
}

/// Of values in ascending order, at least one.
void spread_over(const std::vector<const Rational*>& values, FigureSpread& spread) {
    const auto at = [&](sim::Permille quantile) {
        return *values[sim::rank_of(quantile, values.size()) - 1];
    };
    Rational sum;
    for (const Rational* value : values)
        sum += *value;
    spread.runs = values.size();
    spread.mean = sum / values.size();
    spread.p10 = at({100});
    spread.p50 = at({500});
    spread.p90 = at({900});
    spread.min = *values.front();
    spread.max = *values.back();
    spread.deviation = deviation_of(values, spread.mean);
}

/// The values of each figure over the runs that are added.
class FigureTable {
  public:
    void add(const std::vector<Figure>& run) {
        auto after = rows_.begin();
        for (const Figure& figure : run) {
            auto [found, is_new] = by_name_.try_emplace(figure.name, after);
            if (is_new) found->second = rows_.insert(after, {figure.name, figure.kind, {}, 0});
            Row& row = *found->second;
            row.listed += 1;
            if (figure.value) row.values.push_back(&*figure.value);
            after = std::next(found->second);
        }
        runs_ += 1;
    }

    [[nodiscard]] std::vector<FigureSpread> spreads() {
        const Rational zero;
        std::vector<FigureSpread> spreads;
        for (Row& row : rows_) {
            row.values.insert(row.values.end(), runs_ - row.listed, &zero);
            std::sort(row.values.begin(), row.values.end(),
                      [](const Rational* a, const Rational* b) { return *a < *b; });
            spreads.push_back({.name = row.name, .kind = row.kind});
            if (!row.values.empty()) spread_over(row.values, spreads.back());
        }
        return spreads;
    }

  private:
    struct Row {
        std::string name;
        FigureKind kind{};
        std::vector<const Rational*> values;
        std::size_t listed = 0;  ///< in so many runs
    };
    std::list<Row> rows_;
    std::map<std::string, std::list<Row>::iterator> by_name_;
    std::size_t runs_ = 0;
};

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
    FigureTable table;
    for (const std::vector<Figure>& run : runs)
        table.add(run);
    return table.spreads();
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
