#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/move_options.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/scenario_options.hpp"
#include "core/loading/open_workload.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/move_report.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

struct MoveCommand {
    MoveOptions move;
    AnswerOptions answer;
};

std::string formatted(const report::MoveReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::move_text(report);
        case Format::json:
            return report::move_json(report);
        case Format::csv:
            return report::move_csv(report);
        case Format::md:
            return report::move_markdown(report);
    }
    return {};
}

/// Only sizes count: the times of the listing need no place among the months of a scenario.
ScenarioOptions listing_options(const MoveOptions& move, BillingPeriod month) {
    ScenarioOptions options;
    options.path = move.listing;
    options.texts["--as"] = "stock";
    options.texts["--start"] = to_text(month) + "-01";
    for (const char* option : {"--from", "--columns"}) {
        if (move.texts.contains(option)) options.texts[option] = move.texts.at(option);
    }
    return options;
}

Diagnostics stock_too_large(const std::string& path) {
    return failure({.code = "stock-too-large",
                    .where = {path, 0, 0},
                    .what = "the objects of the listing have more bytes than can be counted",
                    .expected = "at most 2 EiB in all"});
}

Result<planner::MoveStock> count_objects(const loading::OpenedWorkload& workload, const std::string& path) {
    planner::MoveStock stock = planner::empty_stock();
    Int128 bytes = 0;
    workload::FileBlock block;
    while (true) {
        const auto more = workload.files(block);
        if (!more) return more.error();
        if (!*more) break;
        for (const Bytes size : block.sizes) {
            bytes += size.count() + planner::kMostTarOverhead.count();
            if (bytes > planner::kMostStockBytes.count()) return stock_too_large(path);
            planner::add_objects(stock, size);
        }
    }
    if (planner::all_of(stock).objects > 0) return stock;
    return failure({.code = "workload-empty",
                    .where = {path, 0, 0},
                    .what = "the listing holds no object",
                    .expected = "a listing with at least one object"});
}

/// Whether the listing has versions of objects that are not the latest.
bool has_old_versions(const Diagnostics& notes) {
    return std::any_of(notes.begin(), notes.end(),
                       [](const Diagnostic& note) { return note.code == "old-versions-dropped"; });
}

/// How a listing is read is no setting of monthly totals: they are no listing.
ScenarioTrouble told_of_listing(ScenarioTrouble trouble, const std::string& path) {
    for (Diagnostic& fault : trouble.diagnostics) {
        if (fault.code != "section-absent") continue;
        fault = {.code = "listing-of-months",
                 .where = {path, 0, 0},
                 .what = "this is a table of monthly totals, which does not tell the objects apart",
                 .expected = "a listing of objects with their sizes",
                 .remedy = "name their number and mean size (--objects, --object-size)"};
        trouble.exit_code = ExitCode::input_error;
    }
    return trouble;
}

/// The stock of the listing; what its reader noticed is shown.
Expected<planner::MoveStock, ScenarioTrouble> read_listing(const MoveCommand& command, StatedMove& stated,
                                                           Console& console) {
    auto chosen = choose_scenario(listing_options(command.move, stated.wish.month));
    if (!chosen) return told_of_listing(std::move(chosen).error(), command.move.listing);
    chosen->overrides.past_horizon = true;
    auto workload = loading::open_workload(chosen->scenario, chosen->folder, chosen->overrides);
    if (!workload) return ScenarioTrouble{at_fault(*chosen, std::move(workload)).error()};
    auto stock = count_objects(*workload, command.move.listing);
    if (!stock) return ScenarioTrouble{stock.error()};
    const Diagnostics notes = loading::notes_of(*workload);
    show_notes(notes, command.answer, console);
    stated.assumptions.push_back(
        {"number and sizes of the objects, from " + command.move.listing, pricing::Grade::measured, {}});
    if (has_old_versions(notes))
        stated.assumptions.push_back(
            {fmt::format("the bucket keeps versions; those of the listing that are not the latest are in no "
                         "cost here: they stay in {} and are billed until a rule expires them "
                         "(NoncurrentVersionExpiration)",
                         stated.wish.from),
             pricing::Grade::measured,
             {}});
    return std::move(stock).value();
}

constexpr std::array<OptionOfCode, 3> kPlaces{{{"class-not-entered", "--to-class"},
                                               {"price-absent", "--month"},
                                               {"month-outside-price-book", "--month"}}};

/// What is wrong with what was asked for, at the option that asks for it.
Diagnostics at_options(Diagnostics faults) {
    faults = with_remedy(std::move(faults), "price-absent",
                         "name another month, or other classes (--month, --from-class, --to-class)");
    return naming_options(std::move(faults), kPlaces, {});
}

ExitCode move_house(const MoveCommand& command, Console& console) {
    const auto book = find_price_book(command.move.text_or("--price-book", "aws-s3-glacier"),
                                      command.move.text_or("--region", "us-east-1"));
    if (!book) return fail(console, Result<bool>{placed_at_options(book.error())});
    auto stated = move_of(command.move, *book);
    if (!stated) {
        show(stated.error(), console);
        return ExitCode::usage_error;
    }
    if (!stated->stock) {
        auto stock = read_listing(command, *stated, console);
        if (!stock) return refuse(stock.error(), console);
        stated->stock = std::move(stock).value();
    }
    const auto plan = planner::plan_move(*stated->stock, stated->wish, *book);
    if (!plan) return fail(console, Result<bool>{at_options(plan.error())});
    show_notes(pricing::held_flat_warnings({plan->held_flat}), command.answer, console);
    const report::MoveReport report{
        *stated->stock,
        stated->wish,
        *plan,
        book->currency,
        book->region,
        {.program_version = std::string{program_version()}, .price_books = {identity_of(*book)}},
        stated->assumptions};
    return deliver(formatted(report, command.answer.format), command.answer, console);
}

}  // namespace

void add_move(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<MoveCommand>();
    CLI::App* command = program.add_subcommand(
        "move",
        "Whether to leave, move or bundle objects that lie in a storage class: once, monthly, paid back");
    add_move_options(*command, options->move);
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return move_house(*options, console); };
    });
}

}  // namespace firn::cli
