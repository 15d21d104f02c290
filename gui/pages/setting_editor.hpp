#pragma once

#include "gui/models/settings_model.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace firn::gui {

/// One setting in the form: its name, a field or a choice, below it what it is and what is wrong with it.
class SettingEditor : public QWidget {
    Q_OBJECT

  public:
    SettingEditor(const SettingRow& row, QWidget* parent);

    void show_row(const SettingRow& row);
    [[nodiscard]] const std::string& path() const { return path_; }
    void focus();

  signals:
    /// A person gave it another value; an empty one stands for the default.
    void edited(const QString& value);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void commit(const QString& value);

    std::string path_;
    QString shown_;
    QLabel* name_;
    QLineEdit* line_ = nullptr;
    QComboBox* choice_ = nullptr;
    QToolButton* reset_;
    QLabel* help_;
    QLabel* error_;
};

}  // namespace firn::gui
