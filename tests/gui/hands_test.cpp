// What a person does with mouse and menus.

#include "gui/charts/plot.hpp"
#include "gui/document/autosave.hpp"
#include "gui/main_window.hpp"
#include "gui/page.hpp"
#include "gui/pages/bills_page.hpp"
#include "gui/pages/bundle_size_page.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shortcuts.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr int kLeft = 76;  // of a plot, before its area
constexpr int kRight = 18;

QWidget& canvas_of(const Plot& plot) {
    auto* view = qobject_cast<QAbstractScrollArea*>(plot.focusProxy());
    REQUIRE(view != nullptr);
    return *view->viewport();
}

/// The middle of a plot's height, at a part of its area's width.
QPoint place_in(const Plot& plot, double part) {
    const double width = plot.width() - kLeft - kRight;
    return {kLeft + static_cast<int>(part * width), plot.height() / 2};
}

/// Answers the next question of the window.
void answer_next(QMessageBox::StandardButton answer) {
    QTimer::singleShot(50, [answer] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(box != nullptr);
        box->button(answer)->click();
    });
}

}  // namespace

TEST_CASE("the marker of the sizes is dragged with the mouse, in all charts at once", "[gui]") {
    SavedScenario saved;
    BundleSizePage page{saved.document};
    page.resize(1100, 650);
    page.show();
    run(page);
    const Plot& plot = *page.exhibits()[0].plot;
    QWidget& canvas = canvas_of(plot);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, place_in(plot, 0));
    CHECK(page.marked() == 0);
    QTest::mouseMove(&canvas, place_in(plot, 0.5));
    const std::size_t middle = page.marked();
    CHECK(middle > 0);
    QTest::mouseMove(&canvas, place_in(plot, 1));
    CHECK(page.marked() == page.answer()->plan.sizes.size() - 1);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, place_in(plot, 1));
    QTest::mouseMove(&canvas, place_in(plot, 0.5));
    for (const Exhibit& exhibit : page.exhibits())
        CHECK(exhibit.plot->content().marker->at == page.answer()->plan.sizes.size() - 1);
}

TEST_CASE("a click on a month's bar opens its lines, down to the steps of the first", "[gui]") {
    SavedScenario saved;
    BillsPage page{saved.document};
    page.resize(1100, 650);
    page.show();
    run(page);
    const auto* tree = page.findChild<QTreeView*>();
    REQUIRE(tree != nullptr);
    const QModelIndex november = tree->model()->index(0, 0);
    REQUIRE_FALSE(tree->isExpanded(november));
    const Plot& plot = *page.exhibits().front().plot;
    const Span shown = plot.shown();
    QTest::mouseClick(&canvas_of(plot), Qt::LeftButton, {},
                      place_in(plot, (0 - shown.from) / (shown.to - shown.from)));
    CHECK(tree->isExpanded(november));
    const QModelIndex line = tree->model()->index(0, 0, november);
    CHECK(tree->isExpanded(line));
    CHECK(tree->model()->rowCount(line) > 0);
}

TEST_CASE("a chart and its data are on the clipboard", "[gui]") {
    SavedScenario saved;
    MainWindow window;
    REQUIRE(window.open(saved.path, false).empty());
    window.show();
    window.activateWindow();
    window.choose_page(1);
    REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
    const Exhibit exhibit = window.current_page().exhibits().front();
    exhibit.plot->setFocus();
    REQUIRE(comes_true([&] { return exhibit.plot->focusProxy()->hasFocus(); }));
    press(window, QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    const QMimeData* clip = QApplication::clipboard()->mimeData();
    CHECK(clip->hasImage());
    CHECK(clip->text().count(QLatin1Char{'\n'}) == exhibit.table->rowCount() + 1);
    window.close();
}

TEST_CASE("what a killed window left unsaved is offered, and taken or given up", "[gui]") {
    SavedScenario saved;
    const QString saved_text = saved.document.text();
    const QString left = Autosave::path_for(saved.path);
    for (const auto answer : {QMessageBox::Yes, QMessageBox::No}) {
        write_file(left, (saved_text + QStringLiteral("# not saved\n")).toUtf8());
        MainWindow window;
        window.show();
        answer_next(answer);
        REQUIRE(window.open(saved.path).empty());
        const bool is_taken = answer == QMessageBox::Yes;
        CHECK(window.document().text().endsWith(QStringLiteral("# not saved\n")) == is_taken);
        CHECK(window.document().is_changed() == is_taken);
        CHECK((is_taken || !QFile::exists(left)));
        window.document().undo_stack().setClean();
        window.close();
    }
}

TEST_CASE("every bar, line and symbol of every page says what it is", "[gui]") {
    SavedScenario saved;
    MainWindow window;
    REQUIRE(window.open(saved.path, false).empty());
    window.show();
    window.show_beside(saved.path);
    int points = 0;
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.choose_page(page);
        REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
        for (const Exhibit& exhibit : window.current_page().exhibits()) {
            if (exhibit.plot == nullptr) continue;
            for (const Curve& curve : exhibit.plot->content().curves) {
                if (curve.symbol == Symbol::ring) continue;  // around a symbol that says it
                INFO(exhibit.name.toStdString() << ", " << curve.name.toStdString());
                CHECK(curve.tips.size() == curve.points.size());
                points += static_cast<int>(curve.points.size());
            }
        }
    }
    CHECK(points > 100);
    window.close();
}
