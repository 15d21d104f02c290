#include "gui/models/bill_model.hpp"

#include "core/pricing/bill.hpp"
#include "gui/models/table_model.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QColor>
#include <QFont>

#include <utility>

namespace firn::gui {

namespace {

// An index carries its parent: 0 of months, month + 1 of lines, and of steps also line + 1 in the upper half.
constexpr int kHalf = 32;
constexpr quintptr kLower = 0xffffffff;

quintptr line_parent(int month) { return static_cast<quintptr>(month) + 1; }
quintptr step_parent(int month, int line) {
    return line_parent(month) | ((static_cast<quintptr>(line) + 1) << kHalf);
}

QString name_of(const pricing::LineItem& line) {
    QString name = spoken(line.charge);
    const std::string& detail = line.kind.empty() ? line.tier : line.kind;
    if (!detail.empty()) name += QStringLiteral(" (%1)").arg(spoken(detail).toLower());
    return line.storage_class.empty() ? name : name + QStringLiteral(" · ") + from_utf8(line.storage_class);
}

}  // namespace

void BillModel::show_bill(std::shared_ptr<const pricing::Bill> bill) {
    beginResetModel();
    bill_ = std::move(bill);
    endResetModel();
}

BillModel::Place BillModel::place_of(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const quintptr id = index.internalId();
    const int month = static_cast<int>(id & kLower) - 1;
    const int line = static_cast<int>(id >> kHalf) - 1;
    if (month < 0) return {index.row(), -1, -1};
    if (line < 0) return {month, index.row(), -1};
    return {month, line, index.row()};
}

QModelIndex BillModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    const Place place = place_of(parent);
    if (place.month < 0) return createIndex(row, column, quintptr{0});
    if (place.line < 0) return createIndex(row, column, line_parent(place.month));
    return createIndex(row, column, step_parent(place.month, place.line));
}

QModelIndex BillModel::parent(const QModelIndex& child) const {
    const Place place = place_of(child);
    if (place.step >= 0) return createIndex(place.line, 0, line_parent(place.month));
    if (place.line >= 0) return createIndex(place.month, 0, quintptr{0});
    return {};
}

int BillModel::rowCount(const QModelIndex& parent) const {
    if (!bill_ || parent.column() > 0) return 0;
    const Place place = place_of(parent);
    if (place.month < 0) return static_cast<int>(bill_->periods.size());
    if (place.step >= 0) return 0;
    const pricing::PeriodBill& month = bill_->periods[static_cast<std::size_t>(place.month)];
    if (place.line < 0) return static_cast<int>(month.lines.size());
    return static_cast<int>(month.lines[static_cast<std::size_t>(place.line)].steps.size());
}

int BillModel::columnCount(const QModelIndex& /*parent*/) const { return kColumns; }

QString BillModel::month_text(int month, int column) const {
    const pricing::PeriodBill& period = bill_->periods[static_cast<std::size_t>(month)];
    if (column == kWhat) return from_utf8(to_text(period.month));
    return column == kCost ? amount_text(period.total, *bill_) : QString{};
}

QString BillModel::line_text(int month, int line, int column) const {
    const pricing::LineItem& item =
        bill_->periods[static_cast<std::size_t>(month)].lines[static_cast<std::size_t>(line)];
    switch (column) {
        case kWhat:
            return name_of(item);
        case kQuantity:
            return localised(format_decimal(item.quantity, 6));
        case kUnit:
            return from_utf8(item.unit);
        case kUnitPrice:
            return localised(to_text(item.unit_price)) +
                   (item.doubts.empty() ? QString{} : QStringLiteral(" *"));
        case kCost:
            return amount_text(item.cost, *bill_);
        default:
            return {};
    }
}

QString BillModel::text_at(const Place& place, int column) const {
    if (place.line < 0) return month_text(place.month, column);
    if (place.step < 0) return line_text(place.month, place.line, column);
    const auto& lines = bill_->periods[static_cast<std::size_t>(place.month)].lines;
    return column == kWhat
               ? localised_sentence(
                     lines[static_cast<std::size_t>(place.line)].steps[static_cast<std::size_t>(place.step)])
               : QString{};
}

QVariant BillModel::plain_at(const Place& place, int column) const {
    const pricing::PeriodBill& month = bill_->periods[static_cast<std::size_t>(place.month)];
    if (place.line < 0)
        return column == kCost ? QVariant{from_utf8(format_decimal(month.total.amount()))} : QVariant{};
    const pricing::LineItem& item = month.lines[static_cast<std::size_t>(place.line)];
    if (place.step >= 0)
        return column == kWhat ? QVariant{from_utf8(item.steps[static_cast<std::size_t>(place.step)])}
                               : QVariant{};
    if (column == kQuantity) return from_utf8(format_decimal(item.quantity, 6));
    if (column == kUnitPrice) return from_utf8(to_text(item.unit_price));
    return column == kCost ? QVariant{from_utf8(format_decimal(item.cost.amount()))} : QVariant{};
}

QVariant BillModel::data(const QModelIndex& index, int role) const {
    if (!bill_ || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Place place = place_of(index);
    const bool is_line = place.line >= 0 && place.step < 0;
    if (role == Qt::DisplayRole) return text_at(place, index.column());
    if (role == TableModel::kPlainRole) return plain_at(place, index.column());
    if (role == Qt::ToolTipRole && place.step >= 0) return text_at(place, kWhat);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (index.column() == kWhat || index.column() == kUnit ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
    if (role == Qt::DecorationRole && is_line && index.column() == kWhat)
        return colour_of(bill_->periods[static_cast<std::size_t>(place.month)]
                             .lines[static_cast<std::size_t>(place.line)]
                             .charge);
    if (role == Qt::FontRole && place.line < 0) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant BillModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == kWhat || section == kUnit ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kWhat:
            return tr("Month, line, step");
        case kQuantity:
            return tr("Quantity");
        case kUnit:
            return tr("Unit");
        case kUnitPrice:
            return tr("Unit price");
        case kCost:
            return bill_ ? tr("Cost, %1").arg(from_utf8(bill_->currency)) : tr("Cost");
        default:
            return {};
    }
}

}  // namespace firn::gui
