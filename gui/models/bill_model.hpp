#pragma once

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace firn::pricing {
struct Bill;
}

namespace firn::gui {

/// A bill as a tree: months, their lines, the steps of each line.
class BillModel : public QAbstractItemModel {
    Q_OBJECT

  public:
    enum Column { kWhat, kQuantity, kUnit, kUnitPrice, kCost, kColumns };

    using QAbstractItemModel::QAbstractItemModel;

    /// The owner keeps the bill's home alive: an aliasing pointer into an answer is welcome.
    void show_bill(std::shared_ptr<const pricing::Bill> bill);
    [[nodiscard]] const pricing::Bill* bill() const { return bill_.get(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    /// What an index points at; month and line count from zero, absent below their level.
    struct Place {
        int month = -1;
        int line = -1;
        int step = -1;
    };
    [[nodiscard]] Place place_of(const QModelIndex& index) const;
    [[nodiscard]] QString text_at(const Place& place, int column) const;
    /// The number behind a text, with a decimal point and no separators; a step as the core writes it.
    [[nodiscard]] QVariant plain_at(const Place& place, int column) const;
    [[nodiscard]] QString month_text(int month, int column) const;
    [[nodiscard]] QString line_text(int month, int line, int column) const;

    std::shared_ptr<const pricing::Bill> bill_;
};

}  // namespace firn::gui
