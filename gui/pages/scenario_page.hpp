#pragma once

#include "gui/page.hpp"

class QListWidget;

namespace firn::gui {

class ScenarioDocument;
class SettingForm;
class SettingsModel;
class TextEditor;
class WrappedText;

/// All settings of the scenario as a form, beside its text. Both can be edited and are always in step.
class ScenarioPage : public Page {
    Q_OBJECT

  public:
    explicit ScenarioPage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] SettingForm& form() { return *form_; }
    [[nodiscard]] TextEditor& editor() { return *editor_; }
    [[nodiscard]] SettingsModel& model() { return *model_; }
    [[nodiscard]] QStringList sentences() const override;

  private:
    void follow();
    void go_to_fault(int row);
    [[nodiscard]] QWidget* make_left();
    [[nodiscard]] QWidget* make_right();

    ScenarioDocument& document_;
    SettingsModel* model_;
    SettingForm* form_;
    TextEditor* editor_;
    WrappedText* state_;
    QListWidget* faults_;
};

}  // namespace firn::gui
