#pragma once

#include "gui/models/table_model.hpp"

#include <QTabWidget>

class QTextEdit;

namespace firn::gui {

/// Tables of one answer, one beside the other under their names.
class TableTabs : public QTabWidget {
  public:
    explicit TableTabs(QWidget* parent);

    /// Adds a table, empty at first.
    [[nodiscard]] TableModel* add_table(const QString& name);
    /// Adds text that can be scrolled and selected.
    [[nodiscard]] QTextEdit* add_text(const QString& name);
};

}  // namespace firn::gui
