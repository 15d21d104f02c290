#include "cli/forecast_source.hpp"

#include "cli/faults_ahead.hpp"
#include "cli/forecast_bills.hpp"
#include "cli/made_scenario.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/price_books.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/units/counted_text.hpp"
#include "core/units/rough_text.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

constexpr std::size_t kUsualMonths = 36;

std::optional<Diagnostic> overwritten(const ForecastOptions& options, const std::vector<std::string>& read) {
    return overwritten_file({{"--output", options.answer.output}, {"--freeze", options.freeze}}, read);
}

/// What lies there when the forecast begins: the scenario's stock and what came since its start; of files
/// without a scenario all that they hold, unless somebody states a stock.
void add_stock(const ForecastOptions& options, ForecastSource& source, forecast::StoragePlan& plan) {
    ChosenScenario& chosen = source.chosen;
    const bool is_stated =
        is_given(options.scenario, "stock.bytes") || is_given(options.scenario, "stock.archives");
    if (chosen.was_made && is_stated) return;
    const BillingPeriod start = BillingPeriod::containing(chosen.scenario.start);
    loading::add_arrived(source.totals, chosen.was_made ? source.totals.months.front().month : start, plan);
    if (chosen.was_made)
        chosen.assumed.push_back(fmt::format(
            "the files of the history lie there already ({} in {})", to_rough_text(plan.stock_bytes),
            counted(static_cast<std::uint64_t>(plan.stock_archives), "archive", "archives")));
}

/// Goes on from bills, and says what is taken for granted of them.
void add_billed(ForecastSource& source, forecast::StoragePlan& plan) {
    const forecast::UsageHistory& billed = *source.billed;
    forecast::go_on(billed, source.book, plan);
    std::vector<std::string>& assumed = source.chosen.assumed;
    assumed.push_back(
        fmt::format("archives of {} arrive evenly within a month, and {} lie there when the forecast begins",
                    billed.storage_class, to_rough_text(plan.stock_bytes)));
    assumed.emplace_back(
        "bills do not show deletions after the minimum: what arrived is what arrived and stayed");
    if (!billed.counts_archives && billed.tells_sent)
        assumed.emplace_back("bills do not count archives: their overhead is part of the bytes");
    if (plan.alongside && plan.alongside->has_more())
        assumed.emplace_back(
            "what else is billed (retrievals, transfer, other classes) goes on in proportion to what lies "
            "there, as in the last twelve months");
}

Expected<ForecastSource, ScenarioTrouble> billed_source(const ForecastOptions& options, Console& console) {
    if (const auto lost = overwritten(options, options.usage_from))
        return ScenarioTrouble{{*lost}, ExitCode::usage_error};
    auto bills = read_bills(options, console);
    if (!bills) return std::move(bills).error();
    ForecastSource source{std::move(bills->chosen), std::move(bills->book)};
    source.totals.months = bills->history.months;
    source.billed = std::move(bills->history);
    return source;
}

}  // namespace

Expected<ForecastSource, ScenarioTrouble> read_source(const ForecastOptions& options, Console& console) {
    if (!options.usage_from.empty()) return billed_source(options, console);
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return std::move(chosen).error();
    if (const auto lost = overwritten(options, loading::files_named_by(chosen->scenario, chosen->folder)))
        return ScenarioTrouble{{*lost}, ExitCode::usage_error};
    auto book = at_fault(*chosen, find_price_book(chosen->scenario.price_book, chosen->scenario.region));
    if (!book) return ScenarioTrouble{std::move(book).error()};
    if (Diagnostics faults = faults_ahead(*chosen, *book); !faults.empty())
        return ScenarioTrouble{std::move(faults)};
    auto totals = loading::arrived_totals(chosen->scenario, chosen->folder, chosen->path);
    if (!totals) return ScenarioTrouble{std::move(totals).error()};
    return ForecastSource{std::move(chosen).value(), std::move(book).value(), std::move(totals).value()};
}

forecast::ForecastSettings settings_from(const ForecastOptions& options, ForecastSource& source,
                                         BillingPeriod first) {
    forecast::ForecastSettings settings = loading::forecast_settings(source.chosen.scenario, first);
    if (source.chosen.was_made && !is_given(options.scenario, "months")) settings.months = kUsualMonths;
    if (source.billed)
        add_billed(source, settings.plan);
    else
        add_stock(options, source, settings.plan);
    return settings;
}

Diagnostics placed_in_source(Diagnostics faults, const ForecastSource& source) {
    if (!source.billed)
        return loading::placed_in_history(std::move(faults), source.chosen.scenario, source.chosen.folder);
    for (Diagnostic& fault : faults) {
        if (fault.where.file.empty()) fault.where.file = source.chosen.path;
        if (fault.code != "history-gap") continue;
        fault.expected = "a bill of every month";
        fault.remedy = "add the bills of the missing months, or begin the history after them";
    }
    return faults;
}

}  // namespace firn::cli
