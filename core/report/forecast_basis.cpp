#include "core/forecast/history.hpp"
#include "core/report/amounts.hpp"
#include "core/report/forecast_report.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::report {

std::vector<Assumption> whole_basis(const ForecastReport& report) {
    std::vector<Assumption> basis = report.basis;
    for (Assumption& assumption : price_assumptions(report.forecast.central))
        basis.push_back(std::move(assumption));
    basis.push_back(unconfirmed_assumption("the central total", report.forecast.unconfirmed,
                                           report.forecast.central.total_exact));
    return basis;
}

std::vector<Assumption> forecast_basis(const forecast::History& history,
                                       const forecast::ForecastSettings& settings,
                                       const std::vector<std::string>& assumed) {
    std::vector<Assumption> basis{
        {fmt::format("{} of history, {} to {}", counted(history.items.values.size(), "month", "months"),
                     firn::to_text(history.items.first), firn::to_text(end_of(history).plus_months(-1))),
         pricing::Grade::measured,
         {}},
        {fmt::format("prices of {} in {} as of each month", settings.plan.price_book, settings.plan.region),
         pricing::Grade::sourced,
         fmt::format("firn prices show {} {}", settings.plan.price_book, settings.plan.region)}};
    if (!settings.plan.are_archives)
        basis.push_back({fmt::format("bundles of {}, {}", firn::to_text(settings.plan.bundle_size),
                                     settings.service_run
                                         ? "restores, audits, deletions and limits as firn simulate runs "
                                           "them, files drawn within each month"
                                         : "files that arrive evenly within a month, no restores and no "
                                           "deletions"),
                         pricing::Grade::assumed,
                         {}});
    basis.push_back({fmt::format("what the models missed so far they will miss again: {} of seed {}",
                                 counted(settings.draws, "draw", "draws"), settings.seed),
                     pricing::Grade::assumed,
                     {}});
    for (const std::string& what : assumed)
        basis.push_back({what, pricing::Grade::assumed, {}});
    for (const forecast::PlannedEvent& event : settings.events)
        basis.push_back({fmt::format("planned in {}: {}", firn::to_text(event.month),
                                     event.name.empty() ? "an event without a name" : event.name),
                         pricing::Grade::assumed,
                         {}});
    return basis;
}

}  // namespace firn::report
