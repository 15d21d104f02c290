#include "gui/worker/pair_answer.hpp"

#include "core/loading/load_scenario.hpp"
#include "gui/worker/run_worker.hpp"

#include <filesystem>
#include <utility>

namespace firn::gui {

std::string PairAnswer::name_here() const {
    return here->scenario.name.empty() ? "this one" : here->scenario.name;
}

std::string PairAnswer::name_there() const {
    const std::string& name = there->run->scenario.name;
    if (!name.empty() && name != here->scenario.name) return name;
    const std::filesystem::path path = std::filesystem::absolute(there->path);
    return (path.parent_path().filename() / path.filename()).string();
}

Result<std::shared_ptr<const OtherRun>> run_of_file(const std::string& path, RunContext& context) {
    auto loaded = loading::load_scenario(path);
    if (!loaded) return loaded.error();
    auto run = answer_run({std::move(loaded->scenario), std::move(loaded->folder)}, false, context);
    if (!run) return run.error();
    return std::make_shared<const OtherRun>(OtherRun{path, std::move(run).value()});
}

Result<std::shared_ptr<const PairAnswer>> answer_pair(const Question& question,
                                                      std::shared_ptr<const OtherRun> other,
                                                      RunContext& context) {
    auto run = answer_run(question, false, context);
    if (!run) return run.error();
    return std::make_shared<const PairAnswer>(PairAnswer{std::move(run).value(), std::move(other)});
}

}  // namespace firn::gui
