#include "gui/models/table_model.hpp"

#include "gui/text.hpp"

#include <QFont>

#include <utility>

namespace firn::gui {

namespace {

/// A view may have no room for longer texts.
constexpr qsizetype kShort = 16;

QVariant font_of(const TableCell& cell) {
    if (!cell.is_strong) return {};
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QVariant alignment_of(bool is_number) {
    return static_cast<int>((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// A long heading is broken at the blank that is nearest to its middle.
QString in_two_lines(const QString& heading) {
    constexpr qsizetype kLong = 11;
    if (heading.size() < kLong) return heading;
    const qsizetype middle = heading.size() / 2;
    const qsizetype before = heading.lastIndexOf(QLatin1Char{' '}, middle);
    const qsizetype after = heading.indexOf(QLatin1Char{' '}, middle);
    const bool is_after = after >= 0 && (before < 0 || after - middle < middle - before);
    const qsizetype at = is_after ? after : before;
    if (at < 0) return heading;
    return heading.left(at) + QLatin1Char{'\n'} + heading.mid(at + 1);
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
    if (role == Qt::ToolTipRole && cell.shown.size() > kShort) return cell.shown;
    if (role == kPlainRole) return cell.plain.isEmpty() ? cell.shown : cell.plain;
    if (role == Qt::TextAlignmentRole) return alignment_of(cell.is_number);
    if (role == Qt::FontRole) return font_of(cell);
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::DisplayRole) return in_two_lines(shortened(content_.headings[column]));
    if (role == Qt::ToolTipRole && content_.headings[column].size() > kShort)
        return content_.headings[column];
    if (role == kPlainRole) return content_.headings[column];
    if (role != Qt::TextAlignmentRole) return {};
    return alignment_of(!content_.rows.empty() && content_.rows.front()[column].is_number);
}

}  // namespace firn::gui
