#include "gui/worker/forecast_answer.hpp"

#include "core/answers/forecast_runs.hpp"
#include "core/catalogue/price_books.hpp"
#include "core/loading/forecast_start.hpp"
#include "gui/text.hpp"
#include "gui/worker/run_worker.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>
#include <utility>

namespace firn::gui {

namespace {

/// Tells of each draw, and whether the next one is still wanted.
std::function<bool()> told_to(RunContext& context, std::size_t draws) {
    const auto drawn = std::make_shared<std::atomic<std::uint64_t>>(0);
    return [drawn, draws, &context] {
        const std::uint64_t now = (*drawn)++;
        context.tell({.stage = from_utf8("forecasting"),
                      .files = now,
                      .percent = static_cast<int>(100 * now / std::max<std::size_t>(draws, 1)),
                      .counted = from_utf8("draws")});
        return !context.is_cancelled();
    };
}

}  // namespace

report::ForecastReport ForecastAnswer::report() const {
    report::ForecastReport report{history, settings, forecast, provenance};
    report.name = name;
    const std::string how = answers::how_drawn(forecast.draws_by);
    report.basis = report::forecast_basis(
        history, settings, how.empty() ? std::vector<std::string>{} : std::vector<std::string>{how});
    return report;
}

Result<std::shared_ptr<const ForecastAnswer>> answer_forecast(const Question& question, RunContext& context) {
    const scenario::Scenario& scenario = question.scenario;
    const auto book = catalogue::find_price_book(scenario.price_book, scenario.region);
    if (!book) return book.error();
    const auto totals = loading::arrived_totals(scenario, question.folder, {});
    if (!totals) return totals.error();
    const auto placed = [&question](Diagnostics faults) {
        return loading::placed_in_history(std::move(faults), question.scenario, question.folder);
    };
    auto history =
        forecast::history_of(totals->months, loading::history_range(scenario, *totals), totals->absent);
    if (!history) return placed(std::move(history).error());
    auto settings = loading::forecast_settings(scenario, forecast::end_of(*history));
    loading::add_arrived(*totals, BillingPeriod::containing(scenario.start), settings.plan);
    settings.threads = std::max(1U, std::thread::hardware_concurrency());
    auto run = answers::service_run_of({.scenario = scenario,
                                        .folder = question.folder,
                                        .path = {},
                                        .overrides = {},
                                        .was_made = false,
                                        .arrived = totals->months,
                                        .book = *book},
                                       settings);
    if (!run) return std::move(run).error();
    settings.service_run = std::move(run).value();
    settings.goes_on = told_to(context, settings.draws);
    auto made = forecast::make_forecast(*history, settings, *book);
    if (!made) return placed(std::move(made).error());
    settings.goes_on = {};  // it knows the run, which ends here
    return std::make_shared<const ForecastAnswer>(
        ForecastAnswer{std::move(history).value(), std::move(settings), std::move(made).value(),
                       provenance_of(scenario, *book), scenario.name});
}

bool has_no_history(const Diagnostics& faults) {
    return std::any_of(faults.begin(), faults.end(),
                       [](const Diagnostic& fault) { return fault.code.starts_with("history"); });
}

}  // namespace firn::gui
