#pragma once

#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"
#include "core/workload/file_source.hpp"
#include "gui/worker/question.hpp"

namespace firn::gui {

class RunContext;

/// Opens the files of a question, again and again where an answer reads them more than once. Whoever reads
/// them stops when the context is cancelled, with an error without diagnostics. Outlived by what it is made
/// of.
class Openings {
  public:
    Openings(const Question& question, const loading::WorkloadOverrides& overrides,
             const RunContext& context);

    /// Errors: those of loading::open_workload().
    [[nodiscard]] Result<workload::FileSource> open();
    /// What a run of this scenario reads beside its workload. Errors: those of loading::open_service().
    [[nodiscard]] Result<service::ServiceFiles> open_service(const scenario::Scenario& scenario);

    /// The workload as it was opened last.
    [[nodiscard]] const loading::OpenedWorkload& last() const { return last_; }
    /// What is to be noted once all has been read: on the price book, what was guessed or left out.
    [[nodiscard]] Diagnostics notes(const pricing::PriceBook& book) const;

  private:
    const Question& question_;
    loading::WorkloadOverrides overrides_;
    const RunContext& context_;
    loading::OpenedWorkload last_{};
    Diagnostics service_notes_{};
};

/// A trace that turns out not to be sorted is sorted, and what `once` does with these overrides repeated.
template <class Once>
auto sorted_if_needed(const Once& once) {
    loading::WorkloadOverrides overrides;
    auto answer = once(overrides);
    const bool is_cancelled = !answer && answer.error().empty();
    if (answer || is_cancelled || !loading::sort_and_repeat(answer.error(), overrides)) return answer;
    return once(overrides);
}

}  // namespace firn::gui
