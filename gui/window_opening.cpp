#include "gui/document/autosave.hpp"
#include "gui/document/made_text.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/file_reading.hpp"
#include "gui/main_window.hpp"
#include "gui/pages/bills_page.hpp"
#include "gui/pages/compare_page.hpp"
#include "gui/pages/dropped_files.hpp"
#include "gui/pages/pair_page.hpp"
#include "gui/pages/reconcile_page.hpp"
#include "gui/pages/variance_page.hpp"
#include "gui/text.hpp"
#include "gui/worker/usage_bill.hpp"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace firn::gui {

using answers::FileKind;

namespace {

QString texts_of(const Diagnostics& faults) {
    QStringList texts;
    for (const Diagnostic& fault : faults) {
        const QString place = from_utf8(to_text(fault.where));
        QString text = (place.isEmpty() ? place : place + QStringLiteral(": ")) + from_utf8(fault.what);
        if (!fault.expected.empty())
            text += QStringLiteral("\n") + QObject::tr("Expected: %1").arg(from_utf8(fault.expected));
        if (!fault.remedy.empty()) text += QStringLiteral("\n") + from_utf8(fault.remedy);
        texts += text;
    }
    return counted(texts).join(QStringLiteral("\n\n"));
}

}  // namespace

Diagnostics MainWindow::open(const QString& path, bool ask) {
    return open_as(answers::kind_of_file(to_utf8(path)), path, ask);
}

Diagnostics MainWindow::open_as(FileKind kind, const QString& path, bool ask) {
    switch (kind) {
        case FileKind::scenario:
            return open_scenario(path, ask);
        case FileKind::usage:
            if (!QFileInfo{path}.isDir()) return open_usage(path);
            [[fallthrough]];
        case FileKind::bill:
            choose_page(*variance_);
            variance_->show_billed({path});
            break;
        case FileKind::files:
            return open_files(path);
        case FileKind::comparison:
            open_comparison(path);
            break;
        case FileKind::budget:
            choose_page(*variance_);
            variance_->show_budget(path);
            break;
        case FileKind::statement:
            choose_page(*reconcile_);
            reconcile_->show_billed({path});
            break;
        case FileKind::unknown:
            return unknown_files({path},
                                 tr("a scenario, usage or alternatives (YAML), a budget or a bill of Firn "
                                    "(JSON), a cost report (CSV), a trace with the column size_bytes, a "
                                    "listing, monthly totals, or a folder"));
    }
    return {};
}

Diagnostics MainWindow::open_files(const QString& path) {
    auto text = text_for_files(to_utf8(path));
    if (!text) return std::move(text).error();
    text_before_files_ = document_->text();
    start_with_made(from_utf8(*text));
    return {};
}

void MainWindow::take_files(const QString& path) {
    text_before_files_ = document_->text();
    files_->start(path);
}

/// What was written while files were read does not go unasked.
void MainWindow::start_with_made(const QString& text) {
    if (document_->text() != text_before_files_ && !may_leave()) return;
    offer_usage({});
    document_->start_with_made(text);
}

bool MainWindow::is_reading() const { return files_->is_running(); }

void MainWindow::take(const QStringList& paths) {
    DroppedFiles dropped{paths};
    const QStringList reports = dropped.take({FileKind::statement});
    const QStringList bills = dropped.take({FileKind::bill});
    // Files that come with a scenario are what it reads.
    if (const QStringList scenarios = dropped.take({FileKind::scenario}); !scenarios.isEmpty()) {
        static_cast<void>(dropped.take({FileKind::files}));
        dropped.paths.prepend(scenarios.constLast());
    }
    Diagnostics faults;
    for (const QString& path : dropped.paths) {
        const FileKind kind = answers::kind_of_file(to_utf8(path));
        const bool replaces_scenario = kind == FileKind::scenario || kind == FileKind::files;
        if (replaces_scenario && !may_leave()) continue;
        if (kind == FileKind::files) {
            take_files(path);
            continue;
        }
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
    files_->cancel();
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
    bills_->show_bill(bill->bill, localised_sentence(bill->sentence));
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
    files_->cancel();
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

}  // namespace firn::gui
