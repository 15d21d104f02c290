#pragma once

#include "core/diag/result.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <string>

namespace firn::gui {

/// Another scenario with its run.
struct OtherRun {
    std::string path;
    std::shared_ptr<const RunAnswer> run;
};

/// Two scenarios, each with its run.
struct PairAnswer {
    std::shared_ptr<const RunAnswer> here;
    std::shared_ptr<const OtherRun> there;

    /// What the two are called: by their names; the other one by its folder and file
    /// where it has none of its own: "large/scenario.yaml".
    [[nodiscard]] std::string name_here() const;
    [[nodiscard]] std::string name_there() const;
};

/// Reads and runs the scenario of a file. Errors: those of loading::load_scenario() and answer_run().
[[nodiscard]] Result<std::shared_ptr<const OtherRun>> run_of_file(const std::string& path,
                                                                  RunContext& context);

/// Runs a scenario, to be shown beside another one that has run. Errors: those of answer_run().
[[nodiscard]] Result<std::shared_ptr<const PairAnswer>> answer_pair(const Question& question,
                                                                    std::shared_ptr<const OtherRun> other,
                                                                    RunContext& context);

}  // namespace firn::gui
