#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace firn::gui {

/// A cell of a table: as a person reads it, and as a program does (decimal point, no separators).
struct TableCell {
    QString shown;
    QString plain{};  ///< empty: as shown
    bool is_number = false;
    bool is_strong = false;
};

/// A finished table, as a value.
struct TableContent {
    std::vector<QString> headings;
    std::vector<std::vector<TableCell>> rows;  ///< each as long as the headings
};

/// Shows a finished table.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    /// What exports write: TableCell::plain, and headings in one line; views have long ones in two.
    static constexpr int kPlainRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void show_content(TableContent content);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    TableContent content_;
};

}  // namespace firn::gui
