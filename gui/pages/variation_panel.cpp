#include "gui/pages/variation_panel.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kValueWidth = 62;

}  // namespace

VariationPanel::VariationPanel(QWidget* parent)
    : QWidget{parent}, grid_{new QGridLayout{this}}, back_{new QPushButton{tr("&As stated"), this}} {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setVerticalSpacing(8);
    grid_->setColumnStretch(1, 1);
    back_->setToolTip(tr("Everything as the alternatives and the demand say it"));
    back_->setEnabled(false);
    connect(back_, &QPushButton::clicked, this, &VariationPanel::go_back);
}

void VariationPanel::show_sliders(std::vector<VariationSlider> sliders, bool is_growth_stated) {
    if (sliders == sliders_ && is_growth_stated == is_growth_stated_) return;
    sliders_ = std::move(sliders);
    is_growth_stated_ = is_growth_stated;
    variation_ = {};
    back_->setEnabled(false);
    build();
}

void VariationPanel::build() {
    for (const Row& row : std::exchange(rows_, {})) {
        delete row.name;
        delete row.slider;
        delete row.value;
    }
    for (std::size_t row = 0; row < sliders_.size(); ++row) {
        rows_.push_back(new_row(sliders_[row], static_cast<int>(row)));
        connect(rows_[row].slider, &QSlider::valueChanged, this,
                [this, row](int place) { take(row, place); });
    }
    grid_->addWidget(back_, static_cast<int>(sliders_.size()), 1, 1, 2, Qt::AlignRight);
}

VariationPanel::Row VariationPanel::new_row(const VariationSlider& slider, int number) {
    Row row{new QLabel{slider.name, this}, new QSlider{Qt::Horizontal, this},
            new QLabel{slider.stated_text, this}};
    row.name->setBuddy(row.slider);
    row.slider->setRange(slider.from, slider.to);
    row.slider->setValue(slider.stated);
    row.slider->setPageStep(std::max(1, (slider.to - slider.from) / 10));
    row.slider->setAccessibleName(slider.name);
    row.slider->setAccessibleDescription(slider.help);
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.value->setMinimumWidth(kValueWidth);
    for (QWidget* widget : {static_cast<QWidget*>(row.name), static_cast<QWidget*>(row.slider),
                            static_cast<QWidget*>(row.value)})
        widget->setToolTip(slider.help);
    grid_->addWidget(row.name, number, 0);
    grid_->addWidget(row.slider, number, 1);
    grid_->addWidget(row.value, number, 2);
    return row;
}

void VariationPanel::take(std::size_t row, int place) {
    variation_ = moved(variation_, sliders_[row].varied, place);
    rows_[row].value->setText(text_of(sliders_[row].varied, place, is_growth_stated_));
    back_->setEnabled(true);
    emit changed();
}

void VariationPanel::move(Varied varied, int place) {
    for (std::size_t row = 0; row < sliders_.size(); ++row) {
        if (sliders_[row].varied == varied) rows_[row].slider->setValue(place);
    }
}

void VariationPanel::go_back() {
    variation_ = {};
    for (std::size_t row = 0; row < sliders_.size(); ++row) {
        const QSignalBlocker quietly{rows_[row].slider};
        rows_[row].slider->setValue(sliders_[row].stated);
        rows_[row].value->setText(sliders_[row].stated_text);
    }
    back_->setEnabled(false);
    emit changed();
}

}  // namespace firn::gui
