#include "core/forecast/forecast.hpp"

#include "core/forecast/draws.hpp"
#include "core/forecast/forecast_checks.hpp"
#include "core/forecast/quantile.hpp"
#include "core/forecast/sorted_amounts.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"

#include <algorithm>
#include <utility>

namespace firn::forecast {

namespace {

using usage::ChargeType;

Band band_over(const std::vector<DrawnBill>& bills, const auto& amount_of) {
    std::vector<Money> amounts;
    amounts.reserve(bills.size());
    for (const DrawnBill& bill : bills)
        amounts.push_back(amount_of(bill));
    return band_of(sorted_amounts(std::move(amounts)));
}

Money charged(const DrawnMonth& month, ChargeType charge) {
    const auto found = month.by_charge.find(charge);
    return found == month.by_charge.end() ? Money{} : found->second;
}

Money sum_until(const std::vector<Money>& totals, std::size_t first, std::size_t last) {
    Money sum;
    for (std::size_t i = first; i <= last; ++i)
        sum += totals[i];
    return sum;
}

/// P10 and P90 of the bytes that arrive.
void add_bytes(const std::vector<DrawnBill>& bills, std::size_t i, ForecastMonth& month) {
    std::vector<double> bytes;
    for (const DrawnBill& bill : bills)
        bytes.push_back(bill[i].bytes);
    std::sort(bytes.begin(), bytes.end());
    month.bytes_p10 = quantile(bytes, 10);
    month.bytes_p90 = quantile(bytes, 90);
}

/// Adds a month to what each draw spent before it, and says how far the sums are apart.
Band cumulative_with(const std::vector<DrawnBill>& bills, std::size_t i, std::vector<Money>& so_far) {
    for (std::size_t draw = 0; draw < bills.size(); ++draw)
        so_far[draw] += bills[draw][i].total;
    return band_of(sorted_amounts(so_far));
}

ForecastMonth month_of(const Forecast& forecast, const std::vector<DrawnBill>& bills, std::size_t i) {
    ForecastMonth month{.month = forecast.central.periods[i].month};
    month.total = band_over(bills, [&](const DrawnBill& bill) { return bill[i].total; });
    std::map<ChargeType, bool> charges;
    for (const DrawnBill& bill : bills) {
        for (const auto& [charge, cost] : bill[i].by_charge)
            charges[charge] = true;
    }
    for (const auto& [charge, is_there] : charges)
        month.by_charge[charge] = band_over(
            bills, [&, wanted = charge](const DrawnBill& bill) { return charged(bill[i], wanted); });
    add_bytes(bills, i, month);
    return month;
}

/// The model of a series: the one that was asked for, the best of the back-test, or a line.
Model model_of(std::optional<Model> wanted, const SeriesBacktest& test) {
    if (wanted) return *wanted;
    return test.scores.empty() ? Model::linear : test.best;
}

void fit(const History& history, const ForecastSettings& settings, Forecast& forecast) {
    forecast.items_test = backtest(history.items, settings.seed);
    forecast.size_test = backtest(history.bytes_per_item, settings.seed);
    const Model items = model_of(settings.items_model, forecast.items_test);
    const Model size = model_of(settings.size_model, forecast.size_test);
    forecast.items = fit_model(history.items, items, settings.months);
    forecast.bytes_per_item = fit_model(history.bytes_per_item, size, settings.months);
    const ModelScore bytes =
        backtest_bytes(history.items, history.bytes_per_item, items, size, settings.seed);
    if (!bytes.horizons.empty()) forecast.bytes_test = bytes;
    add_warnings(history, forecast);
}

/// The path without chance; events have their likely size.
std::vector<MonthlyArrivals> central_arrivals(const Forecast& forecast, const ForecastSettings& settings,
                                              const Variation& variation) {
    DrawnPath path{central_path(forecast.items, settings.months),
                   central_path(forecast.bytes_per_item, settings.months)};
    for (double& items : path.items)
        items *= variation.items;
    for (double& bytes : path.bytes_per_item)
        bytes *= variation.bytes_per_item;
    std::vector<double> sizes;
    for (const PlannedEvent& event : settings.events)
        sizes.push_back(event.likely);
    return arrivals_on(path, settings.events, sizes, settings.plan.first);
}

}  // namespace

Band band_of(const std::vector<Money>& sorted) {
    Money sum;
    for (const Money& amount : sorted)
        sum += amount;
    return {quantile(sorted, 10), quantile(sorted, 50), quantile(sorted, 90),
            Money{Rational{sum.amount() / static_cast<std::int64_t>(sorted.size())}}};
}

std::vector<Money> sums_of(const Forecast& forecast, std::size_t first, std::size_t last) {
    std::vector<Money> sums;
    for (const std::vector<Money>& draw : forecast.draws)
        sums.push_back(sum_until(draw, first, last));
    return sorted_amounts(std::move(sums));
}

Result<Forecast> make_forecast(const History& history, const ForecastSettings& settings,
                               const pricing::PriceBook& book) {
    const Diagnostics faults = faults_in(history, settings);
    if (!faults.empty()) return faults;
    Forecast forecast;
    fit(history, settings, forecast);
    const auto arrivals = central_arrivals(forecast, settings, {});
    auto used = used_by(arrivals, settings, settings.plan);
    if (!used) return used.error();
    forecast.central_usage = std::move(used).value();
    auto central = pricing::price(forecast.central_usage, book, {.rounding = settings.rounding});
    if (!central) return central.error();
    forecast.central = std::move(central).value();
    forecast.unconfirmed = pricing::unconfirmed_part(forecast.central, book, settings.plan.billing);
    const auto bills = draw_bills(forecast, arrivals, settings, book);
    if (!bills) return bills.error();
    for (const DrawnBill& bill : *bills) {
        forecast.draws.emplace_back();
        for (const DrawnMonth& month : bill)
            forecast.draws.back().push_back(month.total);
    }
    std::vector<Money> so_far(bills->size());
    for (std::size_t i = 0; i < settings.months; ++i) {
        forecast.months.push_back(month_of(forecast, *bills, i));
        forecast.months.back().cumulative = cumulative_with(*bills, i, so_far);
        forecast.months.back().items = static_cast<double>(arrivals[i].items);
        forecast.months.back().bytes = static_cast<double>(arrivals[i].bytes.count());
    }
    return forecast;
}

Result<Money> varied_total(const Forecast& forecast, const ForecastSettings& settings,
                           const pricing::PriceBook& book, const Variation& variation) {
    StoragePlan plan = settings.plan;
    if (variation.bundle_size) plan.bundle_size = *variation.bundle_size;
    if (variation.price) plan.billing.what_ifs.push_back(*variation.price);
    const auto arrivals = central_arrivals(forecast, settings, variation);
    const bool has_other_files = variation.items != 1 || variation.bytes_per_item != 1;
    if (forecast.response && has_other_files && !variation.bundle_size && !variation.price)
        return total_of(forecast.response->at(arrivals));
    auto usage = has_other_files || variation.bundle_size ? used_by(arrivals, settings, plan)
                                                          : Result<usage::Usage>{forecast.central_usage};
    if (!usage) return usage.error();
    usage->billing = plan.billing;
    const auto bill = pricing::price(*usage, book, {.rounding = settings.rounding});
    if (!bill) return bill.error();
    return bill->total;
}

}  // namespace firn::forecast
