#include "core/report/plan_basis.hpp"

#include "core/report/age_sentences.hpp"
#include "core/report/amounts.hpp"
#include "core/report/grade_report.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/report/settings_notes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace firn::report {

namespace {

std::string waiting_text(const PlanReport& report) {
    if (report.plan.ages.empty()) return "bundles " + wait_text(report.scenario.pipeline.max_age);
    return fmt::format("tried: {} bundle sizes with each of {} largest ages", report.plan.sizes.size(),
                       report.plan.ages.size());
}

/// What the costs of a plan are of, and how they were found.
std::string costs_text(const scenario::Scenario& scenario) {
    if (!scenario::asks_for_service(scenario))
        return "costs: uploads and storage only; no restores, audits or deletions take place in the scenario";
    const std::string runs = "costs: of all that the scenario's service uses";
    if (!scenario.place.link) return runs;
    return runs + "; uploads and downloads share the link, which makes the plan slower";
}

}  // namespace

Assumption workload_assumption(const scenario::Scenario& scenario, const std::string& reading) {
    return {"workload: " + reading, planner::grade_of_files(scenario), {}};
}

Assumption workers_assumption(const scenario::Pipeline& pipeline) {
    const bool is_measured = pipeline.fetch_evidence == scenario::Grade::measured &&
                             pipeline.upload_evidence == scenario::Grade::measured;
    return {"pipeline (from the scenario): " + workers_text(pipeline),
            is_measured ? pricing::Grade::measured : pricing::Grade::assumed,
            {}};
}

Assumption not_stated_assumption(const std::vector<std::string>& assumed) {
    return {fmt::format("not stated: {}", fmt::join(assumed, "; ")), pricing::Grade::assumed, {}};
}

std::vector<Assumption> book_assumptions(const Provenance& provenance, const scenario::Scenario& scenario) {
    const bool is_held = scenario.billing && scenario.billing->prices_as_of;
    std::vector<Assumption> all;
    for (const PriceBookIdentity& book : provenance.price_books)
        all.push_back({fmt::format("prices: {} {}, {}, verified until {}", book.name, book.region,
                                   is_held ? "all months by those of one day" : "each month by its own",
                                   book.verified_until),
                       pricing::Grade::sourced,
                       fmt::format("firn prices show {} {}", book.name, book.region)});
    return all;
}

std::vector<Assumption> plan_basis(const PlanReport& report) {
    const scenario::Scenario& scenario = report.scenario;
    std::vector<Assumption> all{workload_assumption(scenario, report.reading)};
    if (!report.assumed.empty()) all.push_back(not_stated_assumption(report.assumed));
    if (scenario.stock.archives > 0)
        all.push_back(
            {fmt::format("already there: {} in {}", to_rough_text(scenario.stock.bytes),
                         counted(static_cast<std::uint64_t>(scenario.stock.archives), "archive", "archives")),
             pricing::Grade::stated,
             {}});
    all.push_back(workers_assumption(scenario.pipeline));
    const bool is_age_assumed =
        std::any_of(report.assumed.begin(), report.assumed.end(),
                    [](const std::string& what) { return what.starts_with("pipeline.max_age"); });
    all.push_back(
        {waiting_text(report), is_age_assumed ? pricing::Grade::assumed : pricing::Grade::stated, {}});
    for (Assumption& assumption : book_assumptions(report.provenance, scenario))
        all.push_back(std::move(assumption));
    all.push_back({costs_text(scenario), pricing::Grade::stated, {}});
    for (Assumption& assumption : settings_assumptions(report.plan.bill))
        all.push_back(std::move(assumption));
    all.push_back(unconfirmed_assumption("the cost", report.plan.grades.prices));
    return all;
}

std::vector<std::string> plan_assumptions(const PlanReport& report) {
    std::vector<std::string> lines = assumption_texts(plan_basis(report));
    if (std::string shares = grades_text(report.plan.grades); !shares.empty())
        lines.insert(lines.begin(), std::move(shares));
    return lines;
}

}  // namespace firn::report
