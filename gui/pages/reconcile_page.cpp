#include "gui/pages/reconcile_page.hpp"

#include "core/report/reconciliation_sentences.hpp"
#include "gui/charts/plot.hpp"
#include "gui/charts/reconcile_plot.hpp"
#include "gui/models/line_filter.hpp"
#include "gui/models/reconcile_table.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/dropped_files.hpp"
#include "gui/pages/file_field.hpp"
#include "gui/pages/flow_row.hpp"
#include "gui/pages/table_view.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

using answers::FileKind;

namespace {

constexpr int kSideWidth = 340;
constexpr int kLeastSideWidth = 160;
constexpr int kSearchWidth = 240;
constexpr int kShortWidth = 90;
constexpr int kGap = 14;
constexpr int kCausePlace = 2;  // of the column, counted from 0
constexpr int kMoneyPlace = 3;  // expected, billed, difference
constexpr int kMoneyColumns = 3;
constexpr int kFirstDetail = 2;  // behind month and name of the line
constexpr int kFirstCause = 2;   // in the list of what is shown

QString statements() { return QObject::tr("Cost reports (*.csv *.gz);;All files (*)"); }
QString usage_files() { return QObject::tr("Usage files (*.yaml *.yml)"); }

QString agreeing() { return from_utf8(reconcile::to_text(reconcile::Cause::none)); }

QLineEdit* short_field(const QString& placeholder, const QString& what, QWidget* parent) {
    auto* field = new QLineEdit{parent};
    field->setAcceptDrops(false);  // files that are dropped are the page's
    field->setPlaceholderText(placeholder);
    field->setToolTip(what);
    field->setAccessibleName(what);
    field->setMaximumWidth(kShortWidth);
    return field;
}

}  // namespace

ReconcilePage::ReconcilePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("reconcile"), tr("Reconcile"), document, parent},
      billed_{new FileField{tr("&Billed:"), tr("no report yet"), statements(), this}},
      expected_{new FileField{tr("E&xpected:"), tr("the scenario"), usage_files(), this}},
      bucket_{short_field(tr("all"), tr("Only this bucket or vault of the report"), this)},
      month_{short_field(tr("all"),
                         tr("Only this month, such as 2026-07; also that of a list without months"), this)},
      plot_{new Plot{this}},
      rest_{new_scrolled_text(tr("The answer in words"), this)},
      kinds_{new QComboBox{this}},
      details_{new QCheckBox{tr("&Quantities and prices"), this}},
      search_{new QLineEdit{this}},
      lines_{new TableModel{this}},
      filter_{new LineFilter{this}} {
    setAcceptDrops(true);
    filter_->setSourceModel(lines_);
    make_files();
    auto* halves = new QSplitter{Qt::Vertical, this};
    halves->addWidget(make_top());
    halves->addWidget(make_lines());
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    halves->setChildrenCollapsible(false);
    body()->addWidget(halves, 1);
    offer_causes();
    for (FileField* field : {billed_, expected_})
        connect(field, &FileField::chosen, this, &ReconcilePage::refresh);
    for (QLineEdit* field : {bucket_, month_})
        connect(field, &QLineEdit::editingFinished, this, &ReconcilePage::refresh);
}

void ReconcilePage::make_files() {
    auto* part = new QWidget{this};  // of the report
    auto* fields = new QHBoxLayout{part};
    fields->setContentsMargins(0, 0, 0, 0);
    for (const auto& [name, field] : {std::pair{tr("Buc&ket"), bucket_}, std::pair{tr("&Month"), month_}}) {
        auto* label = new QLabel{name, part};
        label->setBuddy(field);
        fields->addWidget(label);
        fields->addWidget(field);
        if (field == bucket_) fields->addSpacing(kGap);
    }
    part->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* files = new FlowRow{kGap};
    files->addWidget(billed_);
    files->addWidget(expected_);
    files->addWidget(part);
    body()->addLayout(files);
}

QWidget* ReconcilePage::make_top() {
    rest_->setMinimumWidth(kLeastSideWidth);
    rest_->setMaximumWidth(kSideWidth);
    auto* top = new QWidget{this};
    auto* columns = new QHBoxLayout{top};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(plot_, 2);
    columns->addWidget(rest_, 1);
    return top;
}

QWidget* ReconcilePage::make_lines() {
    kinds_->setAccessibleName(tr("Which lines are shown"));
    kinds_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    details_->setToolTip(tr("Also what each side counted, in which unit and at which price"));
    search_->setPlaceholderText(tr("Search the lines"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    search_->setAcceptDrops(false);
    search_->setMaximumWidth(kSearchWidth);
    auto* label = new QLabel{tr("&Show"), this};
    label->setBuddy(kinds_);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(kinds_);
    row->addSpacing(kGap);
    row->addWidget(details_);
    row->addStretch();
    row->addWidget(search_, 1);
    QTableView* table = new_table_view(*filter_, QT_TR_NOOP("Compared lines"), this);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setStretchLastSection(false);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table_ = table;
    auto* lines = new QWidget{this};
    auto* layout = new QVBoxLayout{lines};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(table, 1);
    connect(details_, &QCheckBox::toggled, this, &ReconcilePage::show_details);
    connect(kinds_, &QComboBox::activated, this, &ReconcilePage::keep);
    connect(search_, &QLineEdit::textChanged, filter_, &LineFilter::keep_text);
    return lines;
}

void ReconcilePage::show_billed(const QStringList& paths) {
    billed_->show_files(paths);
    if (isVisible()) refresh();
}

void ReconcilePage::show_expected(const QString& path) {
    expected_->show_files(path.isEmpty() ? QStringList{} : QStringList{path});
    if (isVisible()) refresh();
}

void ReconcilePage::offer_expected(const QString& path) {
    expected_->offer_files(path.isEmpty() ? QStringList{} : QStringList{path});
    if (isVisible()) refresh();
}

void ReconcilePage::show_part(const QString& bucket, const QString& month) {
    bucket_->setText(bucket);
    month_->setText(month);
    if (isVisible()) refresh();
}

std::string ReconcilePage::beside() const {
    const QStringList part{bucket_->text().trimmed(), month_->text().trimmed()};
    return billed_->stamp() + "\n" + expected_->stamp() + "\n" + to_utf8(part.join(QLatin1Char{'\n'}));
}

bool ReconcilePage::needs_scenario() const { return expected_->files().isEmpty(); }

QString ReconcilePage::missing() const {
    if (!billed_->files().isEmpty()) return {};
    const QString with =
        expected_->files().isEmpty() ? tr("what the scenario expects") : tr("what the usage file expects");
    return tr("Drop a cost report here, or open one: it is compared with %1, line by line.").arg(with);
}

QString ReconcilePage::purpose() const {
    return tr("A cost report is compared with a scenario, or with a usage file that is chosen as expected.");
}

RunWorker::Work ReconcilePage::work_on(Question question) {
    const ReconcileFiles files{billed_->paths(), to_utf8(expected_->files().value(0)),
                               to_utf8(bucket_->text().trimmed()), to_utf8(month_->text().trimmed())};
    return [this, question = std::move(question), files](RunContext& context) {
        return delivery_of(
            answer_reconcile(question, files, context),
            [this](const std::shared_ptr<const ReconcileAnswer>& answer) { show_answer(answer); });
    };
}

void ReconcilePage::show_answer(std::shared_ptr<const ReconcileAnswer> answer) {
    answer_ = std::move(answer);
    const reconcile::Comparison& comparison = answer_->comparison;
    QStringList sentences{localised_sentence(report::reconciliation_sentence(comparison))};
    const QStringList remarks = texts_of(report::reconciliation_notes(comparison));
    show_sentences(sentences + remarks, {}, answer_->provenance);
    show_notes(answer_->notes);
    rest_->setHtml(paragraphs(this->sentences(), {}));
    plot_->show_content(steps_by_cause(comparison));
    lines_->show_content(reconcile_table(comparison));
    show_differences_first();
    offer_causes();
    keep(comparison.causes.empty() ? 0 : 1);
}

/// The columns that are read first, cause and money, stand beside the name of the line; the others do not
/// fit beside them and are shown when they are wanted.
void ReconcilePage::show_differences_first() {
    QHeaderView& header = *table_->horizontalHeader();
    const int last = lines_->columnCount() - 1;
    header.moveSection(header.visualIndex(last), kCausePlace);
    for (int i = 0; i < kMoneyColumns; ++i)
        header.moveSection(header.visualIndex(last - kMoneyColumns + i), kMoneyPlace + i);
    show_details(details_->isChecked());
}

void ReconcilePage::show_details(bool are_wanted) {
    for (int column = kFirstDetail; column < lines_->columnCount() - 1 - kMoneyColumns; ++column)
        table_->setColumnHidden(column, !are_wanted);
}

void ReconcilePage::offer_causes() {
    kinds_->clear();
    kinds_->addItem(tr("All lines"));
    kinds_->addItem(tr("Lines that differ"));
    if (!answer_) return;
    for (const reconcile::CauseTotal& total : answer_->comparison.causes)
        kinds_->addItem(spoken(reconcile::to_text(total.cause)), from_utf8(reconcile::to_text(total.cause)));
}

void ReconcilePage::keep(int choice) {
    kinds_->setCurrentIndex(choice);
    const int column = lines_->columnCount() - 1;
    if (choice < kFirstCause) return filter_->keep_word(column, choice == 0 ? QString{} : agreeing(), true);
    filter_->keep_word(column, kinds_->itemData(choice).toString());
}

std::vector<Exhibit> ReconcilePage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Differences by cause"), plot_, nullptr}, {tr("Compared lines"), nullptr, filter_}};
}

void ReconcilePage::dragEnterEvent(QDragEnterEvent* event) { accept_files(*event); }

void ReconcilePage::dropEvent(QDropEvent* event) {
    DroppedFiles dropped = dropped_files(*event);
    const QStringList usage = dropped.take({FileKind::usage});
    const QStringList reports = dropped.take({FileKind::statement});
    const QStringList unknown = dropped.take({FileKind::unknown});
    if (!usage.isEmpty()) show_expected(usage.constLast());
    if (!reports.isEmpty()) show_billed(reports);
    if (!unknown.isEmpty())
        show_faults(
            unknown_files(unknown, tr("a cost report (CSV, as the vendor delivers it), or a usage file")));
    if (!dropped.paths.isEmpty()) emit left_to_window(dropped.paths);
}

}  // namespace firn::gui
