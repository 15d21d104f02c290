#include "gui/worker/restore_answer.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/planner/stored_archives.hpp"
#include "core/report/restore_place.hpp"
#include "core/report/restore_words.hpp"
#include "gui/worker/run_worker.hpp"

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

using report::SaidBy;

Diagnostics nothing_there() {
    return failure({.code = "restore-empty",
                    .what = "nothing lies in the scenario's vault when its months are over",
                    .expected = "a scenario that stores something"});
}

bool is_of_terms(const Diagnostics& faults) {
    return std::all_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
        return fault.code == "restore-deadline-unmet" || fault.code == "restore-budget-unmet";
    });
}

std::shared_ptr<const RestoreAnswer> answer_of(std::shared_ptr<const RestoreBasis> basis, restore::Wish wish,
                                               restore::RestorePlan plan, Diagnostics refusal) {
    auto answer = std::make_shared<RestoreAnswer>(
        RestoreAnswer{std::move(basis), std::move(wish), std::move(plan), std::move(refusal)});
    const report::RestoreReport report = answer->report();
    answer->sentences = report::restore_sentences(report);
    answer->assumptions = report::assumption_texts(report::assumptions_of(report));
    return answer;
}

}  // namespace

Result<std::shared_ptr<const RestoreBasis>> restore_basis_of(const Question& question, RunContext& context) {
    auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    Question asked = question;
    asked.keep_archive_sizes = true;
    const auto run = answer_run(asked, false, context);
    if (!run) return run.error();
    const scenario::Scenario& scenario = (*run)->scenario;
    const planner::StoredArchives stored = planner::stored_after(scenario, (*run)->simulation);
    if (stored.archives == 0) return nothing_there();
    auto basis = std::make_shared<RestoreBasis>();
    basis->wish = planner::restore_wish_of(scenario, stored);
    const bool says_rate = basis->wish.request_rate.has_value();
    restore::fill_request_rate(basis->wish);
    basis->assumptions = report::assumptions_of_place(
        basis->wish, {.start = SaidBy::scenario,
                      .link = SaidBy::scenario,
                      .unpack_rate = SaidBy::scenario,
                      .request_rate = says_rate ? SaidBy::scenario : SaidBy::nobody});
    basis->book = std::move(book).value();
    basis->scenario = question.scenario.name;
    basis->notes = (*run)->notes;
    basis->provenance = provenance_of(question.scenario, basis->book);
    return std::shared_ptr<const RestoreBasis>{std::move(basis)};
}

Result<std::shared_ptr<const RestoreAnswer>> answer_restore(std::shared_ptr<const RestoreBasis> basis,
                                                            const RestoreTerms& terms,
                                                            const RunContext& context) {
    const auto is_abandoned = [&context] { return context.is_cancelled(); };
    restore::Wish wish = basis->wish;
    wish.within = terms.within;
    wish.budget = terms.budget;
    wish.stay_in_region = terms.stay_in_region;
    auto plan = restore::plan_restore(wish, basis->book, is_abandoned);
    if (plan) return answer_of(std::move(basis), std::move(wish), std::move(plan).value(), {});
    if (plan.error().empty() || !is_of_terms(plan.error())) return plan.error();
    wish.within.reset();
    wish.budget.reset();
    auto free = restore::plan_restore(wish, basis->book, is_abandoned);
    if (!free) return free.error();
    return answer_of(std::move(basis), std::move(wish), std::move(free).value(), plan.error());
}

}  // namespace firn::gui
