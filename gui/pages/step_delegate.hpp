#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace firn::gui {

/// Shows the steps of a bill's line over the whole width of the tree, in as many lines as they need.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit StepDelegate(QTreeView& tree);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    [[nodiscard]] int width_for(const QModelIndex& index) const;

    QTreeView& tree_;
};

}  // namespace firn::gui
