#include "cli/command.hpp"
#include "cli/forecast_bills.hpp"
#include "cli/forecast_options.hpp"
#include "cli/forecast_runs.hpp"
#include "cli/forecast_source.hpp"
#include "cli/forecast_tornado.hpp"
#include "cli/made_scenario.hpp"
#include "cli/placed.hpp"
#include "cli/run_options.hpp"
#include "core/answers/forecast_runs.hpp"
#include "core/answers/usage_file.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/forecast/history.hpp"
#include "core/forecast/remedy_words.hpp"
#include "core/io/output_file.hpp"
#include "core/io/statement_format.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/forecast_report.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

/// The options that cut the history short: without them a longer one needs more months in the file.
std::string_view cut_by(const ForecastOptions& options) {
    if (!options.history_from.empty() && !options.history_until.empty())
        return "--history-from, --history-until";
    return options.history_from.empty() ? "--history-until" : "--history-from";
}

Diagnostics at_options(Diagnostics faults, const ForecastOptions& options) {
    std::vector<OptionsOfWords> words{{forecast::kMoreMonths, "--history-from, --history-until"},
                                      {forecast::kBeginHistory, "--history-from"},
                                      {forecast::kModelOfItems, "--items-model"},
                                      {forecast::kModelOfSize, "--size-model"}};
    if (!options.history_from.empty() || !options.history_until.empty())
        words.push_back({forecast::kLongerHistory, cut_by(options)});
    return naming_options(std::move(faults), {}, words);
}

forecast::ForecastSettings settings_of(const ForecastOptions& options, ForecastSource& source,
                                       const ForecastWishes& wishes, BillingPeriod first) {
    forecast::ForecastSettings settings = settings_from(options, source, first);
    settings.draws = options.draws;
    settings.threads =
        options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    settings.items_model = wishes.items_model;
    settings.size_model = wishes.size_model;
    settings.events = wishes.events;
    settings.rounding = options.rounding;
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
                                                     const loading::ArrivedTotals& totals,
                                                     BillingPeriod first) {
    const auto later = workload::months_between(totals.months, first,
                                                first.plus_months(static_cast<int>(forecast.months.size())));
    if (later.empty() || later.front().month != first) return std::optional<forecast::HeldOut>{};
    const auto told = forecast::history_of(later, {}, totals.absent);
    if (!told) return told.error();
    if (told->items.first != first) return std::optional<forecast::HeldOut>{};
    return std::optional{forecast::held_out(forecast, *told)};
}

/// The history of the months that are asked for.
Result<forecast::History> history_from(const ForecastOptions& options, const ForecastWishes& wishes,
                                       const ForecastSource& source) {
    const ChosenScenario& chosen = source.chosen;
    const bool states_start = !chosen.was_made || is_given(options.scenario, "start");
    const auto range = loading::history_range(chosen.scenario, source.totals,
                                              {wishes.history_from, wishes.history_until}, states_start);
    return forecast::history_of(source.totals.months, range, source.totals.absent);
}

Diagnostic without_effect(std::string option, std::string what, std::string expected, std::string remedy) {
    return {.code = "setting-without-effect",
            .where = {.file = std::move(option)},
            .what = std::move(what),
            .expected = std::move(expected),
            .remedy = std::move(remedy)};
}

/// What is asked for outside the months of the forecast: a start after a gap, events, a fiscal year.
Diagnostics outside_months(const ForecastOptions& options, const ForecastWishes& wishes,
                           const ForecastSource& source, BillingPeriod first, std::size_t months) {
    Diagnostics faults;
    const BillingPeriod start = BillingPeriod::containing(source.chosen.scenario.start);
    if (is_given(options.scenario, "start") && first < start)
        faults.push_back(without_effect(
            "--start",
            fmt::format("the forecast cannot begin in {}: its history ends with {}", to_text(start),
                        to_text(first.plus_months(-1))),
            fmt::format("a start in {} or before, as a forecast begins where its history ends",
                        to_text(first)),
            fmt::format("add the months from {} to {} to the history, or begin in {} with more --months",
                        to_text(first), to_text(start.plus_months(-1)), to_text(first))));
    const BillingPeriod last = first.plus_months(static_cast<int>(months) - 1);
    for (const forecast::PlannedEvent& event : wishes.events) {
        const bool is_early = event.month < first;
        if (event.month <= last && (!is_early || event.is_share)) continue;
        faults.push_back(without_effect(
            "--event",
            fmt::format("the event of {} is outside the forecast and changes nothing", to_text(event.month)),
            fmt::format("a month from {} to {}", to_text(first), to_text(last)),
            "name such a month, ask for more --months, or leave the event out"));
    }
    const auto& year = wishes.fiscal_year;
    if (year && (*year > last || year->plus_months(forecast::kSeason - 1) < first))
        faults.push_back(without_effect(
            "--fiscal-year",
            fmt::format("no month of the fiscal year from {} to {} is forecast", to_text(*year),
                        to_text(year->plus_months(forecast::kSeason - 1))),
            fmt::format("a year that has a month from {} to {}", to_text(first), to_text(last)),
            "name such a year, or ask for more --months"));
    return faults;
}

/// All that is shown, once the history is read.
ExitCode answer(const ForecastOptions& options, const ForecastWishes& wishes, ForecastSource& source,
                Console& console) {
    ChosenScenario& chosen = source.chosen;
    const auto history = history_from(options, wishes, source);
    if (!history)
        return fail(console, Result<bool>{at_options(placed_in_source(history.error(), source), options)});
    const BillingPeriod first = end_of(*history);
    auto settings = settings_of(options, source, wishes, first);
    const Diagnostics outside = outside_months(options, wishes, source, first, settings.months);
    if (!outside.empty()) {
        show(outside, console);
        return ExitCode::usage_error;
    }
    auto run = service_run_of(source, settings);
    if (!run) return fail(console, run);
    settings.service_run = std::move(run).value();
    if (settings.service_run && chosen.scenario.workload.trace)
        chosen.assumed.emplace_back(
            "files to come are drawn as from monthly totals with their defaults: lognormal sizes of "
            "deviation "
            "1.5");
    auto forecast = forecast::make_forecast(*history, settings, source.book);
    if (!forecast)
        return fail(
            console,
            at_fault(chosen, Result<bool>{at_options(placed_in_source(forecast.error(), source), options)}));
    if (source.billed)
        forecast->warnings.insert(forecast->warnings.begin(), source.billed->warnings.begin(),
                                  source.billed->warnings.end());
    auto bars = tornado_of(*forecast, settings, source.book, wishes.varied);
    auto held_out = held_out_of(*forecast, source.totals, first);
    if (!bars || !held_out) return fail(console, bars, held_out);
    if (std::string how = answers::how_drawn(forecast->draws_by); !how.empty())
        chosen.assumed.push_back(std::move(how));
    report::ForecastReport report{*history, settings, *forecast, provenance_of(chosen.scenario, source.book)};
    if (source.billed) report.provenance.scenario_hash.reset();
    report.name = chosen.scenario.name;
    report.tornado = std::move(bars).value();
    report.held_out = std::move(held_out).value();
    report.basis = report::forecast_basis(*history, settings, stated_assumptions(chosen));
    if (wishes.fiscal_year) report.year = forecast::budget_year(*forecast, *wishes.fiscal_year);
    if (wishes.limit) report.limit = crossed(*wishes.limit, options.fail_above, *forecast);
    show_notes(pricing::closed_book_warnings(source.book, first.begin()), options.answer, console);
    show_notes(pricing::held_flat_warnings(forecast->central.notes), options.answer, console);
    show_notes(at_options(forecast->warnings, options), options.answer, console);
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
    auto source = read_source(options, console);
    if (!source) return refuse(source.error(), console);
    return answer(options, *wishes, *source, console);
}

/// Either bills, or a scenario or files. A usage file in their place is a bill.
void check_together(ForecastOptions& options) {
    std::string& path = options.scenario.path;
    if (options.usage_from.empty() && path.empty()) throw CLI::RequiredError("SCENARIO|FILES|USAGE");
    if (options.usage_from.empty() && answers::is_usage_file(path))
        options.usage_from = {std::exchange(path, "")};
    if (options.usage_from.empty()) {
        if (const auto beside = option_without_bills(options))
            throw CLI::RequiresError(*beside, "--usage-from");
        return;
    }
    if (!path.empty()) throw CLI::ExcludesError("--usage-from", "SCENARIO|FILES");
    if (const auto beside = option_beside_bills(options))
        throw CLI::ValidationError(*beside, "means nothing to a history of bills");
    const auto format = options.scenario.texts.find("--from");
    if (format != options.scenario.texts.end() && !io::statement_format_named(format->second))
        throw CLI::ValidationError("--from",
                                   format->second + " is not " + one_of(io::statement_format_names()));
}

}  // namespace

void add_forecast(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<ForecastOptions>();
    CLI::App* command = program.add_subcommand(
        "forecast", "Forecast the coming monthly bills from what arrived so far, and say how sure that is");
    add_forecast_options(*command, *options);
    command->callback([options, &chosen] {
        check_together(*options);
        chosen.run = [options](Console& console) { return forecast_command(*options, console); };
    });
}

}  // namespace firn::cli
