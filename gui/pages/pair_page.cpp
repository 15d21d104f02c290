#include "gui/pages/pair_page.hpp"

#include "core/report/bill_difference.hpp"
#include "gui/charts/pair_plot.hpp"
#include "gui/charts/plot.hpp"
#include "gui/document/file_stamp.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/models/report_table.hpp"
#include "gui/models/setting_table.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/table_view.hpp"
#include "gui/text.hpp"

#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kLeastWidth = 40;  // of a path, which may be long
constexpr int kSettingsWidth = 520;

}  // namespace

PairPage::PairPage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("side-by-side"), tr("Side by side"), document, parent},
      other_name_{new QLabel{this}},
      plot_{new Plot{this}},
      bills_{new TableModel{this}},
      settings_{new TableModel{this}} {
    auto* choose = new QPushButton{tr("Choose the &other scenario …"), this};
    connect(choose, &QPushButton::clicked, this, &PairPage::choose_other);
    other_name_->setProperty("quiet", true);
    other_name_->setMinimumWidth(kLeastWidth);
    auto* row = new QHBoxLayout;
    row->addWidget(choose);
    row->addWidget(other_name_, 1);
    auto* tables = new QSplitter{Qt::Horizontal, this};
    bill_view_ = new_table_view(*bills_, QT_TR_NOOP("Both bills by charge"), tables);
    bill_view_->horizontalHeader()->setStretchLastSection(false);
    // Of its own width the bar takes some as soon as there are more rows than are seen.
    connect(bill_view_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &PairPage::give_bills_room);
    tables->addWidget(bill_view_);
    QTableView* settings = new_table_view(*settings_, QT_TR_NOOP("Settings that differ"), tables);
    settings->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    settings->setTextElideMode(Qt::ElideMiddle);
    connect(settings_, &TableModel::modelReset, settings, [settings] {
        settings->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    });
    settings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tables->addWidget(settings);
    tables->setStretchFactor(0, 2);  // settings have longer names and values
    tables->setStretchFactor(1, 3);
    tables->setChildrenCollapsible(false);
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(plot_);
    halves->addWidget(tables);
    halves->setChildrenCollapsible(false);
    body()->addLayout(row);
    body()->addWidget(halves, 1);
}

void PairPage::choose_other() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("A scenario to stand beside this one"),
                                     from_utf8(document().folder()), tr("Scenarios (*.yaml *.yml)"));
    if (!path.isEmpty()) show_beside(path);
}

void PairPage::show_beside(const QString& path) {
    other_ = to_utf8(path);
    run_again();
}

QString PairPage::missing() const {
    return other_.empty() ? tr("Choose a second scenario to see it beside this one.") : QString{};
}

std::string PairPage::beside() const { return stamp_of(other_); }

QString PairPage::purpose() const { return tr("Two scenarios stand side by side here."); }

RunWorker::Work PairPage::work_on(Question question) {
    std::string key = stamp_of(other_);
    const auto known = answer_ && key == other_key_ ? answer_->there : nullptr;
    return [this, known, key = std::move(key), path = other_,
            question = std::move(question)](RunContext& context) {
        using Answer = std::shared_ptr<const PairAnswer>;
        const auto show = [this, key](const Answer& answer) {
            other_key_ = key;
            show_answer(answer);
        };
        auto other = known ? Result<std::shared_ptr<const OtherRun>>{known} : run_of_file(path, context);
        if (!other) return delivery_of(Result<Answer>{other.error()}, show);
        return delivery_of(answer_pair(question, std::move(other).value(), context), show);
    };
}

void PairPage::show_answer(const std::shared_ptr<const PairAnswer>& answer) {
    answer_ = answer;
    const RunAnswer& there = *answer_->there->run;
    const std::string name_here = answer_->name_here();
    const std::string name_there = answer_->name_there();
    const report::NamedBill here{name_here, answer_->here->simulation.bill};
    const report::NamedBill other{name_there, there.simulation.bill};
    show_sentences({localised_sentence(report::difference_sentence(here, other))}, {},
                   answer_->here->provenance);
    show_notes(answer_->here->notes);
    const report::Table bills = report::difference_table(here, other);
    TableContent by_charge = table_of(bills, bills.rows.size() - 1);
    by_charge.headings[1] = from_utf8(bills.columns[1].heading);  // names stay as they are
    by_charge.headings[2] = from_utf8(bills.columns[2].heading);
    bills_->show_content(std::move(by_charge));
    give_bills_room();
    settings_->show_content(
        differing_settings(answer_->here->scenario, name_here, there.scenario, name_there));
    plot_->show_content(cost_of_two(here.bill, name_here, other.bill, name_there));
    other_name_->setText(from_utf8(answer_->there->path));
    other_name_->setToolTip(other_name_->text());
}

void PairPage::resizeEvent(QResizeEvent* event) {
    AnswerPage::resizeEvent(event);
    give_bills_room();
}

void PairPage::give_bills_room() {
    const QScrollBar& bar = *bill_view_->verticalScrollBar();
    const int bar_width = bar.maximum() > 0 ? bar.sizeHint().width() : 0;
    const int wanted = bill_view_->horizontalHeader()->length() + 2 * bill_view_->frameWidth() + bar_width;
    bill_view_->setMinimumWidth(std::max(0, std::min(wanted, width() - kSettingsWidth)));
}

std::vector<Exhibit> PairPage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Both bills by month"), plot_, bills_}, {tr("Settings that differ"), nullptr, settings_}};
}

}  // namespace firn::gui
