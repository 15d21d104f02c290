#include "gui/document/made_text.hpp"

#include "core/loading/files_scenario.hpp"
#include "core/scenario/scenario.hpp"
#include "core/yaml/scenario_writer.hpp"

#include <utility>

namespace firn::gui {

namespace {

/// Files without times lie there already; the window asks for no date, so it states one that is easy to see.
constexpr Instant kSomeStart = std::chrono::sys_days{std::chrono::year{2013} / std::chrono::January / 1};

}  // namespace

Result<std::string> text_for_files(const std::string& path, const loading::RowsRead& goes_on) {
    auto made = loading::scenario_for_files(path);
    if (!made) return std::move(made).error();
    const auto begun = loading::begin_with_files(made->scenario, made->folder, kSomeStart, goes_on);
    if (!begun) return begun.error();
    return yaml::scenario_text(made->scenario, "Made for " + path + "; what nobody stated is the default.");
}

}  // namespace firn::gui
