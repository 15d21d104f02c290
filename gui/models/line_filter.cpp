#include "gui/models/line_filter.hpp"

#include "gui/models/table_model.hpp"

#include <QCollator>

namespace firn::gui {

void LineFilter::keep_word(int column, const QString& word, bool is_excluded) {
    column_ = column;
    word_ = word;
    is_excluded_ = is_excluded;
    invalidateFilter();
}

void LineFilter::keep_text(const QString& text) {
    text_ = text;
    invalidateFilter();
}

bool LineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QAbstractItemModel& lines = *sourceModel();
    const auto cell = [&](int column) { return lines.index(row, column, parent).data().toString(); };
    if (!word_.isEmpty() && (cell(column_) == word_) == is_excluded_) return false;
    if (text_.isEmpty()) return true;
    for (int column = 0; column < lines.columnCount(parent); ++column) {
        if (cell(column).contains(text_, Qt::CaseInsensitive)) return true;
    }
    return false;
}

bool LineFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QString a = left.data(TableModel::kPlainRole).toString();
    const QString b = right.data(TableModel::kPlainRole).toString();
    bool is_number_a = false;
    bool is_number_b = false;
    const double value_a = a.toDouble(&is_number_a);
    const double value_b = b.toDouble(&is_number_b);
    if (is_number_a && is_number_b) return value_a < value_b;
    if (is_number_a != is_number_b) return is_number_b;
    return QCollator{}.compare(a, b) < 0;
}

}  // namespace firn::gui
