#include "gui/pages/table_tabs.hpp"

#include "gui/pages/table_view.hpp"
#include "gui/pages/wrapped_text.hpp"

#include <QHeaderView>
#include <QTabBar>
#include <QTableView>

namespace firn::gui {

namespace {

constexpr int kTextMargin = 8;

/// A last column of numbers stays beside its neighbour; text takes what is left.
void let_text_stretch(const QTableView& view, const QAbstractItemModel& model) {
    const int alignment =
        model.headerData(model.columnCount() - 1, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    view.horizontalHeader()->setStretchLastSection((alignment & Qt::AlignRight) == 0);
}

}  // namespace

TableTabs::TableTabs(QWidget* parent) : QTabWidget{parent} {
    setDocumentMode(true);
    tabBar()->setAccessibleName(tr("Tables of the answer"));
}

TableModel* TableTabs::add_table(const QString& name) {
    auto* model = new TableModel{this};
    QTableView* view = new_table_view(*model, "", this);
    view->setAccessibleName(name);
    connect(model, &QAbstractItemModel::modelReset, view, [view, model] { let_text_stretch(*view, *model); });
    addTab(view, name);
    return model;
}

QTextEdit* TableTabs::add_text(const QString& name) {
    QTextEdit* text = new_scrolled_text(name, this);
    text->document()->setDocumentMargin(kTextMargin);
    addTab(text, name);
    return text;
}

}  // namespace firn::gui
