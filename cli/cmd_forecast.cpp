#include "cli/command.hpp"
#include "cli/forecast_options.hpp"
#include "cli/forecast_tornado.hpp"
#include "cli/made_scenario.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/price_books.hpp"
#include "cli/run_options.hpp"
#include "core/forecast/history.hpp"
#include "core/io/monthly_reader.hpp"
#include "core/io/output_file.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_workload.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/forecast_report.hpp"
#include "core/workload/trace_profile.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace firn::cli {

namespace {

constexpr std::size_t kUsualMonths = 36;
constexpr std::size_t kFewestMonths = 6;
constexpr int kUsualHistory = 120;

/// What arrived month by month, and what a month means of which nothing is said.
struct Totals {
    workload::MonthlyTotals months{};
    forecast::AbsentMonth absent = forecast::AbsentMonth::gap;
};

Result<Totals> totals_of(const ChosenScenario& chosen) {
    const scenario::Workload& workload = chosen.scenario.workload;
    if (workload.monthly_totals) {
        auto months = io::read_monthly_totals(loading::resolve(chosen.folder, workload.monthly_totals->file));
        if (!months) return months.error();
        return Totals{std::move(months).value()};
    }
    if (!workload.trace)
        return failure({.code = "history-missing",
                        .where = {.file = chosen.path},
                        .what = "the scenario's workload is made up, so that it has no history",
                        .expected = "a workload of monthly totals or of a trace",
                        .remedy = "give a history with --trace FILE; firn simulate runs a growth model"});
    const auto rows = loading::trace_of(chosen.scenario, chosen.folder);
    if (!rows) return rows.error();
    auto profile = workload::profile_of(*rows);
    if (!profile) return profile.error();
    return Totals{std::move(profile->months), forecast::AbsentMonth::no_files};
}

/// Where the history ends: as asked, before a scenario that begins within it, or with the file.
std::optional<BillingPeriod> until_of(const ForecastOptions& options, const ChosenScenario& chosen,
                                      const ForecastWishes& wishes, const Totals& totals) {
    if (wishes.history_until) return wishes.history_until;
    const bool has_start = !chosen.was_made || is_given(options.scenario, "start");
    const BillingPeriod start = BillingPeriod::containing(chosen.scenario.start);
    if (!has_start || workload::months_before(totals.months, start).size() < kFewestMonths)
        return std::nullopt;
    return start.plus_months(-1);
}

/// Where the history begins: as asked, or ten years before its end.
std::optional<BillingPeriod> from_of(const ForecastWishes& wishes, const Totals& totals,
                                     std::optional<BillingPeriod> until) {
    if (wishes.history_from || totals.months.empty()) return wishes.history_from;
    return until.value_or(totals.months.back().month).plus_months(1 - kUsualHistory);
}

/// What lies there when the forecast begins: the scenario's stock and what came since its start; of files
/// without a scenario all that they hold, unless somebody states a stock.
void add_stock(const ForecastOptions& options, ChosenScenario& chosen, const Totals& totals,
               forecast::StoragePlan& plan) {
    plan.stock_archives = chosen.scenario.stock.archives;
    plan.stock_bytes = chosen.scenario.stock.bytes;
    for (const scenario::StockPart& part : chosen.scenario.stock.parts) {
        plan.stock_archives += part.archives;
        plan.stock_bytes += part.bytes;
    }
    const bool is_stated =
        is_given(options.scenario, "stock.bytes") || is_given(options.scenario, "stock.archives");
    if (chosen.was_made && is_stated) return;
    const BillingPeriod start = BillingPeriod::containing(chosen.scenario.start);
    for (const workload::MonthTotal& total : totals.months) {
        const bool has_come = total.month < plan.first && (chosen.was_made || start <= total.month);
        if (!has_come) continue;
        plan.stock_archives += archives_of({total.items, total.bytes}, total.month, plan);
        plan.stock_bytes += total.bytes;
    }
    if (chosen.was_made)
        chosen.assumed.push_back(fmt::format("the files of the history lie there already ({} in {} archives)",
                                             to_rough_text(plan.stock_bytes), plan.stock_archives));
}

forecast::ForecastSettings settings_of(const ForecastOptions& options, ChosenScenario& chosen,
                                       const ForecastWishes& wishes, const Totals& totals,
                                       BillingPeriod first) {
    const scenario::Scenario& scenario = chosen.scenario;
    forecast::ForecastSettings settings{
        .plan = {.first = first,
                 .price_book = scenario.price_book,
                 .region = scenario.region,
                 .storage_class = scenario.storage_class,
                 .bundle_size = scenario.pipeline.bundle_size,
                 .max_age = scenario.pipeline.max_age,
                 .rules = scenario.rules.value_or(usage::Rules{}),
                 .billing = scenario.billing.value_or(usage::BillingSettings{})},
        .months = static_cast<std::size_t>(scenario.months),
        .draws = options.draws,
        .seed = static_cast<std::uint64_t>(scenario.seed),
        .threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
        .items_model = wishes.items_model,
        .size_model = wishes.size_model,
        .events = wishes.events,
        .rounding = options.rounding};
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

std::vector<report::ForecastBasis> basis_of(const forecast::ForecastSettings& settings,
                                            const forecast::History& history, const ChosenScenario& chosen) {
    std::vector<report::ForecastBasis> basis{
        {fmt::format("{} months of history, {} to {}", history.items.values.size(),
                     to_text(history.items.first), to_text(end_of(history).plus_months(-1))),
         "measured"},
        {fmt::format("prices of {} in {} as of each month", settings.plan.price_book, settings.plan.region),
         "sourced"},
        {fmt::format("bundles of {}, files that arrive evenly within a month, no restores and no deletions",
                     to_text(settings.plan.bundle_size)),
         "assumed"},
        {fmt::format("what the models missed so far they will miss again: {} draws of seed {}",
                     settings.draws, settings.seed),
         "assumed"}};
    for (const std::string& assumed : chosen.assumed) {
        if (!assumed.starts_with("start ") && !assumed.starts_with("months "))
            basis.push_back({assumed, "assumed"});
    }
    for (const forecast::PlannedEvent& event : settings.events)
        basis.push_back({fmt::format("planned in {}: {}", to_text(event.month),
                                     event.name.empty() ? "an event without a name" : event.name),
                         "assumed"});
    return basis;
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
Result<std::optional<forecast::HeldOut>> held_out_of(const forecast::Forecast& forecast, const Totals& totals,
                                                     BillingPeriod first) {
    const auto later = workload::months_between(totals.months, first,
                                                first.plus_months(static_cast<int>(forecast.months.size())));
    if (later.empty() || later.front().month != first) return std::optional<forecast::HeldOut>{};
    const auto told = forecast::history_of(later, {}, totals.absent);
    if (!told) return told.error();
    if (told->items.first != first) return std::optional<forecast::HeldOut>{};
    return std::optional{forecast::held_out(forecast, *told)};
}

/// What is wrong with the history lies in the file of the history.
Diagnostics in_history(Diagnostics faults, const ChosenScenario& chosen) {
    const scenario::Workload& workload = chosen.scenario.workload;
    const std::string& file = workload.monthly_totals ? workload.monthly_totals->file : workload.trace->file;
    for (Diagnostic& fault : faults) {
        if (fault.where.file.empty() &&
            (fault.code.starts_with("history") || fault.code == "logarithm-of-zero"))
            fault.where.file = loading::resolve(chosen.folder, file);
    }
    return faults;
}

/// All that is shown, once the history is read.
ExitCode answer(const ForecastOptions& options, const ForecastWishes& wishes, ChosenScenario& chosen,
                const pricing::PriceBook& book, const Totals& totals, Console& console) {
    const auto until = until_of(options, chosen, wishes, totals);
    const auto history =
        forecast::history_of(totals.months, {from_of(wishes, totals, until), until}, totals.absent);
    if (!history) return fail(console, Result<bool>{in_history(history.error(), chosen)});
    const BillingPeriod first = end_of(*history);
    const auto settings = settings_of(options, chosen, wishes, totals, first);
    const auto forecast = forecast::make_forecast(*history, settings, book);
    if (!forecast) return fail(console, at_fault(chosen, Result<bool>{in_history(forecast.error(), chosen)}));
    auto bars = tornado_of(*forecast, settings, book, wishes.varied);
    auto held_out = held_out_of(*forecast, totals, first);
    if (!bars || !held_out) return fail(console, bars, held_out);
    report::ForecastReport report{*history, settings, *forecast, provenance_of(chosen.scenario, book)};
    report.name = chosen.scenario.name;
    report.tornado = std::move(bars).value();
    report.held_out = std::move(held_out).value();
    report.basis = basis_of(settings, *history, chosen);
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
    const auto totals = totals_of(*chosen);
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
