#include "gui/pages/step_delegate.hpp"

#include "gui/theme.hpp"

#include <QPainter>
#include <QTreeView>

namespace firn::gui {

namespace {

constexpr int kPadding = 3;
constexpr int kStepLevel = 2;
constexpr int kAnyHeight = 10000;

int level_of(const QModelIndex& index) {
    int level = 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++level;
    return level;
}

bool is_step(const QModelIndex& index) { return level_of(index) == kStepLevel && index.column() == 0; }

}  // namespace

StepDelegate::StepDelegate(QTreeView& tree) : QStyledItemDelegate{&tree}, tree_{tree} {}

int StepDelegate::width_for(const QModelIndex& index) const {
    return tree_.viewport()->width() - tree_.indentation() * (level_of(index) + 1) - 2 * kPadding;
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (!is_step(index)) return QStyledItemDelegate::paint(painter, option, index);
    const bool is_chosen = (option.state & QStyle::State_Selected) != 0;
    if (is_chosen) painter->fillRect(option.rect, option.palette.highlight());
    painter->setPen(is_chosen ? option.palette.color(QPalette::HighlightedText)
                              : theme_of(option.palette).muted);
    painter->setFont(option.font);
    painter->drawText(option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding),
                      static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap,
                      index.data().toString());
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!is_step(index)) return QStyledItemDelegate::sizeHint(option, index);
    const QRect room{0, 0, width_for(index), kAnyHeight};
    const QRect used = option.fontMetrics.boundingRect(room, Qt::TextWordWrap, index.data().toString());
    return {room.width(), used.height() + 2 * kPadding};
}

}  // namespace firn::gui
