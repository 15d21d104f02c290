#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/comparison.hpp"
#include "core/alternatives/defaults.hpp"
#include "core/answers/comparison_ahead.hpp"
#include "core/catalogue/open_comparison.hpp"
#include "core/io/read_text_file.hpp"
#include "core/planner/restore_requests.hpp"
#include "core/report/compare_report.hpp"
#include "core/report/compare_sentences.hpp"
#include "core/yaml/comparison_reader.hpp"

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

using alternatives::Alternative;
using alternatives::Comparison;
using alternatives::Demand;

struct CompareOptions {
    ScenarioOptions scenario;
    std::string alternatives;   ///< a file; empty: the usual ones
    std::string discount_rate;  ///< in place of the file's
    backup::Quantiles quantiles = backup::Quantiles::sketch;
    unsigned threads = 0;
    bool monthly = false;
    bool full = false;
    AnswerOptions answer;
};

/// The question of one call, ready to be compared.
struct Question {
    Comparison comparison;
    Demand demand;
    report::Provenance provenance;
    std::string name;
    std::string file{};  ///< of the alternatives; empty: the usual ones
    std::vector<std::string> notes{};
    alternatives::GrowthOfDemand growth{};
};

/// With the lines of the file of alternatives that they are about.
Diagnostics quoting(Diagnostics diagnostics, const std::string& file) {
    if (file.empty()) return diagnostics;
    if (const auto text = io::read_text_file(file)) add_excerpts(diagnostics, file, *text);
    return diagnostics;
}

std::string formatted(const report::CompareReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::compare_text(report);
        case Format::json:
            return report::compare_json(report);
        case Format::csv:
            return report::compare_csv(report);
        case Format::md:
            return report::compare_markdown(report);
    }
    return {};
}

/// The books that price the alternatives.
void name_books(const Comparison& comparison, report::Provenance& provenance) {
    provenance.price_books.clear();
    for (const Alternative& one : comparison.alternatives) {
        if (one.book) provenance.price_books.push_back(identity_of(*one.book));
    }
}

/// A file of alternatives that states its own demand.
Result<Question> question_of_file(const std::string& path) {
    auto file = catalogue::open_comparison(path, std::nullopt);
    if (!file) return file.error();
    Question question{
        .comparison = std::move(file->comparison),
        .demand = alternatives::demand_of(*file->demand),
        .provenance = {.program_version = std::string{program_version()}},
        .name = path,
        .file = path,
        .growth = {.stated = file->demand->growth, .at = [plain = *file->demand](const Rational& growth) {
                       alternatives::PlainDemand changed = plain;
                       changed.growth = growth;
                       return alternatives::demand_of(changed);
                   }}};
    name_books(question.comparison, question.provenance);
    return question;
}

Result<Comparison> comparison_for(const CompareOptions& options, const scenario::Scenario& scenario,
                                  const pricing::PriceBook& book) {
    const auto start = BillingPeriod::containing(scenario.start);
    const int year = static_cast<int>(start.month().year());
    if (options.alternatives.empty())
        return alternatives::default_comparison(book, scenario.storage_class, year);
    auto file = catalogue::open_comparison(options.alternatives, year);
    if (!file) return file.error();
    return std::move(file->comparison);
}

/// What is wrong with the comparison, at the alternatives and options that state it.
Result<bool> verdict(const CompareOptions& options, const ChosenScenario& chosen, Diagnostics wrong) {
    if (wrong.empty()) return true;
    for (Diagnostic& one : wrong) {
        if (one.code == "currency-without-rate" && one.where.file.empty()) one.where.file = "--alternatives";
    }
    return at_fault(chosen, Result<bool>{quoting(std::move(wrong), options.alternatives)});
}

Result<Question> question_of_run(const CompareOptions& options, ChosenScenario& chosen,
                                 const pricing::PriceBook& book, Comparison comparison, Console& console) {
    auto run = at_fault(chosen, run_simulation(chosen, book,
                                               {.quantiles = options.quantiles,
                                                .threads = options.threads,
                                                .quiet = options.answer.quiet},
                                               console));
    if (!run) return run.error();
    show_notes(loading::notes_of(run->workload), options.answer, console);
    run->simulation.usage.price_book = book.name;
    Demand demand = alternatives::demand_of(run->simulation.usage,
                                            planner::restore_requests_of(chosen.scenario, run->simulation));
    const auto fine = verdict(options, chosen, alternatives::check(comparison, demand));
    if (!fine) return fine.error();
    Question question{.comparison = std::move(comparison),
                      .demand = std::move(demand),
                      .provenance = provenance_of(chosen.scenario, book),
                      .name = chosen.scenario.name,
                      .file = options.alternatives};
    question.notes.push_back(report::metered_demand_sentence());
    name_books(question.comparison, question.provenance);
    return question;
}

/// A scenario, simulated once, and the alternatives beside it.
Expected<Question, ScenarioTrouble> question_of_scenario(const CompareOptions& options,
                                                         const std::optional<Rational>& discount_rate,
                                                         Console& console) {
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return std::move(chosen).error();
    auto book = at_fault(*chosen, find_price_book(chosen->scenario.price_book, chosen->scenario.region));
    if (!book) return ScenarioTrouble{std::move(book).error()};
    auto comparison = comparison_for(options, chosen->scenario, *book);
    if (!comparison) return ScenarioTrouble{std::move(comparison).error()};
    if (discount_rate) comparison->discount_rate = *discount_rate;
    const auto fine = verdict(
        options, *chosen,
        answers::comparison_faults_ahead(*comparison, chosen->scenario, *book, !chosen->extends_horizon()));
    if (!fine) return ScenarioTrouble{fine.error()};
    auto question = question_of_run(options, *chosen, *book, std::move(comparison).value(), console);
    if (!question) return ScenarioTrouble{std::move(question).error()};
    return std::move(question).value();
}

/// In place of the file's; absent: the file's.
Expected<std::optional<Rational>, Diagnostic> discount_rate_of(const CompareOptions& options) {
    if (options.discount_rate.empty()) return std::optional<Rational>{};
    const auto rate = alternatives::parse_discount_rate(options.discount_rate);
    if (rate) return std::optional{*rate};
    return Diagnostic{.code = rate.error().code,
                      .where = {.file = "--discount-rate"},
                      .what = rate.error().what,
                      .expected = rate.error().expected,
                      .remedy = rate.error().remedy};
}

ExitCode answer(const CompareOptions& options, const Question& question, Console& console) {
    const auto results = alternatives::compare(
        question.comparison, question.demand,
        {.seeks_turns = true,
         .threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
         .growth = question.growth});
    if (!results) return fail(console, Result<bool>{quoting(results.error(), question.file)});
    show_notes(quoting(alternatives::warnings_of(question.comparison, question.demand), question.file),
               options.answer, console);
    const report::CompareReport report{*results,       question.provenance, question.name,
                                       question.notes, options.monthly,     options.full};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

ExitCode compare(const CompareOptions& options, Console& console) {
    const auto discount_rate = discount_rate_of(options);
    if (!discount_rate) {
        show({discount_rate.error()}, console);
        return ExitCode::usage_error;
    }
    const auto text = io::read_text_file(options.scenario.path);
    if (text && yaml::is_comparison_text(*text)) {
        auto question = question_of_file(options.scenario.path);
        if (!question) return fail(console, question);
        if (*discount_rate) question->comparison.discount_rate = **discount_rate;
        return answer(options, *question, console);
    }
    const auto question = question_of_scenario(options, *discount_rate, console);
    if (!question) return refuse(question.error(), console);
    return answer(options, *question, console);
}

}  // namespace

void add_compare(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = program.add_subcommand(
        "compare", "Compare the archive with drives, tape, a second datacenter and other services");
    add_scenario_options(*command, options->scenario);
    command
        ->add_option(
            "--alternatives", options->alternatives,
            "A file of alternatives (docs/alternatives.md); with a demand in it, it may stand in the "
            "scenario's place")
        ->option_text("FILE [the usual ones]");
    command
        ->add_option("--discount-rate", options->discount_rate,
                     "What money costs a year, in place of the file's")
        ->option_text("RATE [8 %]");
    command->add_flag("--monthly", options->monthly,
                      "Show what is paid until the end of every month, not only of every year");
    command->add_flag(
        "--full", options->full,
        "Show the break-even of every pair, every purpose, and all assumptions with their sources");
    add_quantiles_option(*command, options->quantiles);
    add_threads_option(*command, options->threads);
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return compare(*options, console); };
    });
}

}  // namespace firn::cli
