#include "core/io/output_file.hpp"
#include "gui/charts/plot.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/export/picture.hpp"
#include "gui/export/report_pdf.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/main_window.hpp"
#include "gui/page.hpp"
#include "gui/text.hpp"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QMimeData>
#include <QStatusBar>

#include <algorithm>
#include <iterator>

namespace firn::gui {

namespace {

constexpr double kClipboardScale = 2;

/// The exhibit that is meant: the one whose chart has the keyboard, otherwise the one that is chosen of
/// several.
const Exhibit* chosen(const std::vector<Exhibit>& exhibits, QWidget* window) {
    if (exhibits.empty()) return nullptr;
    for (const Exhibit& exhibit : exhibits) {
        if (exhibit.plot != nullptr && exhibit.plot->isAncestorOf(QApplication::focusWidget()))
            return &exhibit;
    }
    if (exhibits.size() == 1) return &exhibits.front();
    QStringList names;
    for (const Exhibit& exhibit : exhibits)
        names += exhibit.name;
    bool is_chosen = false;
    const QString name = QInputDialog::getItem(window, QObject::tr("Which one?"),
                                               QObject::tr("Chart or table"), names, 0, false, &is_chosen);
    return is_chosen ? &exhibits[static_cast<std::size_t>(names.indexOf(name))] : nullptr;
}

std::vector<Exhibit> only_with(std::vector<Exhibit> exhibits, bool plot) {
    std::vector<Exhibit> left;
    std::copy_if(exhibits.begin(), exhibits.end(), std::back_inserter(left),
                 [plot](const Exhibit& exhibit) { return plot ? exhibit.plot != nullptr : true; });
    return left;
}

std::string data_of(const Exhibit& exhibit) {
    return exhibit.table != nullptr ? csv_of(*exhibit.table) : csv_of(exhibit.plot->content());
}

}  // namespace

void MainWindow::save_picture() {
    const std::vector<Exhibit> exhibits = only_with(current_page().exhibits(), true);
    const Exhibit* exhibit = chosen(exhibits, this);
    if (exhibit == nullptr) return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the chart"), exhibit->name + QStringLiteral(".png"),
                                     tr("Pictures (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const bool written = write_picture(*exhibit->plot, path);
    statusBar()->showMessage(written ? tr("Written: %1").arg(path) : tr("%1 could not be written").arg(path));
}

void MainWindow::save_table() {
    const std::vector<Exhibit> exhibits = current_page().exhibits();
    const Exhibit* exhibit = chosen(exhibits, this);
    if (exhibit == nullptr) return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the table"), exhibit->name + QStringLiteral(".csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    const auto written = io::write_file_atomically(to_utf8(path), data_of(*exhibit));
    if (!written) show_faults(written.error());
}

void MainWindow::save_report() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the report"), document_->title() + QStringLiteral(".pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) return;
    const bool written = write_report(document_->title(), pages_, path);
    statusBar()->showMessage(written ? tr("Written: %1").arg(path) : tr("%1 could not be written").arg(path));
}

void MainWindow::copy_chart() {
    const std::vector<Exhibit> exhibits = current_page().exhibits();
    const Exhibit* exhibit = chosen(exhibits, this);
    if (exhibit == nullptr) return;
    auto* clip = new QMimeData;
    if (exhibit->plot != nullptr) clip->setImageData(image_of(*exhibit->plot, kClipboardScale));
    clip->setText(from_utf8(data_of(*exhibit)));
    QApplication::clipboard()->setMimeData(clip);
    statusBar()->showMessage(tr("%1 is on the clipboard, with its data").arg(exhibit->name));
}

}  // namespace firn::gui
