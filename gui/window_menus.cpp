#include "gui/document/scenario_document.hpp"
#include "gui/file_reading.hpp"
#include "gui/main_window.hpp"
#include "gui/page.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QUndoStack>

namespace firn::gui {

namespace {

constexpr int kMostRecent = 10;

QString recent_key() { return QStringLiteral("recent"); }
QString appearance_key() { return QStringLiteral("appearance"); }

}  // namespace

void MainWindow::make_menus() {
    make_file_menu();
    make_edit_menu();
    make_view_menu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Firn"), this, [this] {
        QMessageBox::about(this, tr("About Firn"),
                           tr("<b>Firn %1</b><p>Plans an archive backup before anyone pays for it.</p>")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::make_file_menu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    QMenu* fresh = file->addMenu(tr("&New from template"));
    const std::pair<QString, QString> templates[] = {
        {tr("A growing service (IMVU, 2012)"), QStringLiteral(":/templates/imvu-2012.yaml")},
        {tr("A whole backup service, with restores and audits"),
         QStringLiteral(":/templates/imvu-service.yaml")},
        {tr("The reference workload"), QStringLiteral(":/templates/reference.yaml")}};
    for (const auto& [name, resource] : templates)
        fresh->addAction(name, this, [this, resource = resource] { new_from(resource); });
    file->addAction(tr("&Open …"), QKeySequence::Open, this, &MainWindow::choose_and_open);
    recent_ = file->addMenu(tr("Open &recent"));
    make_recent_menu();
    file->addAction(tr("Show &beside another scenario …"), this, &MainWindow::choose_other);
    file->addSeparator();
    file->addAction(tr("&Save"), QKeySequence::Save, this, &MainWindow::save);
    file->addAction(tr("Save &as …"), QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_S}, this,
                    &MainWindow::save_as);
    file->addSeparator();
    file->addAction(tr("Export &chart …"), QKeySequence{Qt::CTRL | Qt::Key_E}, this,
                    &MainWindow::save_picture);
    file->addAction(tr("Export &table …"), QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_E}, this,
                    &MainWindow::save_table);
    file->addAction(tr("Save re&port as PDF …"), QKeySequence::Print, this, &MainWindow::save_report);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::make_edit_menu() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = document_->undo_stack().createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = document_->undo_stack().createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, QKeySequence{Qt::CTRL | Qt::Key_Y}});
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(tr("&Copy chart and data"), QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_C}, this,
                    &MainWindow::copy_chart);
    edit->addSeparator();
    edit->addAction(tr("&Run again"), QKeySequence::Refresh, this, [this] { current_page().run_again(); });
    edit->addAction(tr("C&ancel the run"), QKeySequence{Qt::Key_Escape}, this, [this] {
        current_page().cancel();
        files_->cancel();
    });
}

void MainWindow::make_view_menu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (int page = 0; page < static_cast<int>(pages_.size()); ++page)
        view->addAction(pages_[static_cast<std::size_t>(page)]->title(),
                        QKeySequence{Qt::ALT | (Qt::Key_1 + page)}, this,
                        [this, page] { choose_page(page); });
    view->addSeparator();
    auto* choices = new QActionGroup{this};
    const std::pair<QString, Appearance> appearances[] = {{tr("As the &desktop"), Appearance::desktop},
                                                          {tr("&Light"), Appearance::light},
                                                          {tr("Dar&k"), Appearance::dark}};
    const int chosen = QSettings{}.value(appearance_key(), 0).toInt();
    for (const auto& [name, appearance] : appearances) {
        QAction* action = view->addAction(name, this, [this, appearance = appearance] { wear(appearance); });
        action->setCheckable(true);
        action->setChecked(static_cast<int>(appearance) == chosen);
        choices->addAction(action);
    }
}

void MainWindow::wear(Appearance appearance) {
    QSettings{}.setValue(appearance_key(), static_cast<int>(appearance));
    apply(appearance, *static_cast<QApplication*>(QApplication::instance()));
}

void MainWindow::make_recent_menu() {
    recent_->clear();
    for (const QString& path : QSettings{}.value(recent_key()).toStringList()) {
        if (QFileInfo::exists(path)) recent_->addAction(path, this, [this, path] { take({path}); });
    }
    recent_->setEnabled(!recent_->isEmpty());
}

void MainWindow::remember(const QString& path) {
    QSettings settings;
    QStringList recent = settings.value(recent_key()).toStringList();
    const QString absolute = QFileInfo{path}.absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    settings.setValue(recent_key(), recent.mid(0, kMostRecent));
    make_recent_menu();
}

}  // namespace firn::gui
