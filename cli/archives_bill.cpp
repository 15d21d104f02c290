#include "cli/archives_bill.hpp"

#include "cli/run_options.hpp"
#include "cli/save_scenario.hpp"
#include "cli/simulation_run.hpp"
#include "core/planner/simulation.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/simulation_report.hpp"

#include <string>

namespace firn::cli {

namespace {

std::string formatted(const report::SimulationReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::simulation_text(report);
        case Format::json:
            return report::simulation_json(report);
        case Format::csv:
            return report::simulation_csv(report);
        case Format::md:
            return report::simulation_markdown(report);
    }
    return {};
}

Diagnostic nothing_to_bundle() {
    return {
        .code = "nothing-to-bundle",
        .severity = Severity::note,
        .what =
            "all archives lie in the vault already and no file arrives: there is no bundle size to choose; "
            "this is what lying there costs"};
}

}  // namespace

bool is_read_as_archives(const scenario::Scenario& scenario) {
    const auto& trace = scenario.workload.trace;
    return trace && trace->as == scenario::TraceReading::archives;
}

ExitCode bill_archives(const ChosenScenario& chosen, const pricing::PriceBook& book,
                       pricing::Rounding rounding, const std::string& save_as, const AnswerOptions& answer,
                       Console& console) {
    const auto run = run_with(chosen, book, {.pricing = {.rounding = rounding, .explain = true}});
    if (!run) return fail(console, at_fault(chosen, run));
    const planner::Simulation& simulation = run->simulation;
    const auto saved = save_scenario(chosen, {simulation.bill.periods.size(), false}, save_as);
    if (!saved) return fail(console, saved);
    show_notes(pricing::closed_book_warnings(book, chosen.scenario.start), answer, console);
    show_notes(pricing::held_flat_warnings(simulation.bill.notes), answer, console);
    show_notes({nothing_to_bundle()}, answer, console);
    show_notes(loading::notes_of(run->workload), answer, console);
    show_notes(run->file_notes, answer, console);
    const report::SimulationReport report{run->scenario,
                                          simulation,
                                          loading::reading_of(run->workload),
                                          provenance_of(chosen.scenario, book),
                                          chosen.assumed,
                                          run->backfill};
    return deliver(formatted(report, answer.format), answer, console);
}

}  // namespace firn::cli
