#include "gui/worker/reconcile_answer.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/io/folder_files.hpp"
#include "core/io/read_text_file.hpp"
#include "core/io/statement_reader.hpp"
#include "core/pricing/price.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/reconcile/compare.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/usage_reader.hpp"
#include "gui/worker/run_worker.hpp"

#include <functional>
#include <utility>

namespace firn::gui {

namespace {

/// What is expected, before it is billed.
struct Expectation {
    pricing::PriceBook book;
    report::Provenance provenance;
    std::function<Result<pricing::Bill>(pricing::Rounding, Diagnostics& notes)> bill;
};

Result<Expectation> of_usage(const std::string& path) {
    auto text = io::read_text_file(path);
    if (!text) return std::move(text).error();
    auto usage = yaml::read_usage(path, std::move(text).value());
    if (!usage) return std::move(usage).error();
    auto book = catalogue::find_price_book(usage->price_book, usage->region);
    if (!book) return std::move(book).error();
    Expectation expected{std::move(book).value(), {}, {}};
    expected.provenance = {.program_version = FIRN_VERSION, .price_books = {identity_of(expected.book)}};
    expected.bill = [usage = std::move(usage).value(), book = expected.book](pricing::Rounding rounding,
                                                                             Diagnostics& /*notes*/) {
        return pricing::price(usage, book, {.rounding = rounding});
    };
    return expected;
}

Result<Expectation> of_scenario(const Question& question, RunContext& context) {
    auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return std::move(book).error();
    Expectation expected{std::move(book).value(), {}, {}};
    expected.provenance = provenance_of(question.scenario, expected.book);
    expected.bill = [&](pricing::Rounding rounding, Diagnostics& notes) -> Result<pricing::Bill> {
        const auto run = answer_run(question, false, context, rounding);
        if (!run) return run.error();
        notes = (*run)->notes;
        return (*run)->simulation.bill;
    };
    return expected;
}

/// What of the report counts.
Result<io::StatementOptions> wanted_of(const ReconcileFiles& files, const pricing::PriceBook& book) {
    io::StatementOptions wanted;
    wanted.scope.services = reconcile::services_of(book.name);
    wanted.currency = book.currency;
    if (!files.bucket.empty()) wanted.scope.bucket = files.bucket;
    if (files.month.empty()) return wanted;
    const auto month = parse_month(files.month);
    if (!month)
        return failure({.code = month.error().code,
                        .what = month.error().what,
                        .expected = month.error().expected,
                        .remedy = month.error().remedy});
    wanted.scope.months = {*month};
    return wanted;
}

}  // namespace

Result<std::shared_ptr<const ReconcileAnswer>> answer_reconcile(const Question& question,
                                                                const ReconcileFiles& files,
                                                                RunContext& context) {
    auto expected = files.expected.empty() ? of_scenario(question, context) : of_usage(files.expected);
    if (!expected) return std::move(expected).error();
    const auto wanted = wanted_of(files, expected->book);
    if (!wanted) return wanted.error();
    const auto reports = io::files_of(files.billed);
    if (!reports) return reports.error();
    const auto read = io::read_statement(*reports, *wanted);
    if (!read) return read.error();
    Diagnostics notes;
    const auto bill = expected->bill(reconcile::rounding_of(read->statement), notes);
    if (!bill) return bill.error();
    auto comparison = reconcile::compare(*bill, read->statement, expected->book,
                                         {.months = wanted->scope.months, .tolerance = {}});
    if (!comparison) return std::move(comparison).error();
    notes.insert(notes.end(), read->notes.begin(), read->notes.end());
    return std::make_shared<const ReconcileAnswer>(
        ReconcileAnswer{std::move(comparison).value(), std::move(expected->provenance), std::move(notes)});
}

}  // namespace firn::gui
