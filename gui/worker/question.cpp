#include "gui/worker/question.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/loading/open_workload.hpp"
#include "core/report/plan_basis.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/worker/openings.hpp"
#include "gui/worker/watched_source.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace firn::gui {

namespace {

std::shared_ptr<const PlanAnswer> plan_answer(const Question& question, planner::Plan plan,
                                              std::string reading, const pricing::PriceBook& book,
                                              Diagnostics notes) {
    auto answer = std::make_shared<PlanAnswer>(PlanAnswer{question.scenario,
                                                          std::move(plan),
                                                          std::move(reading),
                                                          provenance_of(question.scenario, book),
                                                          {},
                                                          {},
                                                          std::move(notes),
                                                          question.assumed});
    answer->sentences = report::plan_sentences(answer->report());
    answer->assumptions = report::plan_assumptions(answer->report());
    return answer;
}

using Plans = Result<std::shared_ptr<const PlanAnswer>>;
using Runs = Result<std::shared_ptr<const RunAnswer>>;

Plans plan_once(const Question& question, const pricing::PriceBook& book,
                const loading::WorkloadOverrides& overrides, RunContext& context) {
    Openings openings{question, overrides, context};
    planner::PlanOptions options;
    options.threads = std::max(1U, std::thread::hardware_concurrency());
    options.progress = [&](const planner::PlanProgress& progress) {
        context.tell(progress_of(progress.stage, progress.replay, question.scenario));
    };
    options.open_service = [&] { return openings.open_service(question.scenario); };
    auto plan = planner::make_plan(
        question.scenario, [&openings] { return openings.open(); }, book, options);
    if (!plan) return plan.error();
    return plan_answer(question, std::move(plan).value(), loading::reading_of(openings.last()), book,
                       openings.notes(book));
}

Runs run_once(const Question& question, const pricing::PriceBook& book, bool with_series,
              pricing::Rounding rounding, const loading::WorkloadOverrides& overrides, RunContext& context) {
    Openings openings{question, overrides, context};
    auto files = openings.open();
    if (!files) return files.error();
    auto scenario = loading::with_stock(question.scenario, openings.last());
    if (!scenario) return scenario.error();
    auto service = openings.open_service(*scenario);
    if (!service) return service.error();
    const auto series = with_series ? std::make_shared<service::ServiceSeries>() : nullptr;
    planner::SimulationOptions options;
    options.pricing = {.rounding = rounding, .explain = true};
    options.progress = [&](const backup::ReplayProgress& progress) {
        context.tell(progress_of("simulating", progress, question.scenario));
    };
    options.is_cancelled = [&context] { return context.is_cancelled(); };
    options.service_files = std::move(service).value();
    options.compare_backfill = true;
    options.series = series.get();
    options.watch = with_series;
    options.keep_archive_sizes = question.keep_archive_sizes;
    auto simulation = planner::simulate(*scenario, *files, book, options);
    if (!simulation) return simulation.error();
    return std::make_shared<const RunAnswer>(
        RunAnswer{*scenario, std::move(simulation).value(), loading::reading_of(openings.last()),
                  provenance_of(question.scenario, book), series, openings.notes(book)});
}

}  // namespace

report::PriceBookIdentity identity_of(const pricing::PriceBook& book) {
    return {book.name, book.region, book.verified_until, book.fingerprint};
}

report::Provenance provenance_of(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    return {.program_version = FIRN_VERSION,
            .seed = static_cast<std::uint64_t>(scenario.seed),
            .scenario_hash = scenario::fingerprint_of(scenario),
            .price_books = {identity_of(book)}};
}

Plans answer_plan(const Question& question, RunContext& context) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    return sorted_if_needed([&](const loading::WorkloadOverrides& overrides) {
        return plan_once(question, *book, overrides, context);
    });
}

Runs answer_run(const Question& question, bool with_series, RunContext& context, pricing::Rounding rounding) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    return sorted_if_needed([&](const loading::WorkloadOverrides& overrides) {
        return run_once(question, *book, with_series, rounding, overrides, context);
    });
}

}  // namespace firn::gui
