#include "gui/document/scenario_document.hpp"

#include "core/io/output_file.hpp"
#include "core/io/read_text_file.hpp"
#include "core/loading/assumed_settings.hpp"
#include "core/scenario/field.hpp"
#include "core/yaml/setting_edit.hpp"
#include "gui/document/edit_command.hpp"
#include "gui/text.hpp"

#include <QFileInfo>

#include <utility>

namespace firn::gui {

ScenarioDocument::ScenarioDocument(QObject* parent) : QObject{parent}, undo_{this} {}

std::string ScenarioDocument::folder() const {
    const std::string path = to_utf8(path_);
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

QString ScenarioDocument::title() const {
    return path_.isEmpty() ? tr("Untitled") : QFileInfo{path_}.fileName();
}

bool ScenarioDocument::is_changed() const { return !undo_.isClean(); }

void ScenarioDocument::start_with(const QString& text, const QString& path, bool is_saved) {
    undo_.clear();
    is_saved ? undo_.setClean() : undo_.resetClean();
    path_ = path;
    is_made_ = false;
    reading_ = {};
    take(text);
    emit path_changed();
}

void ScenarioDocument::start_with_made(const QString& text) {
    start_with(text, {}, false);
    is_made_ = true;
}

std::vector<std::string> ScenarioDocument::assumed() const {
    if (!is_made_ || !reading_.scenario) return {};
    return loading::assumed_settings(*reading_.scenario, [this](const std::string& path) {
        const scenario::Field& field = *scenario::find_field(path);
        return field.get(*reading_.scenario) != field.fallback;
    });
}

Result<bool> ScenarioDocument::open(const QString& path) {
    auto text = io::read_text_file(to_utf8(path));
    if (!text) return text.error();
    start_with(from_utf8(*text), path, true);
    return true;
}

Result<bool> ScenarioDocument::save_to(const QString& path) {
    auto written = io::write_file_atomically(to_utf8(path), to_utf8(text_));
    if (!written) return written.error();
    path_ = path;
    is_made_ = false;
    undo_.setClean();
    take(text_);
    emit path_changed();
    return true;
}

void ScenarioDocument::edit(const QString& text, const QString& what, bool is_typing) {
    TextChange change = change_between(text_, text);
    if (change.is_nothing()) return;
    undo_.push(new EditCommand{*this, std::move(change), what, is_typing});
}

bool ScenarioDocument::set_setting(const std::string& setting, const QString& value) {
    return edit_to(changed_text(reading_, setting, to_utf8(value.trimmed())),
                   tr("change of %1").arg(from_utf8(setting)));
}

bool ScenarioDocument::add_section(const std::string& section) {
    return edit_to(text_with_section(reading_, section), tr("new %1").arg(from_utf8(section)));
}

bool ScenarioDocument::choose_section(const std::string& section) {
    if (reading_.document && yaml::stated_at(*reading_.document, section) != nullptr) return true;
    return edit_to(text_with_chosen(reading_, section), tr("choice of %1").arg(from_utf8(section)));
}

bool ScenarioDocument::remove_section(const std::string& section) {
    return edit_to(text_without_section(reading_, section), tr("removal of %1").arg(from_utf8(section)));
}

bool ScenarioDocument::edit_to(const std::optional<std::string>& text, const QString& what) {
    if (!text) return false;
    edit(from_utf8(*text), what);
    return true;
}

void ScenarioDocument::take(QString text) {
    text_ = std::move(text);
    const scenario::Scenario* latest = reading_.latest();
    ScenarioReading reading = read_text(to_utf8(title()), to_utf8(text_));
    if (!reading.scenario && latest != nullptr) reading.before_errors = *latest;
    reading_ = std::move(reading);
    emit changed();
}

}  // namespace firn::gui
