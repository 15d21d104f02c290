#include "cli/command.hpp"
#include "cli/forecast_options.hpp"
#include "cli/forecast_tornado.hpp"
#include "cli/made_scenario.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/price_books.hpp"
#include "cli/run_options.hpp"
#include "core/forecast/history.hpp"
#include "core/io/output_file.hpp"
#include "core/loading/forecast_start.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/forecast_report.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace firn::cli {

namespace {

using loading::ArrivedTotals;

constexpr std::size_t kUsualMonths = 36;

/// What lies there when the forecast begins: the scenario's stock and what came since its start; of files
/// without a scenario all that they hold, unless somebody states a stock.
void add_stock(const ForecastOptions& options, ChosenScenario& chosen, const ArrivedTotals& totals,
               forecast::StoragePlan& plan) {
    const bool is_stated =
        is_given(options.scenario, "stock.bytes") || is_given(options.scenario, "stock.archives");
    if (chosen.was_made && is_stated) return;
    const BillingPeriod start = BillingPeriod::containing(chosen.scenario.start);
    loading::add_arrived(totals, chosen.was_made ? totals.months.front().month : start, plan);
    if (chosen.was_made)
        chosen.assumed.push_back(fmt::format("the files of the history lie there already ({} in {} archives)",
                                             to_rough_text(plan.stock_bytes), plan.stock_archives));
}

forecast::ForecastSettings settings_of(const ForecastOptions& options, ChosenScenario& chosen,
                                       const ForecastWishes& wishes, const ArrivedTotals& totals,
                                       BillingPeriod first) {
    forecast::ForecastSettings settings = loading::forecast_settings(chosen.scenario, first);
    settings.draws = options.draws;
    settings.threads =
        options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    settings.items_model = wishes.items_model;
    settings.size_model = wishes.size_model;
    settings.events = wishes.events;
    settings.rounding = options.rounding;
    if (chosen.was_made && !is_given(options.scenario, "months")) settings.months = kUsualMonths;
    add_stock(options, chosen, totals, settings.plan);
    return settings;
}

Money amount_at(const forecast::Band& band, const std::string& quantile) {
    if (quantile == "p10") return band.p10;
    if (quantile == "p90") return band.p90;
    return quantile == "mean" ? band.mean : band.p50;
}

report::CrossedLimit crossed(const SpendingLimit& limit, const std::string& text,
                             const forecast::Forecast& forecast) {
    report::CrossedLimit result{.text = text};
    for (const forecast::ForecastMonth& month : forecast.months) {
        const Money amount = amount_at(limit.is_total ? month.cumulative : month.total, limit.quantile);
        if (amount <= limit.most) continue;
        result.month = month.month;
        result.amount = amount;
        break;
    }
    return result;
}

double unconfirmed_share(const pricing::Bill& bill) {
    Money doubted;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines)
            doubted += line.doubts.empty() ? Money{} : line.cost;
    }
    return bill.total.is_zero() ? 0 : static_cast<double>(Rational{doubted.amount() / bill.total.amount()});
}

std::vector<std::string> stated_assumptions(const ChosenScenario& chosen) {
    std::vector<std::string> assumed;
    std::copy_if(
        chosen.assumed.begin(), chosen.assumed.end(), std::back_inserter(assumed),
        [](const std::string& what) { return !what.starts_with("start ") && !what.starts_with("months "); });
    return assumed;
}

std::string formatted(const report::ForecastReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::forecast_text(report);
        case Format::json:
            return report::forecast_json(report);
        case Format::csv:
            return report::forecast_csv(report);
        case Format::md:
            return report::forecast_markdown(report);
    }
    return {};
}

/// What is in the file beyond the history.
Result<std::optional<forecast::HeldOut>> held_out_of(const forecast::Forecast& forecast,
                                                     const ArrivedTotals& totals, BillingPeriod first) {
    const auto later = workload::months_between(totals.months, first,
                                                first.plus_months(static_cast<int>(forecast.months.size())));
    if (later.empty() || later.front().month != first) return std::optional<forecast::HeldOut>{};
    const auto told = forecast::history_of(later, {}, totals.absent);
    if (!told) return told.error();
    if (told->items.first != first) return std::optional<forecast::HeldOut>{};
    return std::optional{forecast::held_out(forecast, *told)};
}

/// All that is shown, once the history is read.
ExitCode answer(const ForecastOptions& options, const ForecastWishes& wishes, ChosenScenario& chosen,
                const pricing::PriceBook& book, const ArrivedTotals& totals, Console& console) {
    const bool states_start = !chosen.was_made || is_given(options.scenario, "start");
    const auto in_history = [&chosen](Diagnostics faults) {
        return loading::placed_in_history(std::move(faults), chosen.scenario, chosen.folder);
    };
    const auto range = loading::history_range(chosen.scenario, totals,
                                              {wishes.history_from, wishes.history_until}, states_start);
    const auto history = forecast::history_of(totals.months, range, totals.absent);
    if (!history) return fail(console, Result<bool>{in_history(history.error())});
    const BillingPeriod first = end_of(*history);
    const auto settings = settings_of(options, chosen, wishes, totals, first);
    const auto forecast = forecast::make_forecast(*history, settings, book);
    if (!forecast) return fail(console, at_fault(chosen, Result<bool>{in_history(forecast.error())}));
    auto bars = tornado_of(*forecast, settings, book, wishes.varied);
    auto held_out = held_out_of(*forecast, totals, first);
    if (!bars || !held_out) return fail(console, bars, held_out);
    report::ForecastReport report{*history, settings, *forecast, provenance_of(chosen.scenario, book)};
    report.name = chosen.scenario.name;
    report.tornado = std::move(bars).value();
    report.held_out = std::move(held_out).value();
    report.basis = report::forecast_basis(*history, settings, stated_assumptions(chosen));
    report.unconfirmed = unconfirmed_share(forecast->central);
    if (wishes.fiscal_year) report.year = forecast::budget_year(*forecast, *wishes.fiscal_year);
    if (wishes.limit) report.limit = crossed(*wishes.limit, options.fail_above, *forecast);
    show_notes(pricing::closed_book_warnings(book, first.begin()), options.answer, console);
    show_notes(forecast->warnings, options.answer, console);
    if (!options.freeze.empty()) {
        const auto written = io::write_file_atomically(options.freeze, report::budget_json(report));
        if (!written) return fail(console, written);
    }
    const ExitCode given = deliver(formatted(report, options.answer.format), options.answer, console);
    const bool is_crossed = report.limit && report.limit->month;
    return given == ExitCode::done && is_crossed ? ExitCode::limit_crossed : given;
}

ExitCode forecast_command(const ForecastOptions& options, Console& console) {
    const auto wishes = read_wishes(options);
    if (!wishes) {
        show(wishes.error(), console);
        return ExitCode::usage_error;
    }
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return refuse(chosen.error(), console);
    const auto lost = overwritten_file({{"--output", options.answer.output}, {"--freeze", options.freeze}},
                                       loading::files_named_by(chosen->scenario, chosen->folder));
    if (lost) {
        show({*lost}, console);
        return ExitCode::usage_error;
    }
    const auto book = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    if (!book) return fail(console, at_fault(*chosen, book));
    const auto totals = loading::arrived_totals(chosen->scenario, chosen->folder, chosen->path);
    if (!totals) return fail(console, totals);
    return answer(options, *wishes, *chosen, *book, *totals, console);
}

}  // namespace

void add_forecast(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<ForecastOptions>();
    CLI::App* command = program.add_subcommand(
        "forecast", "Forecast the coming monthly bills from what arrived so far, and say how sure that is");
    add_forecast_options(*command, *options);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return forecast_command(*options, console); };
    });
}

}  // namespace firn::cli
