#include "gui/pages/flow_row.hpp"

#include <algorithm>

namespace firn::gui {

namespace {

constexpr int kRowGap = 6;

bool can_grow(const QLayoutItem& item) { return (item.expandingDirections() & Qt::Horizontal) != 0; }

/// What an item must have; of one that does not grow what it would like to have.
int width_of(const QLayoutItem& item) {
    return can_grow(item) ? item.minimumSize().width() : item.sizeHint().width();
}

}  // namespace

FlowRow::FlowRow(int gap) : gap_{gap} { setContentsMargins(0, 0, 0, 0); }

FlowRow::~FlowRow() = default;

void FlowRow::addItem(QLayoutItem* item) { items_.emplace_back(item); }

int FlowRow::count() const { return static_cast<int>(items_.size()); }

QLayoutItem* FlowRow::itemAt(int index) const {
    return 0 <= index && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowRow::takeAt(int index) {
    if (itemAt(index) == nullptr) return nullptr;
    QLayoutItem* taken = items_[static_cast<std::size_t>(index)].release();
    items_.erase(items_.begin() + index);
    return taken;
}

Qt::Orientations FlowRow::expandingDirections() const { return Qt::Horizontal; }

bool FlowRow::hasHeightForWidth() const { return true; }

std::vector<FlowRow::Row> FlowRow::rows_in(int width) const {
    std::vector<Row> rows;
    for (const auto& item : items_) {
        if (item->isEmpty()) continue;
        const int wide = width_of(*item);
        if (rows.empty() || rows.back().width + gap_ + wide > width) rows.push_back({.width = -gap_});
        Row& row = rows.back();
        row.items.push_back(item.get());
        row.width += gap_ + wide;
        row.height = std::max(row.height, item->sizeHint().height());
    }
    return rows;
}

int FlowRow::heightForWidth(int width) const {
    int height = -kRowGap;
    for (const Row& row : rows_in(width))
        height += kRowGap + row.height;
    return std::max(height, 0);
}

QSize FlowRow::sizeHint() const {
    QSize all{-gap_, 0};
    for (const auto& item : items_) {
        if (item->isEmpty()) continue;
        all.rwidth() += gap_ + item->sizeHint().width();
        all.setHeight(std::max(all.height(), item->sizeHint().height()));
    }
    return all.expandedTo({0, 0});
}

QSize FlowRow::minimumSize() const {
    QSize least;
    for (const auto& item : items_)
        least = least.expandedTo({width_of(*item), item->sizeHint().height()});
    return least;
}

void FlowRow::place_row(const Row& row, QRect place) const {
    const auto growing = std::count_if(row.items.begin(), row.items.end(),
                                       [](const QLayoutItem* item) { return can_grow(*item); });
    const int more = growing > 0 ? std::max(0, place.width() - row.width) / static_cast<int>(growing) : 0;
    for (QLayoutItem* item : row.items) {
        const int wide = width_of(*item) + (can_grow(*item) ? more : 0);
        item->setGeometry({place.left(), place.top(), wide, row.height});
        place.setLeft(place.left() + wide + gap_);
    }
}

void FlowRow::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    QRect row_place = place;
    for (const Row& row : rows_in(place.width())) {
        place_row(row, row_place);
        row_place.setTop(row_place.top() + row.height + kRowGap);
    }
}

}  // namespace firn::gui
