#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace firn::gui {

/// The rows of a table that have a word in one of its columns and contain a text anywhere, sorted by any
/// column: numbers by their value, everything else as people sort.
class LineFilter : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Only rows that have this word in the column; an empty one holds for all. `is_excluded`: only those
    /// that do not.
    void keep_word(int column, const QString& word, bool is_excluded = false);
    /// Only rows of which a cell contains this text.
    void keep_text(const QString& text);

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

  private:
    int column_ = 0;
    QString word_{};
    bool is_excluded_ = false;
    QString text_{};
};

}  // namespace firn::gui
