#include "gui/worker/question.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/loading/open_service.hpp"
#include "core/loading/open_workload.hpp"
#include "core/report/plan_sentences.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/worker/watched_source.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace firn::gui {

namespace {

report::Provenance provenance_of(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    return {.program_version = FIRN_VERSION,
            .seed = static_cast<std::uint64_t>(scenario.seed),
            .scenario_hash = scenario::fingerprint_of(scenario),
            .price_books = {{book.name, book.region, book.verified_until, book.fingerprint}}};
}

planner::ServiceFiles files_of(loading::OpenedService opened, const RunContext& context) {
    planner::ServiceFiles files{
        {}, std::move(opened.watched), std::move(opened.requests), std::move(opened.deletions)};
    if (opened.backfill) files.backfill = until_cancelled(std::move(opened.backfill), context);
    return files;
}

/// Opens the workload, again and again where a plan reads it more than once.
class Openings {
  public:
    Openings(const Question& question, const loading::WorkloadOverrides& overrides, const RunContext& context)
        : question_{question},
          overrides_{loading::with_columns(overrides, question.scenario)},
          context_{context} {}

    Result<workload::FileSource> open() {
        auto workload = last.again ? last.again()
                                   : loading::open_workload(question_.scenario, question_.folder, overrides_);
        if (!workload) return workload.error();
        last = std::move(workload).value();
        return until_cancelled(last.files, context_);
    }

    Result<planner::ServiceFiles> open_service() {
        auto opened = loading::open_service(question_.scenario, question_.folder, overrides_);
        if (!opened) return opened.error();
        return files_of(std::move(opened).value(), context_);
    }

    loading::OpenedWorkload last{};  ///< as it was opened last

  private:
    const Question& question_;
    loading::WorkloadOverrides overrides_;
    const RunContext& context_;
};

std::shared_ptr<const PlanAnswer> plan_answer(const Question& question, planner::Plan plan,
                                              std::string reading, const pricing::PriceBook& book) {
    auto answer = std::make_shared<PlanAnswer>(PlanAnswer{question.scenario,
                                                          std::move(plan),
                                                          std::move(reading),
                                                          provenance_of(question.scenario, book),
                                                          {},
                                                          {}});
    const report::PlanReport shown{answer->scenario,   answer->plan, answer->reading,
                                   answer->provenance, {},           true};
    answer->sentences = report::plan_sentences(shown);
    answer->assumptions = report::plan_assumptions(shown);
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
    options.open_service = [&openings] { return openings.open_service(); };
    auto plan = planner::make_plan(
        question.scenario, [&openings] { return openings.open(); }, book, options);
    if (!plan) return plan.error();
    return plan_answer(question, std::move(plan).value(), loading::reading_of(openings.last), book);
}

Runs run_once(const Question& question, const pricing::PriceBook& book, bool with_series,
              const loading::WorkloadOverrides& overrides, RunContext& context) {
    Openings openings{question, overrides, context};
    auto files = openings.open();
    if (!files) return files.error();
    auto scenario = loading::with_stock(question.scenario, openings.last);
    if (!scenario) return scenario.error();
    auto service = openings.open_service();
    if (!service) return service.error();
    const auto series = with_series ? std::make_shared<service::ServiceSeries>() : nullptr;
    planner::SimulationOptions options;
    options.pricing.explain = true;
    options.progress = [&](const backup::ReplayProgress& progress) {
        context.tell(progress_of("simulating", progress, question.scenario));
    };
    options.service_files = std::move(service).value();
    options.series = series.get();
    options.watch = with_series;
    auto simulation = planner::simulate(*scenario, *files, book, options);
    if (!simulation) return simulation.error();
    return std::make_shared<const RunAnswer>(RunAnswer{*scenario, std::move(simulation).value(),
                                                       loading::reading_of(openings.last),
                                                       provenance_of(question.scenario, book), series});
}

/// A trace that turns out not to be sorted is sorted, and the run repeated.
template <class Once>
auto sorted_if_needed(const Once& once) {
    loading::WorkloadOverrides overrides;
    auto answer = once(overrides);
    const bool is_cancelled = !answer && answer.error().empty();
    if (answer || is_cancelled || !loading::sort_and_repeat(answer.error(), overrides)) return answer;
    return once(overrides);
}

}  // namespace

Plans answer_plan(const Question& question, RunContext& context) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    return sorted_if_needed([&](const loading::WorkloadOverrides& overrides) {
        return plan_once(question, *book, overrides, context);
    });
}

Runs answer_run(const Question& question, bool with_series, RunContext& context) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    return sorted_if_needed([&](const loading::WorkloadOverrides& overrides) {
        return run_once(question, *book, with_series, overrides, context);
    });
}

}  // namespace firn::gui
