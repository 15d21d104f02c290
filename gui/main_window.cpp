#include "gui/main_window.hpp"

#include "gui/document/autosave.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/file_reading.hpp"
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
#include "gui/reading_order.hpp"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>
#include <iterator>

namespace firn::gui {

namespace {

constexpr int kRefreshDelay = 350;  // milliseconds after the last change of the text
constexpr int kNamesWidth = 150;

}  // namespace

MainWindow::MainWindow()
    : document_{new ScenarioDocument{this}},
      autosave_{new Autosave{*document_, this}},
      names_{new QListWidget{this}},
      stack_{new QStackedWidget{this}},
      files_{new FileReading{this}} {
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
    statusBar()->addPermanentWidget(files_);
    files_->hide();  // until there is something to read
    connect(files_, &FileReading::made, this, &MainWindow::start_with_made);
    connect(files_, &FileReading::refused, this, &MainWindow::show_faults);
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

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!may_leave()) return event->ignore();
    for (Page* page : pages_)
        page->cancel();
    files_->cancel();
    event->accept();
}

bool MainWindow::focusNextPrevChild(bool next) {
    std::vector<QWidget*> order = reading_order(*centralWidget());
    if (order.empty()) return false;
    if (!next) std::reverse(order.begin(), order.end());
    const auto here = std::find(order.begin(), order.end(), focusWidget());
    const bool is_last = here == order.end() || std::next(here) == order.end();
    QWidget* there = is_last ? order.front() : *std::next(here);
    there->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* around = there->parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(there);
    }
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) { accept_files(*event); }

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = dropped_files(*event).paths;
    if (!paths.isEmpty()) take(paths);
}

}  // namespace firn::gui
