#include "gui/pages/variance_page.hpp"

#include "gui/charts/plot.hpp"
#include "gui/charts/variance_plots.hpp"
#include "gui/models/report_table.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/dropped_files.hpp"
#include "gui/pages/file_field.hpp"
#include "gui/pages/flow_row.hpp"
#include "gui/pages/table_view.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace firn::gui {

using answers::FileKind;

namespace {

constexpr int kDayWidth = 110;
constexpr int kGap = 16;

QString budgets() { return QObject::tr("Frozen forecasts (*.json);;All files (*)"); }
QString bills() { return QObject::tr("Bills (*.csv *.gz *.json *.yaml *.yml);;All files (*)"); }

}  // namespace

VariancePage::VariancePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("variance"), tr("Variance"), document, parent},
      budget_{new FileField{tr("B&udget:"), tr("no frozen forecast yet"), budgets(), this}},
      billed_{new FileField{tr("&Billed:"), tr("no bill yet"), bills(), this}},
      through_{new QLineEdit{this}},
      months_{new QComboBox{this}},
      bands_{new Plot{this}},
      bridge_{new Plot{this}},
      rest_{new WrappedText{this}},
      table_{new TableModel{this}} {
    setAcceptDrops(true);
    rest_->setAccessibleName(tr("The answer in words"));
    rest_->hide();
    body()->addWidget(rest_);
    make_files();
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(make_charts());
    halves->addWidget(new_table_view(*table_, QT_TR_NOOP("Billed months"), this));
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setChildrenCollapsible(false);
    body()->addWidget(halves, 1);
    connect(bands_, &Plot::point_chosen, this, &VariancePage::choose_point);
    connect(months_, &QComboBox::activated, this, [this](int row) {
        show_bridge(row == 0 ? std::nullopt : std::optional{static_cast<std::size_t>(row - 1)});
    });
    for (FileField* field : {budget_, billed_})
        connect(field, &FileField::chosen, this, &VariancePage::refresh);
    connect(through_, &QLineEdit::editingFinished, this, &VariancePage::refresh);
}

void VariancePage::make_files() {
    through_->setPlaceholderText(tr("all of it"));
    through_->setMaximumWidth(kDayWidth);
    through_->setAcceptDrops(false);  // files that are dropped are the page's
    through_->setToolTip(tr("The last day that is billed, where the last month is not closed: 2013-03-20"));
    through_->setAccessibleName(tr("Last day that is billed"));
    auto* until = new QWidget{this};
    auto* label = new QLabel{tr("&Last month until"), until};
    label->setBuddy(through_);
    auto* fields = new QHBoxLayout{until};
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(label);
    fields->addWidget(through_);
    until->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* files = new FlowRow{kGap};
    files->addWidget(budget_);
    files->addWidget(billed_);
    files->addWidget(until);
    body()->addLayout(files);
}

QWidget* VariancePage::make_charts() {
    months_->setAccessibleName(tr("Months of the bridge"));
    months_->setToolTip(tr("Which months the bridge explains; a click on a month chooses it too"));
    months_->setEnabled(false);
    months_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* right = new QWidget{this};
    auto* column = new QVBoxLayout{right};
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel{tr("Bri&dge of"), this};
    label->setBuddy(months_);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(months_);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(bridge_, 1);
    auto* charts = new QWidget{this};
    auto* columns = new QHBoxLayout{charts};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(bands_, 2);
    columns->addWidget(right, 3);
    return charts;
}

void VariancePage::show_budget(const QString& path) {
    budget_->show_files(path.isEmpty() ? QStringList{} : QStringList{path});
    if (isVisible()) refresh();
}

void VariancePage::show_billed(const QStringList& paths) {
    billed_->show_files(paths);
    if (isVisible()) refresh();
}

void VariancePage::offer_billed(const QString& path) {
    billed_->offer_files(path.isEmpty() ? QStringList{} : QStringList{path});
    if (isVisible()) refresh();
}

void VariancePage::show_through(const QString& day) {
    through_->setText(day);
    if (isVisible()) refresh();
}

std::string VariancePage::beside() const {
    return budget_->stamp() + "\n" + billed_->stamp() + "\n" + to_utf8(through_->text().trimmed());
}

QString VariancePage::missing() const {
    if (budget_->files().isEmpty())
        return tr("Drop a budget here, or open one: what firn forecast --freeze kept.");
    if (billed_->files().isEmpty())
        return tr("Drop what was billed here, or open it: a cost report, a bill, or a usage file.");
    return {};
}

RunWorker::Work VariancePage::work_on(Question /*question*/) {
    const VarianceFiles files{to_utf8(budget_->files().value(0)), billed_->paths(),
                              to_utf8(through_->text().trimmed())};
    return [this, files](RunContext& /*context*/) {
        return delivery_of(
            answer_variance(files),
            [this](const std::shared_ptr<const VarianceAnswer>& answer) { show_answer(answer); });
    };
}

void VariancePage::show_answer(std::shared_ptr<const VarianceAnswer> answer) {
    answer_ = std::move(answer);
    const forecast::Variance& variance = answer_->variance;
    show_sentences(texts_of(report::variance_sentences(variance)), {}, answer_->provenance);
    show_notes(answer_->notes);
    rest_->show_text(sentences().mid(1).join(QLatin1Char{' '}));
    rest_->show();
    bands_->show_content(billed_in_band(variance));
    table_->show_content(table_of(report::variance_months(variance), variance.months.size()));
    months_->clear();
    months_->addItem(tr("all to date"));
    for (const forecast::VarianceMonth& month : variance.months)
        months_->addItem(from_utf8(to_text(month.budget.month)));
    months_->setEnabled(true);
    show_bridge(std::nullopt);
}

void VariancePage::show_bridge(std::optional<std::size_t> month) {
    if (!answer_) return;
    months_->setCurrentIndex(month ? static_cast<int>(*month) + 1 : 0);
    bridge_->show_content(bridge_steps(answer_->variance, month));
}

void VariancePage::choose_point(std::size_t point) {
    const forecast::Variance& variance = answer_->variance;
    const BillingPeriod chosen = variance.budget.months[point].month;
    const auto found =
        std::find_if(variance.months.begin(), variance.months.end(),
                     [chosen](const forecast::VarianceMonth& month) { return month.budget.month == chosen; });
    if (found != variance.months.end())
        show_bridge(static_cast<std::size_t>(found - variance.months.begin()));
}

std::vector<Exhibit> VariancePage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Billed months and their bands"), bands_, nullptr},
            {tr("Bridge"), bridge_, nullptr},
            {tr("Billed months"), nullptr, table_}};
}

void VariancePage::dragEnterEvent(QDragEnterEvent* event) { accept_files(*event); }

void VariancePage::dropEvent(QDropEvent* event) {
    DroppedFiles dropped = dropped_files(*event);
    const QStringList budgets = dropped.take({FileKind::budget});
    const QStringList billed = dropped.take({FileKind::statement, FileKind::bill, FileKind::usage});
    const QStringList unknown = dropped.take({FileKind::unknown});
    if (!budgets.isEmpty()) show_budget(budgets.constLast());
    if (!billed.isEmpty()) show_billed(billed);
    if (!unknown.isEmpty())
        show_faults(
            unknown_files(unknown, tr("a budget of firn forecast --freeze, a cost report (CSV), the JSON of "
                                      "firn bill, or a usage file")));
    if (!dropped.paths.isEmpty()) emit left_to_window(dropped.paths);
}

}  // namespace firn::gui
