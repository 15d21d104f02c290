#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/price_books.hpp"
#include "cli/run_options.hpp"
#include "cli/save_scenario.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/loading/open_workload.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/simulation_report.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

struct SimulateOptions {
    ScenarioOptions scenario;
    backup::Quantiles quantiles = backup::Quantiles::exact;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    unsigned threads = 0;
    std::string save_as;
    AnswerOptions answer;
};

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

ExitCode simulate(const SimulateOptions& options, Console& console) {
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return refuse(chosen.error(), console);
    const auto book = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    if (!book) return fail(console, at_fault(*chosen, book));
    const RunSettings settings{options.quantiles,
                               {.rounding = options.rounding, .explain = true},
                               options.threads,
                               options.answer.quiet};
    const auto done = run_simulation(*chosen, *book, settings, console);
    if (!done) return fail(console, at_fault(*chosen, done));
    const auto saved =
        save_scenario(*chosen, {done->simulation.bill.periods.size(), done->workload.starts_with_scenario},
                      options.save_as);
    if (!saved) return fail(console, saved);
    show_notes(pricing::closed_book_warnings(*book, chosen->scenario.start), options.answer, console);
    show_notes(notes_on_saving(*chosen, options.save_as), options.answer, console);
    show_notes(loading::notes_of(done->workload), options.answer, console);
    const report::SimulationReport report{done->scenario, done->simulation,
                                          loading::reading_of(done->workload),
                                          provenance_of(chosen->scenario, *book), chosen->assumed};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

}  // namespace

void add_simulate(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<SimulateOptions>();
    CLI::App* command =
        program.add_subcommand("simulate", "Replay a workload through the backup pipeline and bill it");
    add_scenario_options(*command, options->scenario);
    add_quantiles_option(*command, options->quantiles);
    add_rounding_option(*command, options->rounding);
    add_threads_option(*command, options->threads);
    add_save_scenario_option(*command, options->save_as);
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return simulate(*options, console); };
    });
}

}  // namespace firn::cli
