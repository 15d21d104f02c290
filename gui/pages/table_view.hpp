#pragma once

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace firn::gui {

/// A table as all pages show one: without row numbers, columns as wide as their text, the last one to the
/// edge.
[[nodiscard]] QTableView* new_table_view(QAbstractItemModel& model, const char* accessible_name,
                                         QWidget* parent);

}  // namespace firn::gui
