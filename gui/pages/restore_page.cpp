#include "gui/pages/restore_page.hpp"

#include "core/report/restore_tables.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/charts/plot.hpp"
#include "gui/charts/restore_plots.hpp"
#include "gui/models/report_table.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/table_tabs.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

namespace {

constexpr int kFieldWidth = 120;
constexpr qsizetype kShownSentences = 2;  // beside the answer; the rest is below

QLineEdit* new_field(const QString& name, const QString& hint, const QString& help, QWidget* parent) {
    auto* field = new QLineEdit{parent};
    field->setAcceptDrops(false);  // files that are dropped are the page's
    field->setFixedWidth(kFieldWidth);
    field->setPlaceholderText(hint);
    field->setToolTip(help);
    field->setAccessibleName(name);
    field->setAccessibleDescription(help);
    field->setClearButtonEnabled(true);
    return field;
}

}  // namespace

RestorePage::RestorePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("restore"), tr("Restore"), document, parent},
      within_{new_field(tr("Deadline"), tr("none"),
                        tr("Until when everything must be back, such as 48 h: the cheapest way that meets "
                           "it is chosen"),
                        this)},
      budget_{new_field(tr("Budget"), tr("none"),
                        tr("The most it may cost; without a deadline the fastest way within it is chosen"),
                        this)},
      currency_{new QLabel{this}},
      stay_{new QCheckBox{tr("&Used in the region"), this}},
      typical_{new WrappedText{this}},
      cost_{new Plot{this}},
      course_{new Plot{this}},
      tabs_{new TableTabs{this}},
      schedule_{tabs_->add_table(tr("What to ask for when"))},
      ways_{tabs_->add_table(tr("Ways"))},
      steps_{tabs_->add_table(tr("Hours of the chosen way"))},
      lines_{tabs_->add_table(tr("Its bill"))},
      rest_{tabs_->add_text(tr("In words"))} {
    auto* plots = new QSplitter{Qt::Horizontal, this};
    plots->addWidget(cost_);
    plots->addWidget(course_);
    plots->setStretchFactor(0, 3);
    plots->setStretchFactor(1, 2);
    plots->setChildrenCollapsible(false);
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(plots);
    halves->addWidget(tabs_);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setChildrenCollapsible(false);
    typical_->setAccessibleName(tr("More of the answer"));
    typical_->hide();  // until there is more
    body()->addWidget(typical_);
    body()->addLayout(make_fields());
    body()->addWidget(halves, 1);
    for (QLineEdit* field : {within_, budget_})
        connect(field, &QLineEdit::editingFinished, this, &RestorePage::refresh);
    connect(stay_, &QCheckBox::toggled, this, &RestorePage::refresh);
}

QLayout* RestorePage::make_fields() {
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& text, QWidget* field) {
        auto* label = new QLabel{text, this};
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(tr("&Deadline"), within_);
    row->addSpacing(16);
    add(tr("Bud&get"), budget_);
    row->addWidget(currency_);
    row->addSpacing(16);
    stay_->setToolTip(tr("What is restored is used in the region: nothing is transferred out"));
    row->addWidget(stay_);
    row->addStretch();
    return row;
}

RestoreFields RestorePage::fields() const { return {within_->text(), budget_->text(), stay_->isChecked()}; }

void RestorePage::set_fields(const RestoreFields& fields) {
    within_->setText(fields.within);
    budget_->setText(fields.budget);
    stay_->setChecked(fields.stay_in_region);
    refresh();
}

std::string RestorePage::beside() const { return key_of(fields()); }

QString RestorePage::purpose() const {
    return tr("How the archives come back, and what that costs, is planned for a scenario.");
}

RunWorker::Work RestorePage::work_on(Question question) {
    std::string key = question.folder + "\n" + scenario::canonical_text(question.scenario);
    const auto known = answer_ && key == basis_key_ ? answer_->basis : nullptr;
    return [this, known, key = std::move(key), terms = terms_of(fields()),
            question = std::move(question)](RunContext& context) {
        using Answer = std::shared_ptr<const RestoreAnswer>;
        const auto show = [this, key, terms](const Answer& answer) {
            basis_key_ = key;
            show_answer(answer, *terms);
        };
        if (!terms) return delivery_of(Result<Answer>{terms.error()}, show);
        const auto basis =
            known ? Result<std::shared_ptr<const RestoreBasis>>{known} : restore_basis_of(question, context);
        if (!basis) return delivery_of(Result<Answer>{basis.error()}, show);
        return delivery_of(answer_restore(*basis, *terms, context), show);
    };
}

void RestorePage::show_answer(const std::shared_ptr<const RestoreAnswer>& answer, const RestoreTerms& terms) {
    answer_ = answer;
    const restore::RestorePlan& plan = answer_->plan;
    show_sentences(texts_of(answer_->sentences), texts_of(answer_->assumptions), answer_->basis->provenance);
    show_notes(answer_->basis->notes);
    if (!answer_->refusal.empty()) show_faults(answer_->refusal);
    typical_->show_text(sentences().mid(1, kShownSentences).join(QLatin1Char{' '}));
    typical_->setVisible(!typical_->text().isEmpty());
    currency_->setText(from_utf8(plan.service.book.currency));
    cost_->show_content(cost_by_hours(plan, {terms.within, terms.budget}));
    course_->show_content(course_of_restore(plan.ways[plan.chosen]));
    show_tables();
}

void RestorePage::show_tables() {
    const report::RestoreReport report = answer_->report();
    const restore::RestorePlan& plan = answer_->plan;
    schedule_->show_content(table_of(report::rounds_table(report, plan.ways[plan.chosen].rounds.size())));
    ways_->show_content(table_of(report::ways_table(report), plan.chosen));
    steps_->show_content(table_of(report::steps_table(report)));
    lines_->show_content(table_of(report::lines_table(report)));
    rest_->setHtml(paragraphs(sentences(), assumptions()));
}

std::vector<Exhibit> RestorePage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Cost by hours"), cost_, ways_},
            {tr("Course of the restore"), course_, schedule_},
            {tr("Hours of the chosen way"), nullptr, steps_},
            {tr("Bill of the chosen way"), nullptr, lines_}};
}

}  // namespace firn::gui
