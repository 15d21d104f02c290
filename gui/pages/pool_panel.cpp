#include "gui/pages/pool_panel.hpp"

#include "core/report/pool_sentences.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/models/report_table.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/side_question.hpp"
#include "gui/pages/table_view.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kUsualHours = 4;  // as `firn simulate --pools`
constexpr int kMostHours = 8760;
constexpr int kWordsWidth = 460;
constexpr int kLeastWordsWidth = 180;
constexpr int kLeastNamesWidth = 120;  // of the figures' names, which are wrapped
constexpr int kGap = 10;               // between table and words
constexpr int kTextDrop = 4;           // beside the words of a field

/// So much a column needs for its heading and what stands in it.
int width_for(const QAbstractItemView& view, const QHeaderView& header, int column) {
    return std::max(header.sectionSizeHint(column), view.sizeHintForColumn(column));
}

}  // namespace

PoolPanel::PoolPanel(QWidget* parent)
    : QWidget{parent},
      hours_{new QSpinBox{this}},
      side_{new SideQuestion{this}},
      table_{new TableModel{this}},
      words_{new_scrolled_text(tr("The pools in words"), this)} {
    hours_->setRange(1, kMostHours);
    hours_->setValue(kUsualHours);
    hours_->setSuffix(tr(" h"));
    hours_->setKeyboardTracking(false);
    hours_->setAccessibleName(tr("Length of the outage, hours"));
    hours_->setToolTip(tr("An outage of store or service that begins with the busiest hour"));
    auto* label = new QLabel{tr("O&utage of"), this};
    label->setBuddy(hours_);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(hours_);
    side_->setContentsMargins(0, kTextDrop, 0, 0);
    row->addWidget(side_, 1);
    figures_ = new_figures_view();
    words_->setMinimumWidth(kLeastWordsWidth);
    columns_ = new QHBoxLayout;
    columns_->addWidget(figures_, 3);
    columns_->addSpacing(kGap);
    columns_->addWidget(words_, 2);
    arrange();
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(row);
    layout->addLayout(columns_, 1);
    connect(hours_, &QSpinBox::valueChanged, this, &PoolPanel::ask);
    connect(side_, &SideQuestion::asked_again, this, &PoolPanel::ask);
    connect(side_, &SideQuestion::settled, this, &PoolPanel::settled);
}

/// Dates and numbers are seen whole, and the names have the rest; words that need more than there is are
/// wrapped.
QTableView* PoolPanel::new_figures_view() {
    QTableView* figures = new_table_view(*table_, QT_TR_NOOP("Pools"), this);
    QHeaderView* header = figures->horizontalHeader();
    header->setStretchLastSection(false);
    figures->setWordWrap(true);
    figures->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(header, &QHeaderView::sectionResized, figures, &QTableView::resizeRowsToContents);
    connect(table_, &TableModel::modelReset, this, [this, figures, header] {
        header->setSectionResizeMode(0, QHeaderView::Stretch);
        wanted_ =
            kLeastNamesWidth + 2 * figures->frameWidth() + figures->verticalScrollBar()->sizeHint().width();
        for (int column = 1; column < header->count(); ++column)
            wanted_ += width_for(*figures, *header, column);
        arrange();
    });
    return figures;
}

/// The words stand beside the table, or below it where there is no room for both.
void PoolPanel::arrange() {
    const bool has_room = wanted_ <= width();
    QHeaderView* header = figures_->horizontalHeader();
    for (int column = 1; column < header->count(); ++column)
        header->setSectionResizeMode(column, has_room ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    figures_->setMinimumWidth(has_room ? wanted_ : 0);
    const bool is_narrow = width() < wanted_ + kGap + kLeastWordsWidth;
    columns_->setDirection(is_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    words_->setMaximumWidth(is_narrow ? QWIDGETSIZE_MAX : kWordsWidth);
}

void PoolPanel::be_about(Question question) {
    question_ = std::move(question);
    has_question_ = true;
    if (isVisible()) ask();
}

void PoolPanel::set_outage_hours(int hours) { hours_->setValue(hours); }

void PoolPanel::cancel() { side_->cancel(); }

bool PoolPanel::is_running() const { return side_->is_running(); }

void PoolPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void PoolPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PoolPanel::ask() {
    if (!has_question_) return;
    const int hours = hours_->value();
    const std::string what =
        question_.folder + "\n" + scenario::canonical_text(question_.scenario) + "\n" + std::to_string(hours);
    side_->ask(what, [this, question = question_, hours](RunContext& context) -> RunWorker::Delivery {
        auto result = answer_pools(question, std::chrono::hours{hours}, context);
        return [this, result = std::move(result)] {
            if (!result) return side_->bar().show_faults(result.error());
            show_answer(*result);
        };
    });
}

void PoolPanel::show_answer(std::shared_ptr<const PoolAnswer> answer) {
    answer_ = std::move(answer);
    sentences_ = texts_of(report::pool_sentences(answer_->report()));
    side_->bar().show_answer(sentences_.constFirst());
    words_->setHtml(paragraphs(sentences_, {}));
    table_->show_content(table_of(report::pool_figures(answer_->report())));
}

}  // namespace firn::gui
