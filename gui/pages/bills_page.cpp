#include "gui/pages/bills_page.hpp"

#include "core/report/bill_report.hpp"
#include "core/report/bill_sentence.hpp"
#include "core/scenario/fingerprint.hpp"
#include "gui/charts/month_plot.hpp"
#include "gui/charts/plot.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/models/bill_model.hpp"
#include "gui/models/forecast_table.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/side_question.hpp"
#include "gui/pages/step_delegate.hpp"
#include "gui/text.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

namespace {

constexpr int kWhatWidth = 380;
constexpr int kNumberWidth = 150;

QTreeView* new_bill_tree(BillModel& model, QWidget* parent) {
    auto* tree = new QTreeView{parent};
    tree->setModel(&model);
    tree->setAccessibleName(QObject::tr("Lines of the bills"));
    tree->setAlternatingRowColors(true);
    tree->setItemDelegate(new StepDelegate{*tree});
    tree->header()->setStretchLastSection(true);
    tree->setColumnWidth(BillModel::kWhat, kWhatWidth);
    for (const int column : {BillModel::kQuantity, BillModel::kUnitPrice})
        tree->setColumnWidth(column, kNumberWidth);
    return tree;
}

/// The steps of a line are sentences: they take the whole width. Lines themselves, below a month, have
/// columns.
void span_steps(QTreeView& tree, const QModelIndex& line) {
    if (!line.parent().isValid()) return;
    for (int step = 0; step < tree.model()->rowCount(line); ++step)
        tree.setFirstColumnSpanned(step, line, true);
}

}  // namespace

BillsPage::BillsPage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("bills"), tr("Monthly bills"), document, parent},
      model_{new BillModel{this}},
      plot_{new Plot{this}},
      tree_{new_bill_tree(*model_, this)},
      wanted_{new QCheckBox{tr("Fore&cast"), this}},
      side_{new SideQuestion{this}},
      forecast_table_{new TableModel{this}} {
    body()->addWidget(make_forecast_row());
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(plot_);
    halves->addWidget(tree_);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    halves->setChildrenCollapsible(false);
    body()->addWidget(halves, 1);
    connect(plot_, &Plot::point_chosen, this, &BillsPage::open_month);
    connect(tree_, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { span_steps(*tree_, index); });
}

QWidget* BillsPage::make_forecast_row() {
    wanted_->setChecked(true);
    wanted_->setToolTip(
        tr("What the months will cost by the history of what arrived: P10 to P90 of each month"));
    auto* row = new QWidget{this};
    auto* layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(wanted_, 0, Qt::AlignTop);
    layout->addWidget(side_, 1);
    connect(wanted_, &QCheckBox::toggled, this, [this](bool is_wanted) {
        if (is_wanted) return ask_forecast();
        side_->cancel();
        forecast_.reset();
        side_->bar().show_answer({});
        draw();
    });
    connect(side_, &SideQuestion::settled, this, &BillsPage::settled);
    connect(side_, &SideQuestion::asked_again, this, &BillsPage::ask_forecast);
    return row;
}

QString BillsPage::purpose() const {
    const bool shows_usage = model_->bill() != nullptr && !answer_;
    return shows_usage && document().text().isEmpty() ? QString{}
                                                      : tr("The months of a scenario are billed here.");
}

RunWorker::Work BillsPage::work_on(Question question) {
    return [this, question = std::move(question)](RunContext& context) {
        return delivery_of(answer_run(question, false, context),
                           [this, question](const std::shared_ptr<const RunAnswer>& answer) {
                               show_answer(answer, question);
                           });
    };
}

void BillsPage::show_answer(std::shared_ptr<const RunAnswer> answer, const Question& question) {
    answer_ = std::move(answer);
    question_ = question;
    forecast_.reset();
    wanted_->setEnabled(true);
    const pricing::Bill& bill = answer_->simulation.bill;
    QStringList notes;
    for (const std::string& note : report::bill_notes(bill))
        notes += localised_sentence(note);
    show_sentences({localised_sentence(report::bill_sentence(bill))}, notes, answer_->provenance);
    show_notes(answer_->notes);
    take({answer_, &bill});
    ask_forecast();
}

void BillsPage::ask_forecast() {
    if (!answer_ || !wanted_->isChecked()) return;
    const std::string what = question_.folder + "\n" + scenario::canonical_text(question_.scenario);
    side_->ask(what, [this, question = question_](RunContext& context) -> RunWorker::Delivery {
        auto result = answer_forecast(question, context);
        return [this, result = std::move(result)] { show_forecast(result); };
    });
}

void BillsPage::show_forecast(const Result<std::shared_ptr<const ForecastAnswer>>& result) {
    if (!result && has_no_history(result.error()))
        return side_->bar().show_answer(
            tr("No forecast: %1.").arg(localised_sentence(result.error().front().what)));
    if (!result) return side_->bar().show_faults(result.error());
    forecast_ = *result;
    forecast_table_->show_content(forecast_table(forecast_->forecast));
    std::string said = report::forecast_sentences(forecast_->report()).front();
    if (const auto& test = forecast_->forecast.bytes_test) said += " " + report::back_test_sentence(*test);
    side_->bar().show_answer(localised_sentence(said));
    side_->bar().show_notes(lines_of(forecast_->forecast.warnings));
    draw();
}

void BillsPage::draw() {
    const pricing::Bill* bill = model_->bill();
    if (bill == nullptr) return;
    PlotContent content = cost_by_month(*bill);
    if (forecast_) add_forecast(content, *bill, forecast_->forecast);
    plot_->show_content(std::move(content));
}

void BillsPage::show_bill(std::shared_ptr<const pricing::Bill> bill, const QString& sentence) {
    cancel();
    answer_.reset();
    forecast_.reset();
    wanted_->setEnabled(false);
    side_->bar().show_answer({});
    show_sentences({sentence}, {}, {});
    show_notes({});
    take(std::move(bill));
}

void BillsPage::take(std::shared_ptr<const pricing::Bill> bill) {
    model_->show_bill(std::move(bill));
    draw();
    if (model_->rowCount() > 0) open_month(static_cast<std::size_t>(model_->rowCount()) - 1);
}

void BillsPage::open_month(std::size_t month) {
    const QModelIndex index = model_->index(static_cast<int>(month), 0);
    if (!index.isValid()) return;
    tree_->collapseAll();
    tree_->expand(index);
    for (int line = 0; line < model_->rowCount(index); ++line)
        span_steps(*tree_, model_->index(line, 0, index));
    if (model_->rowCount(index) > 0) tree_->expand(model_->index(0, 0, index));
    tree_->setCurrentIndex(index);
    tree_->scrollTo(index, QAbstractItemView::PositionAtTop);
}

std::vector<Exhibit> BillsPage::exhibits() const {
    if (model_->bill() == nullptr) return {};
    std::vector<Exhibit> exhibits{{tr("Monthly bills"), plot_, model_}};
    if (forecast_) exhibits.push_back({tr("Forecast of the months"), nullptr, forecast_table_});
    return exhibits;
}

void BillsPage::want_forecast(bool wanted) { wanted_->setChecked(wanted); }

bool BillsPage::is_settled() const { return AnswerPage::is_settled() && !side_->is_running(); }

void BillsPage::cancel() {
    AnswerPage::cancel();
    side_->cancel();
}

QStringList BillsPage::sentences() const {
    QStringList sentences = AnswerPage::sentences();
    if (forecast_) sentences += texts_of(report::forecast_sentences(forecast_->report()));
    return sentences;
}

QStringList BillsPage::assumptions() const {
    QStringList assumptions = AnswerPage::assumptions();
    if (!forecast_) return assumptions;
    for (const report::Assumption& assumption : report::whole_basis(forecast_->report()))
        assumptions += tr("forecast, %1").arg(localised_sentence(report::assumption_text(assumption)));
    return assumptions;
}

QStringList BillsPage::notes() const {
    return forecast_ ? AnswerPage::notes() + lines_of(forecast_->forecast.warnings) : AnswerPage::notes();
}

}  // namespace firn::gui
