#include "gui/pages/answer_bar.hpp"

#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"
#include "gui/worker/run_worker.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace firn::gui {

namespace {

constexpr int kBarWidth = 160;
constexpr int kBarHeight = 6;
constexpr qsizetype kMostFaults = 5;  // shown at once
constexpr int kNoteIndent = 22;
constexpr int kNotesHeight = 190;  // of what is scrolled beyond
constexpr int kRevealAfter = 250;  // milliseconds

QToolButton* notes_button(QWidget* parent) {
    auto* button = new QToolButton{parent};
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setArrowType(Qt::RightArrow);
    button->setText(QObject::tr("Notes"));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(QObject::tr("What was guessed, left out, or is to be known about this answer"));
    return button;
}

QProgressBar* thin_bar(QWidget* parent) {
    auto* bar = new QProgressBar{parent};
    bar->setFixedSize(kBarWidth, kBarHeight);
    bar->setTextVisible(false);
    bar->setAccessibleName(QObject::tr("Progress of the run"));
    return bar;
}

}  // namespace

QString line_of(const Diagnostic& diagnostic) {
    const QString place = from_utf8(to_text(diagnostic.where));
    QString text = (place.isEmpty() ? place : place + QStringLiteral(": ")) + from_utf8(diagnostic.what);
    if (!diagnostic.expected.empty())
        text += QObject::tr("; expected: %1").arg(from_utf8(diagnostic.expected));
    if (!diagnostic.remedy.empty()) text += QStringLiteral(" – ") + from_utf8(diagnostic.remedy);
    return text;
}

QStringList lines_of(const Diagnostics& diagnostics) {
    QStringList lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines += line_of(diagnostic);
    return counted(lines);
}

AnswerBar::AnswerBar(QWidget* parent)
    : QWidget{parent},
      answer_{new WrappedText{this}},
      fault_{new WrappedText{this}},
      bar_{thin_bar(this)},
      stage_{new QLabel{this}},
      cancel_{new QPushButton{tr("Cancel"), this}},
      again_{new QPushButton{tr("Run"), this}},
      open_{new QPushButton{tr("Open a scenario …"), this}},
      notes_{notes_button(this)},
      note_texts_{new WrappedText{this}} {
    answer_->setObjectName(QStringLiteral("answer"));
    fault_->setObjectName(QStringLiteral("fault"));
    answer_->setAccessibleName(tr("Answer"));
    fault_->setAccessibleName(tr("What is wrong"));
    note_texts_->setAccessibleName(tr("Notes"));
    note_texts_->keep_below(kNotesHeight);
    stage_->setProperty("quiet", true);
    auto* indented = new QHBoxLayout;
    indented->setContentsMargins(kNoteIndent, 0, 0, 0);
    indented->addWidget(note_texts_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(answer_);
    layout->addLayout(make_run_row());
    layout->addWidget(fault_);
    layout->addWidget(notes_);
    layout->addLayout(indented);
    reveal_.setSingleShot(true);
    reveal_.setInterval(kRevealAfter);
    connect(&reveal_, &QTimer::timeout, this, &AnswerBar::reveal);
    connect(cancel_, &QPushButton::clicked, this, &AnswerBar::cancelled);
    connect(again_, &QPushButton::clicked, this, &AnswerBar::asked_again);
    connect(open_, &QPushButton::clicked, this, &AnswerBar::scenario_wanted);
    connect(notes_, &QToolButton::toggled, this, [this](bool is_open) {
        notes_->setArrowType(is_open ? Qt::DownArrow : Qt::RightArrow);
        note_texts_->setVisible(is_open);
    });
    note_texts_->hide();
    notes_->hide();
    answer_->hide();
    fault_->hide();
    show_idle();
    again_->hide();
    open_->hide();
}

QHBoxLayout* AnswerBar::make_run_row() {
    auto* row = new QHBoxLayout;
    row->addWidget(open_);
    row->addWidget(bar_);
    row->addWidget(stage_);
    row->addStretch();
    row->addWidget(again_);
    row->addWidget(cancel_);
    return row;
}

void AnswerBar::show_answer(const QString& sentence) {
    answer_->show_text(sentence);
    answer_->setVisible(!sentence.isEmpty());
    again_->hide();
    open_->hide();
}

void AnswerBar::show_lack(const QString& sentence) {
    show_fault({});
    show_answer(sentence);
    open_->show();
}

void AnswerBar::show_running() {
    bar_->setRange(0, 0);
    stage_->setText(tr("Running …"));
    again_->hide();
    open_->hide();
    reveal_.start();
}

void AnswerBar::reveal() {
    bar_->show();
    stage_->show();
    cancel_->show();
}

void AnswerBar::show_progress(const RunProgress& progress) {
    bar_->setRange(0, progress.percent ? 100 : 0);
    if (progress.percent) bar_->setValue(*progress.percent);
    const QString counted = progress.counted.isEmpty() ? tr("files") : progress.counted;
    stage_->setText(
        tr("%1: %2 %3").arg(spoken(to_utf8(progress.stage)), count_text(progress.files), counted));
}

void AnswerBar::be_small() { answer_->setObjectName({}); }

void AnswerBar::show_idle(bool is_answered) {
    reveal_.stop();
    bar_->hide();
    stage_->hide();
    cancel_->hide();
    again_->setVisible(!is_answered);
}

void AnswerBar::show_faults(const Diagnostics& faults) {
    QStringList texts = lines_of(faults);
    const qsizetype more = texts.size() - kMostFaults;
    texts = texts.mid(0, kMostFaults);
    if (more > 0) texts += tr("and %1 more").arg(more);
    show_fault(texts.join(QLatin1Char{'\n'}));
}

void AnswerBar::show_notes(const QStringList& notes) {
    notes_->setText(notes.size() == 1 ? tr("1 note") : tr("%1 notes").arg(notes.size()));
    note_texts_->show_text(notes.join(QLatin1Char{'\n'}));
    notes_->setVisible(!notes.isEmpty());
    note_texts_->setVisible(!notes.isEmpty() && notes_->isChecked());
}

void AnswerBar::show_failure(const QString& what) {
    show_fault(tr("This should not have happened: %1. The scenario is as it was; please tell us how it came "
                  "to this.")
                   .arg(what));
}

void AnswerBar::show_fault(const QString& text) {
    const Theme theme = theme_of(palette());
    fault_->stand_on(theme.error_box, theme.error);
    fault_->show_text(text);
    fault_->setVisible(!text.isEmpty());
}

}  // namespace firn::gui
