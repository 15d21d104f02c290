#include "core/forecast/draws.hpp"

#include "core/forecast/event_draw.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/sim/task_team.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>

namespace firn::forecast {

namespace {

/// The prices as the what-ifs have them, worked out once instead of for each draw.
struct Prices {
    pricing::PriceBook book;
    StoragePlan plan;
};

Result<Prices> prices_of(const StoragePlan& plan, const pricing::PriceBook& book) {
    Prices prices{book, plan};
    if (!pricing::changes_prices(plan.billing)) return prices;
    auto changed = pricing::changed_prices(book, plan.billing);
    if (!changed) return changed.error();
    prices.book = std::move(changed).value();
    prices.plan.billing.what_ifs.clear();
    prices.plan.billing.prices_as_of.reset();
    return prices;
}

/// Does so many tasks, at least one, each at its place, however many threads share them; the first that fails
/// says why.
Result<bool> share_out(std::size_t tasks, const ForecastSettings& settings,
                       const std::function<Result<bool>(std::size_t)>& task) {
    std::vector<Diagnostics> faults(tasks);
    std::atomic<bool> is_given_up{false};
    sim::TaskTeam team{static_cast<unsigned>(std::clamp<std::size_t>(settings.threads, 1, tasks))};
    team.run(tasks, [&](std::size_t i) {
        if (settings.goes_on && !settings.goes_on()) is_given_up = true;
        if (is_given_up) return;
        if (const auto done = task(i); !done) faults[i] = done.error();
    });
    if (is_given_up) return Diagnostics{};
    for (Diagnostics& fault : faults) {
        if (!fault.empty()) return std::move(fault);
    }
    return true;
}

Result<pricing::Bill> bill_of(const std::vector<MonthlyArrivals>& arrivals, const ForecastSettings& settings,
                              const Prices& prices) {
    const auto usage = used_by(arrivals, settings, prices.plan);
    if (!usage) return usage.error();
    return pricing::price(*usage, prices.book, {.rounding = settings.rounding});
}

std::vector<MonthlyArrivals> drawn_arrivals(const Forecast& forecast, const ForecastSettings& settings,
                                            std::size_t draw) {
    const DrawnPath path =
        drawn_path(forecast.items, forecast.bytes_per_item, settings.months, settings.seed, draw);
    return arrivals_on(path, settings.events, drawn_sizes(settings.events, settings.seed, draw),
                       settings.plan.first);
}

DrawsBy draws_by(const std::vector<MonthlyArrivals>& central, const ForecastSettings& settings) {
    if (!settings.service_run) return DrawsBy::monthly_usage;
    std::int64_t most = kMostFilesRun / static_cast<std::int64_t>(settings.draws);
    for (const MonthlyArrivals& month : central)
        most -= std::min(most + 1, month.items);
    return most >= 0 ? DrawsBy::runs : DrawsBy::response;
}

/// Runs the service with half and twice the files besides.
Result<bool> add_response(const std::vector<MonthlyArrivals>& central, const ForecastSettings& settings,
                          const Prices& prices, Forecast& forecast) {
    std::array<ServiceResponse::Run, 3> runs{{{scaled(central, 1, 2), {}},
                                              {central, drawn_bill(forecast.central, central)},
                                              {scaled(central, 2, 1), {}}}};
    const auto done = share_out(2, settings, [&](std::size_t i) -> Result<bool> {
        ServiceResponse::Run& run = runs[2 * i];
        const auto bill = bill_of(run.arrivals, settings, prices);
        if (!bill) return bill.error();
        run.bill = drawn_bill(*bill, run.arrivals);
        return true;
    });
    if (done) forecast.response.emplace(std::move(runs), settings.plan, settings.rounding);
    return done;
}

}  // namespace

std::vector<MonthlyArrivals> arrivals_on(const DrawnPath& path, const std::vector<PlannedEvent>& events,
                                         const std::vector<double>& sizes, BillingPeriod first) {
    std::vector<MonthlyArrivals> arrivals;
    for (std::size_t i = 0; i < path.items.size(); ++i) {
        const BillingPeriod month = first.plus_months(static_cast<int>(i));
        double items = path.items[i];
        const double mean = path.bytes_per_item[i];
        for (std::size_t e = 0; e < events.size(); ++e) {
            if (events[e].is_share && events[e].month <= month) items *= std::max(0.0, 1 + sizes[e]);
            if (!events[e].is_share && events[e].month == month && mean > 0) items += sizes[e] / mean;
        }
        arrivals.push_back(arrivals_of(items, mean));
    }
    return arrivals;
}

Result<usage::Usage> used_by(const std::vector<MonthlyArrivals>& arrivals, const ForecastSettings& settings,
                             const StoragePlan& plan) {
    if (!settings.service_run) return usage_of(arrivals, plan);
    auto usage = settings.service_run(arrivals, plan);
    if (!usage) return usage;
    usage->rules = plan.rules;
    usage->billing = plan.billing;
    return usage;
}

Result<std::vector<DrawnBill>> draw_bills(Forecast& forecast, const std::vector<MonthlyArrivals>& central,
                                          const ForecastSettings& settings, const pricing::PriceBook& book) {
    const auto prices = prices_of(settings.plan, book);
    if (!prices) return prices.error();
    forecast.draws_by = draws_by(central, settings);
    if (forecast.draws_by == DrawsBy::response) {
        const auto added = add_response(central, settings, *prices, forecast);
        if (!added) return added.error();
    }
    std::vector<DrawnBill> bills(settings.draws);
    const auto drawn = share_out(settings.draws, settings, [&](std::size_t draw) -> Result<bool> {
        const auto arrivals = drawn_arrivals(forecast, settings, draw);
        if (forecast.response) {
            bills[draw] = forecast.response->at(arrivals);
            return true;
        }
        const auto bill = bill_of(arrivals, settings, *prices);
        if (!bill) return bill.error();
        bills[draw] = drawn_bill(*bill, arrivals);
        return true;
    });
    if (!drawn) return drawn.error();
    return bills;
}

}  // namespace firn::forecast
