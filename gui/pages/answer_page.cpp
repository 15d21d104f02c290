#include "gui/pages/answer_page.hpp"

#include "core/scenario/fingerprint.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/text.hpp"

#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

namespace {

constexpr int kMargin = 16;

QString text_of(const report::Provenance& provenance) {
    QStringList parts{QObject::tr("Firn %1").arg(from_utf8(provenance.program_version))};
    if (provenance.seed) parts += QObject::tr("seed %1").arg(*provenance.seed);
    if (provenance.scenario_hash)
        parts += QObject::tr("scenario %1").arg(from_utf8(*provenance.scenario_hash));
    for (const report::PriceBookIdentity& book : provenance.price_books)
        parts += QObject::tr("prices %1/%2, verified until %3")
                     .arg(from_utf8(book.name), from_utf8(book.region), from_utf8(book.verified_until));
    parts.removeDuplicates();  // of a book that several alternatives share
    return parts.join(QStringLiteral("  ·  "));
}

}  // namespace

AnswerPage::AnswerPage(QString key, QString title, ScenarioDocument& document, QWidget* parent)
    : Page{std::move(key), std::move(title), parent},
      document_{document},
      bar_{new AnswerBar{this}},
      body_{new QVBoxLayout{this}} {
    body_->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    body_->addWidget(bar_);
    connect(bar_, &AnswerBar::cancelled, this, &AnswerPage::cancel);
    connect(bar_, &AnswerBar::asked_again, this, &AnswerPage::run_again);
    connect(bar_, &AnswerBar::scenario_wanted, this, &Page::scenario_wanted);
    connect(&worker_, &RunWorker::progressed, bar_, &AnswerBar::show_progress);
    connect(&worker_, &RunWorker::failed, this, [this](const QString& what) {
        asked_.clear();
        bar_->show_failure(what);
    });
    connect(&worker_, &RunWorker::ended, this, &AnswerPage::end);
}

void AnswerPage::refresh() {
    const bool has_nothing = document_.text().trimmed().isEmpty() && sentences_.isEmpty();
    if (needs_scenario() && (has_nothing || purpose().isEmpty())) return show_lack();
    if (const QString what = missing(); !what.isEmpty()) {
        cancel();
        bar_->show_fault({});
        return bar_->show_answer(what);
    }
    if (!needs_scenario()) return ask(beside(), {});
    const auto& scenario = document_.reading().scenario;
    if (!scenario) {
        const QString errors = tr("The scenario has errors; they stand beside its settings.");
        const QString last = tr(" What is shown here answers the last one without.");
        return bar_->show_fault(sentences_.isEmpty() ? errors : errors + last);
    }
    Question question{.scenario = *scenario, .folder = document_.folder(), .assumed = document_.assumed()};
    std::string asks = question.folder + "\n" + scenario::canonical_text(*scenario) + "\n" + beside();
    for (const std::string& setting : question.assumed)
        asks += "\n" + setting;
    ask(std::move(asks), std::move(question));
}

void AnswerPage::show_lack() {
    if (purpose().isEmpty()) return;
    cancel();
    bar_->show_lack(purpose() +
                    tr(" Open one, begin with a template (File › New), or drop a trace, a listing or "
                       "monthly totals on the window."));
}

void AnswerPage::ask(std::string asks, Question question) {
    if (asks == asked_) return;
    asked_ = std::move(asks);
    bar_->show_fault({});
    bar_->show_running();
    worker_.start(work_on(std::move(question)));
}

void AnswerPage::go_on(RunWorker::Work work) {
    bar_->show_idle(true);
    bar_->show_answer(sentences_.isEmpty() ? QString{} : sentences_.constFirst());
    worker_.start(std::move(work));
}

void AnswerPage::run_again() {
    asked_.clear();
    refresh();
}

void AnswerPage::cancel() {
    asked_.clear();
    worker_.cancel();
}

void AnswerPage::end() {
    bar_->show_idle();
    if (!asked_.empty()) bar_->show_answer(sentences_.isEmpty() ? QString{} : sentences_.constFirst());
    emit told(provenance_);
    emit settled();
}

void AnswerPage::show_sentences(QStringList sentences, QStringList assumptions,
                                const report::Provenance& provenance) {
    sentences_ = std::move(sentences);
    assumptions_ = std::move(assumptions);
    provenance_ = text_of(provenance);
    bar_->show_answer(sentences_.isEmpty() ? QString{} : sentences_.constFirst());
}

void AnswerPage::show_notes(const Diagnostics& notes) {
    notes_ = lines_of(notes);
    bar_->show_notes(notes_);
}

void AnswerPage::show_faults(const Diagnostics& faults) { bar_->show_faults(faults); }

}  // namespace firn::gui
