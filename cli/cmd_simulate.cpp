#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/pools_run.hpp"
#include "cli/price_books.hpp"
#include "cli/replicates_run.hpp"
#include "cli/run_options.hpp"
#include "cli/save_scenario.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "cli/worker_notes.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_workload.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/pool_report.hpp"
#include "core/report/replicates_report.hpp"
#include "core/report/simulation_report.hpp"
#include "core/units/quantity_text.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <chrono>
#include <cstdint>
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
    std::string series;
    std::string failures;
    std::uint64_t replicates = 0;  ///< 0: one run
    bool with_pools = false;
    int outage_hours = 4;  ///< of the pool table
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

std::string formatted(const report::ReplicatesReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::replicates_text(report);
        case Format::json:
            return report::replicates_json(report);
        case Format::csv:
            return report::replicates_csv(report);
        case Format::md:
            return report::replicates_markdown(report);
    }
    return {};
}

std::string formatted(const report::PoolReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::pools_text(report);
        case Format::json:
            return report::pools_json(report);
        case Format::csv:
            return report::pools_csv(report);
        case Format::md:
            return report::pools_markdown(report);
    }
    return {};
}

/// Saves the scenario where that is asked for, then shows what is to be noted about a run.
Result<bool> conclude(const SimulateOptions& options, const ChosenScenario& chosen,
                      const pricing::PriceBook& book, const Run& run, Console& console) {
    auto saved = save_scenario(
        chosen, {run.simulation.bill.periods.size(), run.workload.starts_with_scenario}, options.save_as);
    if (!saved) return saved;
    show_notes(pricing::closed_book_warnings(book, chosen.scenario.start), options.answer, console);
    show_notes(pricing::held_flat_warnings(run.simulation.bill.notes), options.answer, console);
    show_notes(notes_on_saving(chosen, options.save_as), options.answer, console);
    show_notes(notes_on_workers(chosen), options.answer, console);
    show_notes(loading::notes_of(run.workload), options.answer, console);
    show_notes(run.file_notes, options.answer, console);
    return true;
}

RunSettings settings_of(const SimulateOptions& options) {
    return {options.quantiles, {.rounding = options.rounding, .explain = options.replicates == 0},
            options.threads,   options.answer.quiet,
            options.series,    options.failures};
}

ExitCode simulate_replicates(const SimulateOptions& options, ChosenScenario& chosen,
                             const pricing::PriceBook& book, Console& console) {
    const auto done = run_replicates(chosen, book, settings_of(options), options.replicates, console);
    if (!done) return fail(console, at_fault(chosen, done));
    const auto concluded = conclude(options, chosen, book, done->first, console);
    if (!concluded) return fail(console, concluded);
    const report::ReplicatesReport report{done->first.scenario,
                                          done->replicates,
                                          done->first.simulation.bill,
                                          loading::reading_of(done->first.workload),
                                          provenance_of(chosen.scenario, book),
                                          chosen.assumed};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

/// The scenario's own outages were checked when it was read: what is too long now is that of --pools.
Result<PoolsRun> at_pools_option(Result<PoolsRun> run) {
    constexpr std::array<OptionOfCode, 1> kPlaces{{{"outage-too-long", "--pools"}}};
    constexpr std::array<OptionsOfWords, 2> kWords{
        {{"a shorter outage", "--pools"}, {"more months", "--months"}}};
    if (run) return run;
    return naming_options(std::move(run).error(), kPlaces, kWords);
}

ExitCode simulate_pools(const SimulateOptions& options, ChosenScenario& chosen,
                        const pricing::PriceBook& book, Console& console) {
    const Duration outage = std::chrono::hours{options.outage_hours};
    const auto done = at_pools_option(run_pools(chosen, book, settings_of(options), outage, console));
    if (!done) return fail(console, at_fault(chosen, done));
    const auto concluded = conclude(options, chosen, book, done->run, console);
    if (!concluded) return fail(console, concluded);
    const report::PoolReport report{done->run.scenario, done->table, loading::reading_of(done->run.workload),
                                    provenance_of(chosen.scenario, book), chosen.assumed};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

ExitCode simulate(const SimulateOptions& options, Console& console) {
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return refuse(chosen.error(), console);
    const auto lost = overwritten_file({{"--output", options.answer.output},
                                        {"--save-scenario", options.save_as},
                                        {"--series", options.series},
                                        {"--failures", options.failures}},
                                       loading::files_named_by(chosen->scenario, chosen->folder));
    if (lost) {
        show({*lost}, console);
        return ExitCode::usage_error;
    }
    const auto book = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    if (!book) return fail(console, at_fault(*chosen, book));
    if (options.replicates > 0) return simulate_replicates(options, *chosen, *book, console);
    if (options.with_pools) return simulate_pools(options, *chosen, *book, console);
    const auto done = run_simulation(*chosen, *book, settings_of(options), console);
    if (!done) return fail(console, at_fault(*chosen, done));
    const auto concluded = conclude(options, *chosen, *book, *done, console);
    if (!concluded) return fail(console, concluded);
    const report::SimulationReport report{done->scenario,
                                          done->simulation,
                                          loading::reading_of(done->workload),
                                          provenance_of(chosen->scenario, *book),
                                          chosen->assumed,
                                          done->backfill};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

/// Adds --series and --failures.
void add_watch_options(CLI::App& command, SimulateOptions& options) {
    command
        .add_option("--series", options.series,
                    "Write lines, workers, disk, latency and stored bytes in the course of time as CSV: "
                    "minutes of the "
                    "last day, hours of the last 62 days, days of all")
        ->option_text("FILE");
    command
        .add_option("--failures", options.failures,
                    "Write every failed attempt, and what was given up or had vanished, as CSV")
        ->option_text("FILE");
}

void add_replicates_option(CLI::App& command, SimulateOptions& options) {
    command
        .add_option("--replicates", options.replicates,
                    "Make N runs that differ by their seed, and answer with mean, quantiles and deviation of "
                    "every figure")
        ->check(CLI::Range(std::uint64_t{2}, planner::kMostReplicates).description(""))
        ->option_text("N")
        ->excludes("--series", "--failures");
}

/// Of --pools: nothing, or hours from 1 to 8760. What is wrong with the text; "" if nothing is.
std::string check_outage(const std::string& text) {
    const auto hours = parse_count(text);
    const bool is_outage = text.empty() || (hours && *hours >= 1 && *hours <= 8760);
    return is_outage ? "" : "\"" + text + "\" is no outage of 1 to 8760 hours";
}

bool take_outage(const CLI::results_t& texts, SimulateOptions& options) {
    options.with_pools = true;
    if (texts.empty() || texts.front().empty()) return true;
    options.outage_hours = static_cast<int>(*parse_count(texts.front()));
    return true;
}

void add_pools_option(CLI::App& command, SimulateOptions& options) {
    command
        .add_option(
            "--pools", [&options](const CLI::results_t& texts) { return take_outage(texts, options); },
            "Answer with the pool table: how busy fetchers and uploaders are, with one worker fewer, after "
            "an "
            "outage of so many hours (1 to 8760), and how many workers each year needs")
        ->expected(0, 1)
        ->check(check_outage)
        ->option_text("[HOURS] [4]")
        ->excludes("--series", "--failures", "--replicates");
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
    add_watch_options(*command, *options);
    add_replicates_option(*command, *options);
    add_pools_option(*command, *options);
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return simulate(*options, console); };
    });
}

}  // namespace firn::cli
