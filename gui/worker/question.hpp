#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/planner/plan.hpp"
#include "core/planner/simulation.hpp"
#include "core/pricing/price_book.hpp"
#include "core/pricing/rounding.hpp"
#include "core/report/plan_report.hpp"
#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_series.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace firn::gui {

class RunContext;

/// A scenario that is asked about: a copy, so that it may be edited on while a run answers.
struct Question {
    scenario::Scenario scenario;
    std::string folder;                  ///< as in loading::LoadedScenario
    bool keep_archive_sizes = false;     ///< of a run: planner::Simulation::archive_sizes
    std::vector<std::string> assumed{};  ///< what nobody stated: report::PlanReport::assumed
};

/// Which edition of a price book it is.
[[nodiscard]] report::PriceBookIdentity identity_of(const pricing::PriceBook& book);

/// What an answer about a scenario rests on.
[[nodiscard]] report::Provenance provenance_of(const scenario::Scenario& scenario,
                                               const pricing::PriceBook& book);

/// The answer of `firn plan`, to be shown.
struct PlanAnswer {
    scenario::Scenario scenario;
    planner::Plan plan;
    std::string reading;  ///< how the workload was read
    report::Provenance provenance;
    std::vector<std::string> sentences;
    std::vector<std::string> assumptions;
    Diagnostics notes{};
    std::vector<std::string> assumed{};

    [[nodiscard]] report::PlanReport report() const {
        return {scenario, plan, reading, provenance, assumed, true};
    }
};

/// The answer of `firn simulate`, and with `series` what is seen of it in the course of time.
struct RunAnswer {
    scenario::Scenario scenario;  ///< with the archives of its trace, if there are any
    planner::Simulation simulation;
    std::string reading;
    report::Provenance provenance;
    std::shared_ptr<const service::ServiceSeries> series{};
    Diagnostics notes{};
};

/// Answers in the calling thread, telling the context how far it is. A context that is cancelled makes it end
/// soon, with no diagnostics. Errors: those of the price book, of opening and of planner::make_plan().
[[nodiscard]] Result<std::shared_ptr<const PlanAnswer>> answer_plan(const Question& question,
                                                                    RunContext& context);

/// The same for a run. `with_series`: go from event to event, so that there is something to see; slower.
[[nodiscard]] Result<std::shared_ptr<const RunAnswer>> answer_run(
    const Question& question, bool with_series, RunContext& context,
    pricing::Rounding rounding = pricing::Rounding::invoice);

}  // namespace firn::gui
