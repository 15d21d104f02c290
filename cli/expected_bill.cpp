#include "cli/expected_bill.hpp"

#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/io/read_text_file.hpp"
#include "core/scenario/field.hpp"
#include "core/yaml/usage_reader.hpp"

#include <CLI/CLI.hpp>

#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

Expected<ExpectedSource, ScenarioTrouble> usage_source(const ExpectedOptions& options, std::string text) {
    const std::string& path = options.scenario.path;
    auto usage = yaml::read_usage(path, text);
    if (!usage) return ScenarioTrouble{std::move(usage).error()};
    const std::string& name = options.price_book.empty() ? usage->price_book : options.price_book;
    auto book = find_price_book(name, usage->region);
    if (!book) return ScenarioTrouble{options.price_book.empty() ? placed(book.error(), path) : book.error()};
    return ExpectedSource{std::move(book).value(), std::move(usage).value(), std::move(text), std::nullopt};
}

Expected<ExpectedSource, ScenarioTrouble> scenario_source(const ExpectedOptions& options) {
    auto chosen = choose_scenario(options.scenario);
    if (!chosen) return std::move(chosen).error();
    if (!options.price_book.empty()) chosen->scenario.price_book = options.price_book;
    auto book = at_fault(*chosen, find_price_book(chosen->scenario.price_book, chosen->scenario.region));
    if (!book) return ScenarioTrouble{std::move(book).error()};
    return ExpectedSource{std::move(book).value(), std::nullopt, "", std::move(chosen).value()};
}

Result<pricing::Bill> usage_bill(const ExpectedSource& source, pricing::PricingOptions pricing) {
    auto bill = pricing::price(*source.usage, source.book, pricing);
    if (bill) return bill;
    Diagnostics diagnostics = std::move(bill).error();
    add_excerpts(diagnostics, source.usage->where.file, source.text);
    return diagnostics;
}

}  // namespace

void add_expected_options(CLI::App& command, ExpectedOptions& options) {
    command
        .add_option("EXPECTED", options.scenario.path,
                    "What is expected: a usage file, or a scenario, which is simulated")
        ->option_text("SCENARIO|USAGE");
    command
        .add_option("--price-book", options.price_book,
                    "A name in the catalogue, a file or a folder, in place of the one that the file names")
        ->option_text("BOOK");
    command
        .add_option_function<std::string>(
            "--seed", [&options](const std::string& text) { options.scenario.texts["--seed"] = text; },
            scenario::find_field("seed")->help)
        ->option_text("N")
        ->group("Overrides of a scenario");
    command
        .add_option(
            "--set", options.scenario.settings,
            "Any setting of a scenario, as `firn scenario schema --format table` lists them; may be repeated")
        ->option_text("SETTING=VALUE")
        ->expected(1)
        ->take_all()
        ->group("Overrides of a scenario");
}

Expected<ExpectedSource, ScenarioTrouble> choose_expected(const ExpectedOptions& options) {
    auto text = io::read_text_file(options.scenario.path);
    if (!text) return ScenarioTrouble{std::move(text).error()};
    return yaml::is_usage_text(*text) ? usage_source(options, std::move(text).value())
                                      : scenario_source(options);
}

Result<pricing::Bill> expected_bill(ExpectedSource& source, pricing::PricingOptions pricing,
                                    const AnswerOptions& answer, Console& console) {
    if (source.usage) return usage_bill(source, pricing);
    auto run =
        run_simulation(*source.scenario, source.book, {.pricing = pricing, .quiet = answer.quiet}, console);
    if (!run) return at_fault(*source.scenario, std::move(run)).error();
    show_notes(loading::notes_of(run->workload), answer, console);
    return std::move(run->simulation.bill);
}

report::Provenance provenance_of(const ExpectedSource& source) {
    if (source.scenario) return provenance_of(source.scenario->scenario, source.book);
    return {.program_version = std::string{program_version()}, .price_books = {identity_of(source.book)}};
}

}  // namespace firn::cli
