#include "gui/models/table_model.hpp"

#include <QFont>

#include <utility>

namespace firn::gui {

namespace {

QVariant font_of(const TableCell& cell) {
    if (!cell.is_strong) return {};
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QVariant alignment_of(bool is_number) {
    return static_cast<int>((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

void TableModel::show_content(TableContent content) {
    beginResetModel();
    content_ = std::move(content);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(content_.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(content_.headings.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TableCell& cell =
        content_.rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole) return cell.shown;
    if (role == kPlainRole) return cell.plain.isEmpty() ? cell.shown : cell.plain;
    if (role == Qt::TextAlignmentRole) return alignment_of(cell.is_number);
    if (role == Qt::FontRole) return font_of(cell);
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::DisplayRole) return content_.headings[column];
    if (role != Qt::TextAlignmentRole) return {};
    return alignment_of(!content_.rows.empty() && content_.rows.front()[column].is_number);
}

}  // namespace firn::gui
