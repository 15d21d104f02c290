#include "core/forecast/forecast.hpp"

#include "core/forecast/drawn_paths.hpp"
#include "core/forecast/event_draw.hpp"
#include "core/forecast/quantile.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_changes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>
#include <utility>

namespace firn::forecast {

namespace {

using usage::ChargeType;

constexpr std::size_t kFewestMonths = 6;

/// A month of one draw.
struct DrawnMonth {
    Money total{};
    std::map<ChargeType, Money> by_charge{};
    double bytes = 0;
};
using DrawnBill = std::vector<DrawnMonth>;

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

/// Arrivals of a path with what is planned besides.
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

DrawnBill drawn_bill(const pricing::Bill& bill, const std::vector<MonthlyArrivals>& arrivals) {
    DrawnBill drawn(bill.periods.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        drawn[i].total = bill.periods[i].total;
        drawn[i].bytes = static_cast<double>(arrivals[i].bytes.count());
        for (const pricing::LineItem& line : bill.periods[i].lines)
            drawn[i].by_charge[line.charge] += line.cost;
    }
    return drawn;
}

/// Every draw at its place, however many threads share them; the first that cannot be priced says why.
Result<std::vector<DrawnBill>> draw_bills(const Forecast& forecast, const ForecastSettings& settings,
                                          const Prices& prices) {
    std::vector<DrawnBill> bills(settings.draws);
    std::vector<Diagnostics> faults(settings.draws);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> is_given_up{false};
    const auto work = [&] {
        for (std::size_t draw = next++; draw < settings.draws; draw = next++) {
            if (settings.goes_on && !settings.goes_on()) is_given_up = true;
            if (is_given_up) return;
            const DrawnPath path =
                drawn_path(forecast.items, forecast.bytes_per_item, settings.months, settings.seed, draw);
            const auto sizes = drawn_sizes(settings.events, settings.seed, draw);
            const auto arrivals = arrivals_on(path, settings.events, sizes, settings.plan.first);
            const auto bill =
                pricing::price(usage_of(arrivals, prices.plan), prices.book, {.rounding = settings.rounding});
            if (bill)
                bills[draw] = drawn_bill(*bill, arrivals);
            else
                faults[draw] = bill.error();
        }
    };
    std::vector<std::thread> helpers;
    for (unsigned i = 1; i < settings.threads; ++i)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    if (is_given_up) return Diagnostics{};
    for (Diagnostics& fault : faults) {
        if (!fault.empty()) return std::move(fault);
    }
    return bills;
}

Band band_over(const std::vector<DrawnBill>& bills, const auto& amount_of) {
    std::vector<Money> amounts;
    amounts.reserve(bills.size());
    for (const DrawnBill& bill : bills)
        amounts.push_back(amount_of(bill));
    std::sort(amounts.begin(), amounts.end());
    return band_of(amounts);
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
    month.cumulative = band_of(sums_of(forecast, 0, i));
    add_bytes(bills, i, month);
    return month;
}

Diagnostic too_short(std::size_t months, std::size_t needed, const std::string& whom) {
    return {
        .code = "history-too-short",
        .what = fmt::format("the history has {} months, and {} needs {}", months, whom, needed),
        .expected = fmt::format("at least {} months, each with what arrived in it", needed),
        .remedy =
            "give a longer history, or choose a model that needs less with --items-model and --size-model"};
}

/// What stands against a model that somebody asks for.
void check_model(const Series& series, std::optional<Model> wanted, std::string_view of,
                 Diagnostics& faults) {
    if (!wanted) return;
    if (series.values.size() < months_needed(*wanted))
        faults.push_back(
            too_short(series.values.size(), months_needed(*wanted), std::string{title_of(*wanted)}));
    const auto zero =
        std::find_if(series.values.begin(), series.values.end(), [](double value) { return value <= 0; });
    if (!needs_positive(*wanted) || zero == series.values.end()) return;
    const auto at = static_cast<int>(zero - series.values.begin());
    faults.push_back(
        {.code = "logarithm-of-zero",
         .what = fmt::format("{} of {} are zero, of which {} takes a logarithm or a factor", of,
                             to_text(series.first.plus_months(at)), title_of(*wanted)),
         .expected = "months above zero",
         .remedy = "begin the history after that month with --history-from, or choose linear or holt"});
}

Diagnostics check(const History& history, const ForecastSettings& settings) {
    const std::size_t months = history.items.values.size();
    if (months < kFewestMonths) return {too_short(months, kFewestMonths, "every model")};
    Diagnostics faults;
    check_model(history.items, settings.items_model, "the files", faults);
    check_model(history.bytes_per_item, settings.size_model, "the bytes per file", faults);
    return faults;
}

Diagnostic warning(std::string code, std::string what, std::string remedy) {
    return {.code = std::move(code),
            .severity = Severity::warning,
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

void warn_of_coverage(const Forecast& forecast, Diagnostics& warnings) {
    if (!forecast.bytes_test || forecast.bytes_test->horizons.empty()) return;
    const double coverage = forecast.bytes_test->coverage;
    if (coverage >= kNominalCoverage) return;
    warnings.push_back(warning(
        "coverage-below-nominal",
        fmt::format(
            "in the back-test the band from P10 to P90 held {:.0f} % of the months' bytes instead of 80 %",
            coverage * 100),
        "take the band as too narrow: budget to P90, or give a history without what has changed"));
}

void warn_of_break(const Series& series, std::string_view of, Diagnostics& warnings) {
    const auto found = find_level_break(series);
    if (!found) return;
    warnings.push_back(
        warning("level-break",
                fmt::format("{} jumped by {:+.0f} % about {} and stayed there", of,
                            100 * std::expm1(found->jump), to_text(found->month)),
                "a model of the whole history mixes both levels: begin after it with --history-from"));
}

/// One warning for all models that are left out for the same reason.
void warn_of_left_out(const SeriesBacktest& test, std::string_view of, Diagnostics& warnings) {
    std::map<std::string, std::vector<std::string>> models;
    for (const LeftOutModel& left : test.left_out)
        models[left.why].push_back(fmt::format("\"{}\"", title_of(left.model)));
    for (const auto& [why, names] : models)
        warnings.push_back(warning(
            "models-left-out", fmt::format("not tried on {}: {}; {}", of, fmt::join(names, ", "), why),
            "give a longer history, or one that begins after months of zero (--history-from)"));
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
    warn_of_left_out(forecast.items_test, "the files", forecast.warnings);
    warn_of_left_out(forecast.size_test, "the bytes per file", forecast.warnings);
    warn_of_break(history.items, "the number of files", forecast.warnings);
    warn_of_break(history.bytes_per_item, "the bytes per file", forecast.warnings);
    warn_of_coverage(forecast, forecast.warnings);
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
    std::sort(sums.begin(), sums.end());
    return sums;
}

Result<Forecast> make_forecast(const History& history, const ForecastSettings& settings,
                               const pricing::PriceBook& book) {
    const Diagnostics faults = check(history, settings);
    if (!faults.empty()) return faults;
    Forecast forecast;
    fit(history, settings, forecast);
    const auto arrivals = central_arrivals(forecast, settings, {});
    forecast.central_usage = usage_of(arrivals, settings.plan);
    auto central = pricing::price(forecast.central_usage, book, {.rounding = settings.rounding});
    if (!central) return central.error();
    forecast.central = std::move(central).value();
    const auto prices = prices_of(settings.plan, book);
    if (!prices) return prices.error();
    const auto bills = draw_bills(forecast, settings, *prices);
    if (!bills) return bills.error();
    for (const DrawnBill& bill : *bills) {
        forecast.draws.emplace_back();
        for (const DrawnMonth& month : bill)
            forecast.draws.back().push_back(month.total);
    }
    for (std::size_t i = 0; i < settings.months; ++i) {
        forecast.months.push_back(month_of(forecast, *bills, i));
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
    const auto bill = pricing::price(usage_of(central_arrivals(forecast, settings, variation), plan), book,
                                     {.rounding = settings.rounding});
    if (!bill) return bill.error();
    return bill->total;
}

}  // namespace firn::forecast
