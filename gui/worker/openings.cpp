#include "gui/worker/openings.hpp"

#include "core/loading/open_service.hpp"
#include "core/pricing/price_validity.hpp"
#include "gui/worker/watched_source.hpp"

#include <utility>

namespace firn::gui {

Openings::Openings(const Question& question, const loading::WorkloadOverrides& overrides,
                   const RunContext& context)
    : question_{question},
      overrides_{loading::with_columns(overrides, question.scenario)},
      context_{context} {}

Result<workload::FileSource> Openings::open() {
    auto workload = last_.again ? last_.again()
                                : loading::open_workload(question_.scenario, question_.folder, overrides_);
    if (!workload) return workload.error();
    last_ = std::move(workload).value();
    return until_cancelled(last_.files, context_);
}

Result<service::ServiceFiles> Openings::open_service(const scenario::Scenario& scenario) {
    auto opened = loading::open_service(scenario, question_.folder, overrides_);
    if (!opened) return opened.error();
    service_notes_ = std::move(opened->notes);
    service::ServiceFiles files = std::move(opened->files);
    files.stock = last_.stock_keys;
    if (files.backfill) files.backfill = until_cancelled(std::move(files.backfill), context_);
    return files;
}

Diagnostics Openings::notes(const pricing::PriceBook& book) const {
    Diagnostics notes = pricing::closed_book_warnings(book, question_.scenario.start);
    const Diagnostics of_workload = loading::notes_of(last_);
    notes.insert(notes.end(), of_workload.begin(), of_workload.end());
    notes.insert(notes.end(), service_notes_.begin(), service_notes_.end());
    return notes;
}

}  // namespace firn::gui
