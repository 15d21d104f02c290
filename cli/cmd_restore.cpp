#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/restore_lists.hpp"
#include "cli/restore_options.hpp"
#include "cli/run_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/restore_report.hpp"
#include "core/restore/plan.hpp"
#include "core/restore/remedy_words.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

struct RestoreCommand {
    RestoreOptions wish;
    std::string lists;  ///< a folder; empty: none are written
    AnswerOptions answer;
};

constexpr std::array<OptionOfCode, 6> kPlaces{{{"restore-deadline-unmet", "--within"},
                                               {"restore-budget-unmet", "--budget"},
                                               {"tier-unknown", "--tier"},
                                               {"pacing-unknown", "--pacing"},
                                               {"price-absent", "--date"},
                                               {"month-outside-price-book", "--date"}}};

/// How much is asked for a scenario says; a share of it can be.
Diagnostics at_options(Diagnostics faults, bool has_scenario) {
    const std::string_view bytes = has_scenario ? "--share" : "--bytes";
    const std::array<OptionsOfWords, 16> words{{{restore::kMoreTime, "--within"},
                                                {restore::kMoreMoney, "--budget"},
                                                {restore::kOtherTier, "--tier"},
                                                {restore::kOtherPacing, "--pacing"},
                                                {restore::kPacedByLink, "--pacing"},
                                                {restore::kFasterLink, "--link"},
                                                {restore::kFewerBytes, bytes},
                                                {restore::kWithinRegion, "--stay-in-region"},
                                                {restore::kLongerCopies, "--copy-days"},
                                                {restore::kTheBytes, bytes},
                                                {restore::kTheArchives, has_scenario ? bytes : "--archives"},
                                                {restore::kLinkRate, "--link"},
                                                {restore::kRequestRate, "--request-rate"},
                                                {restore::kUnpackRate, "--unpack-rate"},
                                                {restore::kOtherDate, "--date"},
                                                {restore::kOwnPriceBook, "--price-book"}}};
    return naming_options(std::move(faults), kPlaces, words);
}

/// What the answer is about beside the plan.
struct Subject {
    std::string scenario{};
    report::Provenance provenance{};
};

std::string formatted(const report::RestoreReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::restore_text(report);
        case Format::json:
            return report::restore_json(report);
        case Format::csv:
            return report::restore_csv(report);
        case Format::md:
            return report::restore_markdown(report);
    }
    return {};
}

ExitCode answer(const RestoreCommand& command, StatedWish stated, const pricing::PriceBook& book,
                Subject subject, Console& console) {
    const auto plan = restore::plan_restore(stated.wish, book);
    if (!plan) return fail(console, Result<bool>{at_options(plan.error(), !command.wish.scenario.empty())});
    if (!command.lists.empty()) {
        const auto lists =
            write_restore_lists(plan->ways[plan->chosen], plan->service, stated.wish, command.lists);
        if (!lists) return fail(console, lists);
        if (!command.answer.quiet)
            console.err << fmt::format("{} list{} written to {}\n", *lists, *lists == 1 ? "" : "s",
                                       command.lists);
    }
    show_notes(pricing::held_flat_warnings(plan->ways[plan->chosen].bill.notes), command.answer, console);
    const report::RestoreReport report{stated.wish, *plan, std::move(subject.provenance),
                                       std::move(subject.scenario), std::move(stated.assumptions)};
    return deliver(formatted(report, command.answer.format), command.answer, console);
}

/// Faults of options are wrong usage; a date outside the book and the like are, too.
ExitCode refuse_options(const Diagnostics& faults, Console& console) {
    show(faults, console);
    return ExitCode::usage_error;
}

ExitCode restore_by_options(const RestoreCommand& command, Console& console) {
    const auto named = book_of(command.wish);
    if (!named) return refuse_options(named.error(), console);
    const auto book = find_price_book(named->book, named->region);
    if (!book) return fail(console, Result<bool>{placed_at_options(book.error())});
    auto stated = wish_of(command.wish, *book);
    if (!stated) return refuse_options(stated.error(), console);
    report::Provenance provenance{.program_version = std::string{program_version()},
                                  .price_books = {identity_of(*book)}};
    return answer(command, std::move(stated).value(), *book, {{}, std::move(provenance)}, console);
}

Diagnostics nothing_there(const ChosenScenario& chosen) {
    return failure({.code = "restore-empty",
                    .where = {chosen.path, 0, 0},
                    .what = "nothing lies in the scenario's vault when its months are over",
                    .expected = "a scenario that stores something"});
}

ScenarioOptions scenario_options_of(const RestoreCommand& command) {
    ScenarioOptions options;
    options.path = command.wish.scenario;
    for (const char* option : {"--region", "--price-book"}) {
        const auto found = command.wish.texts.find(option);
        if (found != command.wish.texts.end()) options.texts.insert(*found);
    }
    options.price_changes = command.wish.price_changes;
    return options;
}

ExitCode restore_scenario(const RestoreCommand& command, Console& console) {
    auto chosen = choose_scenario(scenario_options_of(command));
    if (!chosen) return refuse(chosen.error(), console);
    const auto lost = overwritten_file({{"--output", command.answer.output}},
                                       loading::files_named_by(chosen->scenario, chosen->folder));
    if (lost) return refuse_options({*lost}, console);
    const auto book = find_price_book(chosen->scenario.price_book, chosen->scenario.region);
    if (!book) return fail(console, at_fault(*chosen, book));
    RunSettings settings;
    settings.quiet = command.answer.quiet;
    settings.keep_archive_sizes = true;
    const auto run = run_simulation(*chosen, *book, settings, console);
    if (!run) return fail(console, at_fault(*chosen, run));
    const planner::StoredArchives stored = planner::stored_after(run->scenario, run->simulation);
    if (stored.archives == 0) return fail(console, Result<bool>{nothing_there(*chosen)});
    auto stated = wish_of(command.wish, run->scenario, stored, *book);
    if (!stated) return refuse_options(stated.error(), console);
    return answer(command, std::move(stated).value(), *book,
                  {chosen->scenario.name, provenance_of(chosen->scenario, *book)}, console);
}

ExitCode restore(const RestoreCommand& command, Console& console) {
    return command.wish.scenario.empty() ? restore_by_options(command, console)
                                         : restore_scenario(command, console);
}

}  // namespace

void add_restore(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<RestoreCommand>();
    CLI::App* command = program.add_subcommand(
        "restore", "What to ask for when to get archives back: how long each way takes and what it costs");
    add_restore_options(*command, options->wish);
    command
        ->add_option("--write-lists", options->lists,
                     "Write what to ask for into a new folder: a list of archives for each tier and hour")
        ->option_text("FOLDER");
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return restore(*options, console); };
    });
}

}  // namespace firn::cli
