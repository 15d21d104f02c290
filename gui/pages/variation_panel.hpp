#pragma once

#include "core/alternatives/variation.hpp"
#include "gui/models/variation_sliders.hpp"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace firn::gui {

/// The sliders by which a comparison is varied, with what each says now, and the way back.
class VariationPanel : public QWidget {
    Q_OBJECT

  public:
    explicit VariationPanel(QWidget* parent);

    /// Shows these sliders where they are stated; if they are the ones that are shown, where they are.
    void show_sliders(std::vector<VariationSlider> sliders, bool is_growth_stated);
    [[nodiscard]] const alternatives::Variation& variation() const { return variation_; }
    /// As a person moves it; nothing where there is no such slider.
    void move(Varied varied, int place);
    /// Everything where it is stated.
    void go_back();

  signals:
    void changed();

  private:
    struct Row {
        QLabel* name = nullptr;
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };
    [[nodiscard]] Row new_row(const VariationSlider& slider, int number);
    void take(std::size_t row, int place);
    void build();

    std::vector<VariationSlider> sliders_;
    std::vector<Row> rows_;
    bool is_growth_stated_ = false;
    alternatives::Variation variation_{};
    QGridLayout* grid_;
    QPushButton* back_;
};

}  // namespace firn::gui
