#pragma once

#include <QScrollArea>

#include <map>
#include <string>

class QVBoxLayout;

namespace firn::gui {

class ScenarioDocument;
class SettingEditor;
class SettingsModel;
struct SettingRow;

/// The settings of a document as a form, made from the table of fields, in step with the text.
class SettingForm : public QScrollArea {
    Q_OBJECT

  public:
    SettingForm(ScenarioDocument& document, SettingsModel& model, QWidget* parent = nullptr);

    /// Also the settings that few scenarios ask for.
    void show_all(bool all);
    /// Brings a setting into view, with the keyboard on it.
    void go_to(const std::string& path);
    [[nodiscard]] SettingEditor* editor_of(const std::string& path) const;

  signals:
    void told(const QString& message);

  private:
    void rebuild();
    void update_row(int row);
    void add(const SettingRow& row, QVBoxLayout& layout);
    void set(const std::string& path, const QString& value);
    [[nodiscard]] bool shows(const SettingRow& row) const;
    void add_editor(const SettingRow& row, QVBoxLayout& layout);
    [[nodiscard]] QWidget* heading(const SettingRow& row);
    [[nodiscard]] QWidget* absent(const SettingRow& row);

    ScenarioDocument& document_;
    SettingsModel& model_;
    std::map<std::string, SettingEditor*> editors_;
    bool all_ = false;
};

}  // namespace firn::gui
