#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace firn::gui {

/// Widgets beside each other, those that can grow as wide as there is room; what does not fit begins another
/// row, so that a small window shows all of them.
class FlowRow : public QLayout {
  public:
    explicit FlowRow(int gap);
    ~FlowRow() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

  private:
    /// Items of one row, their heights and widths.
    struct Row {
        std::vector<QLayoutItem*> items{};
        int width = 0;
        int height = 0;
    };
    [[nodiscard]] std::vector<Row> rows_in(int width) const;
    void place_row(const Row& row, QRect place) const;

    std::vector<std::unique_ptr<QLayoutItem>> items_{};
    int gap_;
};

}  // namespace firn::gui
