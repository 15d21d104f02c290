#include "gui/reading_order.hpp"

#include <QGridLayout>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

/// The items of a grid by rows; of other layouts as they come.
std::vector<int> order_of(const QLayout& layout) {
    std::vector<int> items;
    for (int i = 0; i < layout.count(); ++i)
        items.push_back(i);
    const auto* grid = qobject_cast<const QGridLayout*>(&layout);
    if (grid == nullptr) return items;
    const auto place_of = [grid](int item) {
        std::pair<int, int> place{};
        int rows = 0;
        int columns = 0;
        grid->getItemPosition(item, &place.first, &place.second, &rows, &columns);
        return place;
    };
    std::stable_sort(items.begin(), items.end(), [&](int a, int b) { return place_of(a) < place_of(b); });
    return items;
}

void add_layout(const QLayout& layout, std::vector<QWidget*>& parts) {
    for (const int i : order_of(layout)) {
        QLayoutItem& item = *layout.itemAt(i);
        if (item.widget() != nullptr) parts.push_back(item.widget());
        if (item.layout() != nullptr) add_layout(*item.layout(), parts);
    }
}

/// What a widget is made of, in order.
std::vector<QWidget*> parts_of(const QWidget& widget) {
    std::vector<QWidget*> parts;
    if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget))
        return {tabs->tabBar(), tabs->currentWidget()};
    if (const auto* area = qobject_cast<const QScrollArea*>(&widget)) return {area->widget()};
    if (const auto* splitter = qobject_cast<const QSplitter*>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            parts.push_back(splitter->widget(i));
        return parts;
    }
    if (widget.layout() != nullptr) add_layout(*widget.layout(), parts);
    return parts;
}

bool can_be_reached(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && widget.focusProxy() == nullptr;
}

void add(QWidget& widget, std::vector<QWidget*>& order) {
    if (!widget.isVisible()) return;
    if (can_be_reached(widget)) order.push_back(&widget);
    for (QWidget* part : parts_of(widget)) {
        if (part != nullptr) add(*part, order);
    }
}

}  // namespace

std::vector<QWidget*> reading_order(QWidget& root) {
    std::vector<QWidget*> order;
    add(root, order);
    return order;
}

}  // namespace firn::gui
