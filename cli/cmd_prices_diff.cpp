#include "cli/answer.hpp"
#include "cli/book_day.hpp"
#include "cli/command.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/held_prices.hpp"
#include "core/pricing/price.hpp"
#include "core/report/price_diff_report.hpp"
#include "core/report/table.hpp"
#include "core/yaml/usage_reader.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string region;
    std::string date_before;
    std::string date_after;
    std::string usage;  ///< a usage file or a scenario
    AnswerOptions answer;
};

/// "aws-s3-glacier" and "eu-west-1" of "aws-s3-glacier:eu-west-1".
struct NamedBook {
    std::string book;
    std::string region;
};

NamedBook split(const std::string& text, const std::string& region) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return {text, region};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

Result<pricing::PriceBook> book_of(const NamedBook& named) {
    if (!named.region.empty()) return find_price_book(named.book, named.region);
    return failure({.code = "region-missing",
                    .what = fmt::format("of which region of {} is not said", named.book),
                    .expected = fmt::format("{}:us-east-1, or --region", named.book)});
}

/// Only bills in one currency can be set against each other.
Result<bool> check_currencies(const pricing::PriceBook& before, const pricing::PriceBook& after) {
    if (before.currency == after.currency) return true;
    return failure({.code = "currencies-differ",
                    .what = fmt::format("{} {} is in {}, {} {} in {}", before.name, before.region,
                                        before.currency, after.name, after.region, after.currency),
                    .expected = "two books in one currency"});
}

bool is_scenario(const std::string& text) {
    return text.starts_with("scenario:") || text.find("\nscenario:") != std::string::npos;
}

/// What the pipeline of a scenario would use, by the prices of one side; the other side prices the same.
Result<usage::Usage> usage_of_scenario(const DiffOptions& options, const pricing::PriceBook& book,
                                       Console& console) {
    ScenarioOptions scenario;
    scenario.path = options.usage;
    auto chosen = choose_scenario(scenario);
    if (!chosen) return chosen.error().diagnostics;
    auto run = run_simulation(*chosen, book, {.quiet = options.answer.quiet}, console);
    if (!run) return at_fault(*chosen, std::move(run)).error();
    return std::move(run->simulation.usage);
}

Result<usage::Usage> read_usage(const DiffOptions& options, const pricing::PriceBook& book,
                                Console& console) {
    const auto text = io::read_text_file(options.usage);
    if (!text) return text.error();
    if (is_scenario(*text)) return usage_of_scenario(options, book, console);
    return yaml::read_usage(options.usage, *text);
}

/// The bill by the prices that held on the day of the side, in every month.
Result<pricing::Bill> bill_by(const report::PricedSide& side, usage::Usage usage) {
    usage.billing.prices_as_of.reset();
    return pricing::price(usage, pricing::with_prices_of(side.book, side.day));
}

std::string formatted(const report::PriceDiffReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::price_diff_text(report);
        case Format::json:
            return report::price_diff_json(report);
        case Format::csv:
            return report::to_csv(report::price_diff_table(report));
        case Format::md:
            return report::price_diff_markdown(report);
    }
    return {};
}

ExitCode compare(const DiffOptions& options, Console& console) {
    const NamedBook first = split(options.before, options.region);
    const auto before_book = book_of(first);
    if (!before_book) return fail(console, before_book);
    const auto after_book = book_of(split(options.after, first.region));
    if (!after_book) return fail(console, after_book);
    const auto same = check_currencies(*before_book, *after_book);
    if (!same) return fail(console, same);
    const auto day_before = book_day_or_checked("--date-a", options.date_before, *before_book);
    const auto day_after = book_day_or_checked("--date-b", options.date_after, *after_book);
    if (!day_before || !day_after) return fail(console, day_before, day_after);
    report::PricedSide before{.book = *before_book, .day = *day_before};
    report::PricedSide after{.book = *after_book, .day = *day_after};
    if (!options.usage.empty()) {
        const auto usage = read_usage(options, pricing::with_prices_of(*before_book, *day_before), console);
        if (!usage) return fail(console, usage);
        auto bill_before = bill_by(before, *usage);
        auto bill_after = bill_by(after, *usage);
        if (!bill_before || !bill_after) return fail(console, bill_before, bill_after);
        before.bill = std::move(bill_before).value();
        after.bill = std::move(bill_after).value();
    }
    report::Provenance provenance = program_provenance();
    provenance.price_books = {identity_of(*before_book), identity_of(*after_book)};
    const report::PriceDiffReport report{
        .before = before,
        .after = after,
        .differences = pricing::price_differences(*before_book, *day_before, *after_book, *day_after),
        .provenance = std::move(provenance)};
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

}  // namespace

void add_prices_diff(CLI::App& prices, Invocation& chosen) {
    const auto options = std::make_shared<DiffOptions>();
    CLI::App* command = prices.add_subcommand("diff", "What changed between two price books or two days");
    constexpr const char* kBook =
        "A name in the catalogue, a file or a folder, with its region: aws-glacier:us-east-1";
    command->add_option("A", options->before, kBook)->required();
    command->add_option("B", options->after, "The same; without a region, that of A")->required();
    command->add_option("--region", options->region, "The region of a book that is named without one")
        ->option_text("REGION");
    command->add_option("--date-a", options->date_before, "The day of A's prices, not that of its last check")
        ->option_text("DAY");
    command->add_option("--date-b", options->date_after, "The day of B's prices, not that of its last check")
        ->option_text("DAY");
    command
        ->add_option("--scenario,--usage", options->usage,
                     "What this scenario or usage file would cost by either, every month by the day's prices")
        ->option_text("FILE");
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return compare(*options, console); };
    });
}

}  // namespace firn::cli
