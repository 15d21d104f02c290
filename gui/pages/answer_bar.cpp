#include "gui/pages/answer_bar.hpp"

#include "gui/text.hpp"
#include "gui/theme.hpp"
#include "gui/worker/run_worker.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace firn::gui {

namespace {

constexpr int kBarWidth = 160;
constexpr int kBarHeight = 6;
constexpr std::size_t kMostFaults = 5;  // shown at once

QString fault_text(const Diagnostic& fault) {
    QString text = from_utf8(fault.what);
    if (!fault.expected.empty()) text += QObject::tr("; expected: %1").arg(from_utf8(fault.expected));
    if (!fault.remedy.empty()) text += QStringLiteral(" – ") + from_utf8(fault.remedy);
    return text;
}

QProgressBar* thin_bar(QWidget* parent) {
    auto* bar = new QProgressBar{parent};
    bar->setFixedSize(kBarWidth, kBarHeight);
    bar->setTextVisible(false);
    bar->setAccessibleName(QObject::tr("Progress of the run"));
    return bar;
}

}  // namespace

AnswerBar::AnswerBar(QWidget* parent)
    : QWidget{parent},
      answer_{new QLabel{this}},
      fault_{new QLabel{this}},
      bar_{thin_bar(this)},
      stage_{new QLabel{this}},
      cancel_{new QPushButton{tr("Cancel"), this}},
      again_{new QPushButton{tr("Run"), this}} {
    answer_->setObjectName(QStringLiteral("answer"));
    answer_->setWordWrap(true);
    answer_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fault_->setWordWrap(true);
    fault_->setMargin(8);
    fault_->setAutoFillBackground(true);
    fault_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    stage_->setProperty("quiet", true);
    auto* run = new QHBoxLayout;
    run->addWidget(bar_);
    run->addWidget(stage_);
    run->addStretch();
    run->addWidget(again_);
    run->addWidget(cancel_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(answer_);
    layout->addLayout(run);
    layout->addWidget(fault_);
    connect(cancel_, &QPushButton::clicked, this, &AnswerBar::cancelled);
    connect(again_, &QPushButton::clicked, this, &AnswerBar::asked_again);
    fault_->hide();
    show_idle();
    again_->hide();
}

void AnswerBar::show_answer(const QString& sentence) {
    answer_->setText(sentence);
    answer_->setAccessibleName(sentence);
    again_->hide();
}

void AnswerBar::show_running() {
    bar_->setRange(0, 0);
    stage_->setText(tr("Running …"));
    bar_->show();
    stage_->show();
    cancel_->show();
    again_->hide();
}

void AnswerBar::show_progress(const RunProgress& progress) {
    bar_->setRange(0, progress.percent ? 100 : 0);
    if (progress.percent) bar_->setValue(*progress.percent);
    stage_->setText(tr("%1: %2 files").arg(spoken(to_utf8(progress.stage)), count_text(progress.files)));
}

void AnswerBar::show_idle() {
    bar_->hide();
    stage_->hide();
    cancel_->hide();
    again_->show();
}

void AnswerBar::show_faults(const Diagnostics& faults) {
    QStringList texts;
    for (const Diagnostic& fault : faults) {
        if (static_cast<std::size_t>(texts.size()) < kMostFaults) texts += fault_text(fault);
    }
    if (faults.size() > kMostFaults) texts += tr("and %1 more").arg(faults.size() - kMostFaults);
    show_fault(texts.join(QLatin1Char{'\n'}));
}

void AnswerBar::show_fault(const QString& text) {
    const Theme theme = theme_of(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme.error_box);
    colours.setColor(QPalette::WindowText, theme.error);
    fault_->setPalette(colours);
    fault_->setText(text);
    fault_->setVisible(!text.isEmpty());
}

}  // namespace firn::gui
