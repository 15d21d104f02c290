#include "cli/ages.hpp"
#include "cli/answer.hpp"
#include "cli/archives_bill.hpp"
#include "cli/command.hpp"
#include "cli/faults_ahead.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/price_books.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "cli/save_scenario.hpp"
#include "cli/scenario_options.hpp"
#include "cli/service_files.hpp"
#include "cli/worker_notes.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_service.hpp"
#include "core/loading/open_workload.hpp"
#include "core/planner/plan.hpp"
#include "core/planner/robustness.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/plan_report.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

struct PlanCommandOptions {
    ScenarioOptions scenario;
    backup::Quantiles quantiles = backup::Quantiles::automatic;
    unsigned threads = 0;
    bool all_sizes = false;
    bool with_ages = false;
    bool robust = false;
    bool risk = false;
    std::string ages;  ///< empty: the grid's
    std::string save_as;
    AnswerOptions answer;
};

std::string formatted(const report::PlanReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::plan_text(report);
        case Format::json:
            return report::plan_json(report);
        case Format::csv:
            return report::plan_csv(report);
        case Format::md:
            return report::plan_markdown(report);
    }
    return {};
}

unsigned threads_of(const PlanCommandOptions& options) {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// Where the option --ages was given: its ages, or the grid's.
Result<std::vector<planner::MaxAge>> ages_of(const ChosenScenario& chosen,
                                             const PlanCommandOptions& options) {
    if (!options.with_ages) return std::vector<planner::MaxAge>{};
    if (options.ages.empty()) return planner::age_grid(chosen.scenario.pipeline.max_age);
    return parse_ages(options.ages);
}

planner::PlanOptions settings_of(const ChosenScenario& chosen, const PlanCommandOptions& options,
                                 ProgressLine& line) {
    planner::PlanOptions settings;
    settings.quantiles = options.quantiles;
    settings.extend_horizon = chosen.extends_horizon();
    settings.keep_runs = options.robust;
    settings.threads = threads_of(options);
    settings.progress = [&](const planner::PlanProgress& progress) {
        line.update(progress.stage, progress.replay.files, share_done(chosen, progress.replay));
    };
    return settings;
}

struct PlanRun {
    planner::Plan plan;
    std::optional<planner::Robustness> robustness{};
};

/// A plan reads its workload more than once; `last` is the one that it read last.
Result<PlanRun> run(const ChosenScenario& chosen, const pricing::PriceBook& book,
                    const PlanCommandOptions& options, const std::vector<planner::MaxAge>& ages,
                    loading::OpenedWorkload& last, Console& console) {
    ProgressLine line{console, !options.answer.quiet};
    const loading::WorkloadOverrides overrides = loading::with_columns(chosen.overrides, chosen.scenario);
    const auto open = [&]() -> Result<workload::FileSource> {
        auto workload =
            last.again ? last.again() : loading::open_workload(chosen.scenario, chosen.folder, overrides);
        if (!workload) return workload.error();
        last = std::move(workload).value();
        return last.files;
    };
    planner::PlanOptions settings = settings_of(chosen, options, line);
    settings.ages = ages;
    settings.open_service = [&] { return open_service_files(chosen, chosen.scenario); };
    auto plan = planner::make_plan(chosen.scenario, open, book, settings);
    if (!plan) return plan.error();
    PlanRun result{.plan = std::move(plan).value()};
    if (!options.robust) return result;
    auto robustness = planner::test_robustness(chosen.scenario, book, open, settings, result.plan);
    if (!robustness) return robustness.error();
    result.robustness = std::move(robustness).value();
    return result;
}

ExitCode plan(const PlanCommandOptions& options, Console& console) {
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return refuse(chosen.error(), console);
    const auto lost =
        overwritten_file({{"--output", options.answer.output}, {"--save-scenario", options.save_as}},
                         loading::files_named_by(chosen->scenario, chosen->folder));
    if (lost) {
        show({*lost}, console);
        return ExitCode::usage_error;
    }
    const auto book = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    if (!book) return fail(console, at_fault(*chosen, book));
    const auto ages = ages_of(*chosen, options);
    if (!ages) {
        show(ages.error(), console);
        return ExitCode::usage_error;
    }
    if (const Diagnostics faults = faults_ahead(*chosen, *book); !faults.empty())
        return fail(console, Result<bool>{faults});
    if (is_read_as_archives(chosen->scenario))
        return bill_archives(*chosen, *book, pricing::Rounding::exact, options.save_as, options.answer,
                             console);
    loading::OpenedWorkload workload;
    auto plan = run(*chosen, *book, options, *ages, workload, console);
    if (!plan && loading::sort_and_repeat(plan.error(), chosen->overrides)) {
        workload = {};
        plan = run(*chosen, *book, options, *ages, workload, console);
    }
    if (!plan) return fail(console, at_fault(*chosen, plan));
    const auto saved = save_scenario(*chosen, {plan->plan.bill.periods.size(), workload.starts_with_scenario},
                                     options.save_as);
    if (!saved) return fail(console, saved);
    show_notes(pricing::closed_book_warnings(*book, chosen->scenario.start), options.answer, console);
    show_notes(notes_on_saving(*chosen, options.save_as), options.answer, console);
    show_notes(notes_on_workers(*chosen), options.answer, console);
    show_notes(pricing::held_flat_warnings(plan->plan.bill.notes), options.answer, console);
    show_notes(loading::notes_of(workload), options.answer, console);
    const report::PlanReport report{chosen->scenario,
                                    plan->plan,
                                    loading::reading_of(workload),
                                    provenance_of(chosen->scenario, *book),
                                    chosen->assumed,
                                    options.all_sizes,
                                    options.risk,
                                    plan->robustness ? &*plan->robustness : nullptr};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

}  // namespace

void add_plan(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<PlanCommandOptions>();
    CLI::App* command =
        program.add_subcommand("plan", "Which bundle size to take: cost, waiting and restore reads of each");
    add_scenario_options(*command, options->scenario);
    add_quantiles_option(*command, options->quantiles);
    add_threads_option(*command, options->threads);
    command->add_flag("--all-sizes", options->all_sizes,
                      "Show every bundle size in the table, not only each doubling");
    const auto take_ages = [options](const CLI::results_t& texts) {
        options->with_ages = true;
        options->ages = fmt::format("{}", fmt::join(texts, ","));
        return true;
    };
    command
        ->add_option(
            "--ages", take_ages,
            "Also ask how long bundles may wait: try each bundle size with each of these largest ages, "
            "such as "
            "10s,30s,5min,none")
        ->expected(0, 1)
        ->option_text("[LIST] [5s to 1day, none, the scenario's]");
    command->add_flag("--robust", options->robust,
                      "Also show what becomes of the answer with other files, sizes, deletions and prices, "
                      "and what lies between the sizes of the table");
    command->add_flag(
        "--risk", options->risk,
        "Also show what each size puts at stake: files that wait, restores, what is lost with an "
        "archive, what deletions leave behind");
    add_save_scenario_option(*command, options->save_as);
    add_answer_options(*command, options->answer);
    command->callback(
        [options, &chosen] { chosen.run = [options](Console& console) { return plan(*options, console); }; });
}

}  // namespace firn::cli
