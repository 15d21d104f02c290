#include "gui/pages/table_view.hpp"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QTableView>

namespace firn::gui {

namespace {

constexpr int kRowHeight = 26;

}  // namespace

QTableView* new_table_view(QAbstractItemModel& model, const char* accessible_name, QWidget* parent) {
    auto* view = new QTableView{parent};
    view->setModel(&model);
    view->setAccessibleName(QObject::tr(accessible_name));
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);  // arrows go from cell to cell, Tab on to the next control
    view->setAlternatingRowColors(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

}  // namespace firn::gui
