#include "gui/pages/bills_page.hpp"

#include "core/report/bill_report.hpp"
#include "core/report/bill_sentence.hpp"
#include "gui/charts/month_plot.hpp"
#include "gui/charts/plot.hpp"
#include "gui/models/bill_model.hpp"
#include "gui/pages/step_delegate.hpp"
#include "gui/text.hpp"

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
      tree_{new_bill_tree(*model_, this)} {
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

RunWorker::Work BillsPage::work_on(Question question) {
    return [this, question = std::move(question)](RunContext& context) {
        return delivery_of(answer_run(question, false, context),
                           [this](const std::shared_ptr<const RunAnswer>& answer) { show_answer(answer); });
    };
}

void BillsPage::show_answer(std::shared_ptr<const RunAnswer> answer) {
    answer_ = std::move(answer);
    const pricing::Bill& bill = answer_->simulation.bill;
    QStringList notes;
    for (const std::string& note : report::bill_notes(bill))
        notes += from_utf8(note);
    show_sentences({from_utf8(report::bill_sentence(bill))}, notes, answer_->provenance);
    show_notes(answer_->notes);
    show({answer_, &bill});
}

void BillsPage::show_bill(std::shared_ptr<const pricing::Bill> bill, const QString& sentence) {
    answer_.reset();
    show_sentences({sentence}, {}, {});
    show_notes({});
    show(std::move(bill));
}

void BillsPage::show(std::shared_ptr<const pricing::Bill> bill) {
    plot_->show_content(cost_by_month(*bill));
    model_->show_bill(std::move(bill));
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
    return {{tr("Monthly bills"), plot_, model_}};
}

}  // namespace firn::gui
