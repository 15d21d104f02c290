#include "gui/main_window.hpp"

#include "gui/document/autosave.hpp"
#include "gui/document/made_text.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/pages/bills_page.hpp"
#include "gui/pages/bundle_size_page.hpp"
#include "gui/pages/compare_page.hpp"
#include "gui/pages/dropped_files.hpp"
#include "gui/pages/pair_page.hpp"
#include "gui/pages/pipeline_page.hpp"
#include "gui/pages/reconcile_page.hpp"
#include "gui/pages/restore_page.hpp"
#include "gui/pages/scenario_page.hpp"
#include "gui/pages/variance_page.hpp"
#include "gui/text.hpp"
#include "gui/worker/file_kind.hpp"
#include "gui/worker/usage_bill.hpp"

#include <QCloseEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>

namespace firn::gui {

namespace {

constexpr int kRefreshDelay = 350;  // milliseconds after the last change of the text
constexpr int kNamesWidth = 150;

QString texts_of(const Diagnostics& faults) {
    QStringList texts;
    for (const Diagnostic& fault : faults) {
        QString text = from_utf8(fault.what);
        if (!fault.remedy.empty()) text += QStringLiteral("\n") + from_utf8(fault.remedy);
        texts += text;
    }
    return texts.join(QStringLiteral("\n\n"));
}

}  // namespace

MainWindow::MainWindow()
    : document_{new ScenarioDocument{this}},
      autosave_{new Autosave{*document_, this}},
      names_{new QListWidget{this}},
      stack_{new QStackedWidget{this}} {
    resize(1280, 720);
    setAcceptDrops(true);
    names_->setObjectName(QStringLiteral("pages"));
    names_->setFixedWidth(kNamesWidth);
    names_->setAccessibleName(tr("Pages"));
    auto* central = new QWidget{this};
    auto* layout = new QHBoxLayout{central};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(names_);
    layout->addWidget(stack_, 1);
    setCentralWidget(central);
    bills_ = new BillsPage{*document_, this};
    compare_ = new ComparePage{*document_, this};
    reconcile_ = new ReconcilePage{*document_, this};
    variance_ = new VariancePage{*document_, this};
    pair_ = new PairPage{*document_, this};
    for (Page* page : std::initializer_list<Page*>{
             new ScenarioPage{*document_, this}, new BundleSizePage{*document_, this}, bills_, compare_,
             new PipelinePage{*document_, this}, new RestorePage{*document_, this}, reconcile_, variance_,
             pair_})
        add_page(page);
    make_menus();
    statusBar()->setSizeGripEnabled(false);
    refresh_.setSingleShot(true);
    refresh_.setInterval(kRefreshDelay);
    connect(&refresh_, &QTimer::timeout, this, &MainWindow::refresh_page);
    connect(document_, &ScenarioDocument::changed, &refresh_, qOverload<>(&QTimer::start));
    connect(document_, &ScenarioDocument::path_changed, this, &MainWindow::show_title);
    connect(&document_->undo_stack(), &QUndoStack::cleanChanged, this, &MainWindow::show_title);
    connect(names_, &QListWidget::currentRowChanged, this, [this](int row) {
        stack_->setCurrentIndex(row);
        refresh_page();
    });
    names_->setCurrentRow(0);
    show_title();
}

MainWindow::~MainWindow() = default;

void MainWindow::add_page(Page* page) {
    pages_.push_back(page);
    stack_->addWidget(page);
    names_->addItem(page->title());
    connect(page, &Page::scenario_wanted, this, &MainWindow::choose_and_open);
    connect(page, &Page::left_to_window, this, &MainWindow::take);
    connect(page, &Page::told, this, [this](const QString& message) { statusBar()->showMessage(message); });
}

Page& MainWindow::current_page() const { return *pages_[static_cast<std::size_t>(stack_->currentIndex())]; }

void MainWindow::choose_page(int page) { names_->setCurrentRow(page); }

void MainWindow::choose_page(const Page& page) {
    choose_page(static_cast<int>(std::find(pages_.begin(), pages_.end(), &page) - pages_.begin()));
}

void MainWindow::refresh_page() {
    current_page().refresh();
    statusBar()->showMessage(current_page().provenance());
}

void MainWindow::show_title() {
    setWindowTitle(QStringLiteral("%1[*] – Firn").arg(document_->title()));
    setWindowModified(document_->is_changed());
}

Diagnostics MainWindow::open(const QString& path, bool ask) {
    return open_as(kind_of_file(to_utf8(path)), path, ask);
}

Diagnostics MainWindow::open_as(FileKind kind, const QString& path, bool ask) {
    switch (kind) {
        case FileKind::scenario:
            return open_scenario(path, ask);
        case FileKind::usage:
            return open_usage(path);
        case FileKind::files:
            return open_files(path);
        case FileKind::comparison:
            open_comparison(path);
            break;
        case FileKind::budget:
            choose_page(*variance_);
            variance_->show_budget(path);
            break;
        case FileKind::bill:
            choose_page(*variance_);
            variance_->show_billed({path});
            break;
        case FileKind::statement:
            choose_page(*reconcile_);
            reconcile_->show_billed({path});
            break;
    }
    return {};
}

Diagnostics MainWindow::open_files(const QString& path) {
    auto text = text_for_files(to_utf8(path));
    if (!text) return std::move(text).error();
    offer_usage({});
    document_->start_with(from_utf8(*text), {}, false);
    return {};
}

void MainWindow::take(const QStringList& paths) {
    DroppedFiles dropped{paths};
    const QStringList reports = dropped.take({FileKind::statement});
    const QStringList bills = dropped.take({FileKind::bill});
    Diagnostics faults;
    for (const QString& path : dropped.paths) {
        const FileKind kind = kind_of_file(to_utf8(path));
        const bool replaces_scenario = kind == FileKind::scenario || kind == FileKind::files;
        if (replaces_scenario && !may_leave()) continue;
        const Diagnostics of_file = open_as(kind, path, true);
        faults.insert(faults.end(), of_file.begin(), of_file.end());
    }
    if (!bills.isEmpty()) {
        choose_page(*variance_);
        variance_->show_billed(bills);
    }
    if (!reports.isEmpty()) {
        choose_page(*reconcile_);
        reconcile_->show_billed(reports);
    }
    show_faults(faults);
}

Diagnostics MainWindow::open_scenario(const QString& path, bool ask) {
    auto opened = document_->open(path);
    if (!opened) return std::move(opened).error();
    offer_usage({});
    remember(path);
    const auto kept = Autosave::left_over(path, document_->text());
    if (!ask || !kept) return {};
    const auto answer =
        QMessageBox::question(this, tr("Unsaved work"),
                              tr("Changes of %1 were not saved when the program ended last. Go on with them?")
                                  .arg(document_->title()));
    if (answer == QMessageBox::Yes) {
        document_->edit(*kept, tr("what was not saved"));
    } else {
        autosave_->discard();
    }
    return {};
}

Diagnostics MainWindow::open_usage(const QString& path) {
    auto bill = bill_of_usage(to_utf8(path));
    if (!bill) return std::move(bill).error();
    choose_page(*bills_);
    bills_->show_bill(bill->bill, from_utf8(bill->sentence));
    offer_usage(path);
    return {};
}

void MainWindow::offer_usage(const QString& path) {
    reconcile_->offer_expected(path);
    variance_->offer_billed(path);
}

void MainWindow::open_comparison(const QString& path) {
    choose_page(*compare_);
    compare_->show_file(path);
}

void MainWindow::show_beside(const QString& path) {
    choose_page(*pair_);
    pair_->show_beside(path);
}

void MainWindow::choose_other() {
    choose_page(*pair_);
    pair_->choose_other();
}

void MainWindow::new_from(const QString& resource) {
    if (may_leave()) start_with_template(resource, false);
}

void MainWindow::start_with_template(const QString& resource, bool is_saved) {
    QFile file{resource};
    offer_usage({});
    if (file.open(QIODevice::ReadOnly))
        document_->start_with(QString::fromUtf8(file.readAll()), {}, is_saved);
}

void MainWindow::begin() {
    start_with_template(QStringLiteral(":/templates/reference.yaml"), true);
    const auto kept = Autosave::left_over({}, document_->text());
    if (!kept) return;
    const auto answer =
        QMessageBox::question(this, tr("Unsaved work"),
                              tr("A scenario was never saved when the program ended last. Go on with it?"));
    if (answer == QMessageBox::Yes) {
        document_->edit(*kept, tr("what was not saved"));
    } else {
        autosave_->discard();
    }
}

void MainWindow::choose_and_open() {
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open a scenario, usage, what was billed, or files to make a scenario for"), {},
        tr("Scenarios, usage, alternatives (*.yaml *.yml);;Cost reports, budgets, traces, listings (*)"));
    if (!paths.isEmpty()) take(paths);
}

bool MainWindow::save() {
    if (document_->path().isEmpty()) return save_as();
    const auto saved = document_->save_to(document_->path());
    if (!saved) show_faults(saved.error());
    return saved.has_value();
}

bool MainWindow::save_as() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the scenario as"), document_->path(),
                                                      tr("Scenarios (*.yaml)"));
    if (path.isEmpty()) return false;
    const auto saved = document_->save_to(path);
    if (!saved) {
        show_faults(saved.error());
        return false;
    }
    remember(path);
    return true;
}

bool MainWindow::may_leave() {
    if (!document_->is_changed()) return true;
    const auto answer = QMessageBox::question(this, tr("Unsaved changes"),
                                              tr("Save the changes of %1?").arg(document_->title()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Save) return save();
    if (answer == QMessageBox::Discard) autosave_->discard();
    return answer == QMessageBox::Discard;
}

void MainWindow::show_faults(const Diagnostics& faults) {
    if (!faults.empty()) QMessageBox::warning(this, tr("This could not be done"), texts_of(faults));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!may_leave()) return event->ignore();
    for (Page* page : pages_)
        page->cancel();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) { accept_files(*event); }

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = dropped_files(*event).paths;
    if (!paths.isEmpty()) take(paths);
}

}  // namespace firn::gui
