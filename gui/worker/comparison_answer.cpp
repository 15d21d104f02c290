#include "gui/worker/comparison_answer.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/defaults.hpp"
#include "core/answers/comparison_ahead.hpp"
#include "core/catalogue/open_comparison.hpp"
#include "core/catalogue/price_books.hpp"
#include "core/io/read_text_file.hpp"
#include "core/planner/restore_requests.hpp"
#include "core/report/compare_sentences.hpp"
#include "gui/worker/run_worker.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

namespace firn::gui {

namespace {

using alternatives::Comparison;
using Bases = Result<std::shared_ptr<const ComparisonBasis>>;

Result<Comparison> comparison_of(const scenario::Scenario& scenario, const std::string& file,
                                 const pricing::PriceBook& book) {
    const int year = static_cast<int>(BillingPeriod::containing(scenario.start).month().year());
    if (file.empty()) return alternatives::default_comparison(book, scenario.storage_class, year);
    auto read = catalogue::open_comparison(file, year);
    if (!read) return read.error();
    return std::move(read->comparison);
}

void name_books(ComparisonBasis& basis) {
    basis.provenance.price_books.clear();
    for (const alternatives::Alternative& one : basis.comparison.alternatives) {
        if (one.book) basis.provenance.price_books.push_back(identity_of(*one.book));
    }
}

alternatives::Demand varied_demand(const ComparisonBasis& basis, const alternatives::Variation& variation) {
    if (!variation.growth) return basis.demand;
    if (!basis.stated) return alternatives::with_growth(basis.demand, *variation.growth);
    alternatives::PlainDemand plain = *basis.stated;
    plain.growth = *variation.growth;
    return alternatives::demand_of(plain);
}

/// What another growth would make of a demand that a file states; that of a run grows as a whole.
alternatives::GrowthOfDemand growth_of(const ComparisonBasis& basis,
                                       const alternatives::Variation& variation) {
    if (!basis.stated) return {};
    alternatives::PlainDemand plain = *basis.stated;
    if (variation.growth) plain.growth = *variation.growth;
    const Rational stated = plain.growth;
    return {.stated = stated, .at = [plain = std::move(plain)](const Rational& growth) {
                alternatives::PlainDemand changed = plain;
                changed.growth = growth;
                return alternatives::demand_of(changed);
            }};
}

std::vector<std::string> sentences_of(const alternatives::Results& results) {
    std::vector<std::string> sentences{report::compare_sentence(results)};
    for (std::string& sentence : report::warning_sentences(results))
        sentences.push_back(std::move(sentence));
    for (std::string& sentence : report::flip_sentences(results))
        sentences.push_back(std::move(sentence));
    return sentences;
}

Diagnostics notes_of(const ComparisonAnswer& answer) {
    Diagnostics notes = answer.basis->run_notes;
    append(notes, alternatives::warnings_of(answer.basis->comparison, answer.results.demand));
    return notes;
}

}  // namespace

std::string alternatives_beside(const std::string& folder) {
    std::string path = folder + "alternatives.yaml";
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) ? path : std::string{};
}

Bases basis_of(const Question& question, const std::string& file, RunContext& context) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    auto comparison = comparison_of(question.scenario, file, *book);
    if (!comparison) return comparison.error();
    Diagnostics wrong = answers::comparison_faults_ahead(*comparison, question.scenario, *book, true);
    if (!wrong.empty()) return wrong;
    auto run = answer_run(question, false, context);
    if (!run) return run.error();
    usage::Usage usage = (*run)->simulation.usage;
    usage.price_book = book->name;
    const auto restores = planner::restore_requests_of(question.scenario, (*run)->simulation);
    auto basis =
        std::make_shared<ComparisonBasis>(ComparisonBasis{.comparison = std::move(comparison).value(),
                                                          .demand = alternatives::demand_of(usage, restores),
                                                          .provenance = (*run)->provenance,
                                                          .name = question.scenario.name,
                                                          .file = file,
                                                          .notes = {report::metered_demand_sentence()},
                                                          .run_notes = (*run)->notes});
    name_books(*basis);
    return std::shared_ptr<const ComparisonBasis>{std::move(basis)};
}

Bases basis_of_file(const std::string& file) {
    auto read = catalogue::open_comparison(file, std::nullopt);
    if (!read) return read.error();
    auto basis =
        std::make_shared<ComparisonBasis>(ComparisonBasis{.comparison = std::move(read->comparison),
                                                          .demand = alternatives::demand_of(*read->demand),
                                                          .stated = read->demand,
                                                          .provenance = {.program_version = FIRN_VERSION},
                                                          .name = file,
                                                          .file = file});
    name_books(*basis);
    return std::shared_ptr<const ComparisonBasis>{std::move(basis)};
}

Result<std::shared_ptr<const ComparisonAnswer>> answer_comparison(
    std::shared_ptr<const ComparisonBasis> basis, const alternatives::Variation& variation, bool seeks_flips,
    const RunContext& context) {
    auto results = alternatives::compare(alternatives::with(basis->comparison, variation),
                                         varied_demand(*basis, variation),
                                         {.seeks_flips = seeks_flips,
                                          .seeks_turns = seeks_flips,
                                          .threads = std::max(1U, std::thread::hardware_concurrency()),
                                          .growth = growth_of(*basis, variation),
                                          .is_cancelled = [&context] { return context.is_cancelled(); }});
    if (!results) return results.error();
    auto answer = std::make_shared<ComparisonAnswer>(
        ComparisonAnswer{std::move(basis), variation, std::move(results).value()});
    answer->sentences = sentences_of(answer->results);
    answer->assumptions = report::compare_conventions(answer->report());
    answer->notes = notes_of(*answer);
    return std::shared_ptr<const ComparisonAnswer>{std::move(answer)};
}

}  // namespace firn::gui
