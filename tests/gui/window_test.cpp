#include "gui/main_window.hpp"

#include "core/pricing/bill.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/page.hpp"
#include "gui/pages/compare_page.hpp"
#include "gui/pages/reconcile_page.hpp"
#include "gui/pages/variance_page.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QUrl>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

QString example(const char* name) {
    return QStringLiteral(FIRN_SOURCE_DIR "/scenarios/") + QString::fromUtf8(name);
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Page& page_of(const MainWindow& window, const char* key) {
    const auto found = std::find_if(window.pages().begin(), window.pages().end(), [key](const Page* page) {
        return page->key() == QString::fromUtf8(key);
    });
    REQUIRE(found != window.pages().end());
    return **found;
}

/// Drops files on a widget, as a desktop does.
void drop(QWidget& target, const QStringList& paths) {
    QMimeData files;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls += QUrl::fromLocalFile(path);
    files.setUrls(urls);
    QDragEnterEvent enter{QPoint{20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&target, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent dropped{QPointF{20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&target, &dropped);
}

QString answer_of(const Page& page) {
    const auto* answer = page.findChild<WrappedText*>(QStringLiteral("answer"));
    REQUIRE(answer != nullptr);
    return answer->isHidden() ? QString{} : answer->text();
}

QString fault_on(const Page& page) {
    const auto* fault = page.findChild<WrappedText*>(QStringLiteral("fault"));
    REQUIRE(fault != nullptr);
    return fault->isHidden() ? QString{} : fault->text();
}

bool offers_to_open(const Page& page) {
    const auto buttons = page.findChildren<QPushButton*>();
    return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) {
        return button->text().startsWith(QStringLiteral("Open a scenario")) && !button->isHidden();
    });
}

QString spoken_name(QWidget& widget) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken == nullptr ? QString{} : spoken->text(QAccessible::Name);
}

/// What a person can go to, without the parts of which Qt makes it.
std::vector<QWidget*> controls_of(const QWidget& window) {
    std::vector<QWidget*> controls;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool is_part = widget->objectName().startsWith(QStringLiteral("qt_")) ||
                             widget->inherits("QComboBoxListView") || widget->focusProxy() != nullptr;
        const bool is_text = qobject_cast<QLabel*>(widget) != nullptr;
        if (widget->focusPolicy() != Qt::NoFocus && !is_part && !is_text) controls.push_back(widget);
    }
    return controls;
}

}  // namespace

TEST_CASE("what is dropped anywhere goes to the page where it belongs", "[gui]") {
    MainWindow window;
    window.show();
    drop(window, {example("reconcile/focus.csv")});
    CHECK(window.current_page().key() == QStringLiteral("reconcile"));
    CHECK(window.document().text().isEmpty());
    drop(window, {example("budget/budget.json")});
    CHECK(window.current_page().key() == QStringLiteral("variance"));
    drop(window.reconcile(), {example("university-archive/alternatives.yaml")});
    CHECK(window.current_page().key() == QStringLiteral("compare"));
    drop(window.variance(), {example("freedoom/trace.csv.gz"), example("freedoom/scenario.yaml")});
    REQUIRE(window.document().reading().scenario);
    CHECK(window.document().reading().scenario->name == "freedoom");
    window.close();
}

TEST_CASE("a file that is none of those that a page compares is told so, and replaces nothing", "[gui]") {
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("holiday.png"));
    const QString table = folder.filePath(QStringLiteral("people.csv"));
    write(picture, QByteArray{"\x89PNG\0\0", 6});
    write(table, "name,street,town\nann,high street,york\n");
    MainWindow window;
    window.show();
    window.variance().show_budget(example("budget/budget.json"));
    window.variance().show_billed({example("budget/third-quarter.csv")});
    window.choose_page(window.variance());
    REQUIRE(comes_true([&] { return window.variance().answer() != nullptr; }));
    drop(window.variance(), {picture, table});
    for (const QString& path : {picture, table})
        CHECK(fault_on(window.variance()).contains(path + QStringLiteral(": this is none of the files")));
    CHECK(fault_on(window.variance()).contains(QStringLiteral("expected: a budget")));
    CHECK(window.variance().is_settled());
    window.choose_page(window.reconcile());
    drop(window.reconcile(), {table});
    CHECK(fault_on(window.reconcile()).contains(QStringLiteral("expected: a cost report")));
    CHECK(answer_of(window.reconcile()).contains(QStringLiteral("A cost report is compared")));
    const Diagnostics faults = window.open(table, false);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().expected.find("a cost report (CSV)") != std::string::npos);
}

TEST_CASE("a trace that is dropped where reports are compared becomes a scenario", "[gui]") {
    MainWindow window;
    window.show();
    window.choose_page(window.reconcile());
    drop(window.reconcile(), {example("freedoom/trace.csv.gz")});
    REQUIRE(comes_true([&] { return !window.is_reading(); }));
    REQUIRE(window.document().reading().scenario);
    CHECK(window.document().reading().scenario->workload.trace);
    window.document().undo_stack().setClean();
    window.close();
}

TEST_CASE("a folder of reports is a report", "[gui]") {
    const QTemporaryDir folder;
    REQUIRE(QFile::copy(example("reconcile/cur.csv.gz"), folder.filePath(QStringLiteral("1.csv.gz"))));
    MainWindow window;
    window.show();
    window.reconcile().show_expected(example("reconcile/usage.yaml"));
    window.reconcile().show_part(QStringLiteral("backup"), {});
    drop(window, {folder.path()});
    REQUIRE(window.current_page().key() == QStringLiteral("reconcile"));
    REQUIRE(comes_true([&] { return window.reconcile().answer() != nullptr; }));
    window.close();
}

TEST_CASE("a usage file that is opened alone is what is expected and what was billed", "[gui]") {
    MainWindow window;
    window.show();
    REQUIRE(window.open(example("reconcile/usage.yaml"), false).empty());
    CHECK(window.current_page().key() == QStringLiteral("bills"));
    window.reconcile().show_part(QStringLiteral("backup"), {});
    window.choose_page(window.reconcile());
    CHECK(answer_of(window.reconcile()).contains(QStringLiteral("what the usage file expects")));
    window.reconcile().show_billed({example("reconcile/cur.csv.gz")});
    REQUIRE(comes_true([&] { return window.reconcile().answer() != nullptr; }));
    window.variance().show_budget(example("budget/budget.json"));
    window.choose_page(window.variance());
    CHECK_FALSE(answer_of(window.variance()).contains(QStringLiteral("Drop what was billed")));
    REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
    REQUIRE(window.open(example("freedoom/scenario.yaml"), false).empty());
    CHECK(window.reconcile().needs_scenario());
}

TEST_CASE("a file that a person chose stays, also when it was offered before", "[gui]") {
    MainWindow window;
    window.show();
    REQUIRE(window.open(example("reconcile/usage.yaml"), false).empty());
    drop(window.reconcile(), {example("reconcile/usage.yaml")});
    drop(window.variance(), {example("reconcile/usage.yaml")});
    REQUIRE(window.open(example("freedoom/scenario.yaml"), false).empty());
    CHECK_FALSE(window.reconcile().needs_scenario());
    window.variance().show_budget(example("budget/budget.json"));
    window.choose_page(window.variance());
    CHECK_FALSE(answer_of(window.variance()).contains(QStringLiteral("Drop what was billed")));
    window.close();
}

TEST_CASE("a page without a scenario says what it needs and offers to open one", "[gui]") {
    MainWindow window;
    window.show();
    REQUIRE(window.open(example("invoice/usage.yaml"), false).empty());
    for (const char* key : {"bundle-size", "compare", "pipeline", "restore", "side-by-side"}) {
        INFO(key);
        const Page& page = page_of(window, key);
        window.choose_page(page);
        CHECK(answer_of(page).contains(QStringLiteral("scenario")));
        CHECK(answer_of(page).contains(QStringLiteral("File › New")));
        CHECK(offers_to_open(page));
    }
    const Page& bills = page_of(window, "bills");
    window.choose_page(bills);
    CHECK(bills.is_settled());
    CHECK_FALSE(offers_to_open(bills));
    CHECK_FALSE(bills.exhibits().empty());
    REQUIRE(window.open(example("freedoom/scenario.yaml"), false).empty());
    window.choose_page(page_of(window, "restore"));
    CHECK_FALSE(offers_to_open(page_of(window, "restore")));
    window.close();
}

TEST_CASE("every control has a name to be read aloud and is reached by Tab", "[gui]") {
    MainWindow window;
    REQUIRE(window.open(example("freedoom/scenario.yaml"), false).empty());
    window.show();
    QApplication::processEvents();
    const auto controls = controls_of(window);
    CHECK(controls.size() > 60);
    for (QWidget* control : controls) {
        INFO(control->metaObject()->className() << " " << control->objectName().toStdString() << " in "
                                                << control->parentWidget()->metaObject()->className());
        CHECK_FALSE(spoken_name(*control).isEmpty());
        CHECK((control->focusPolicy() & Qt::TabFocus) != 0);
    }
    window.close();
}

TEST_CASE("a bill of cents shows no more than cents, however small it is", "[gui]") {
    pricing::Bill bill{.currency = "USD"};
    bill.total = Money{Rational{821, 100}};
    CHECK(amount_text(bill.total, bill) == QStringLiteral("8.21"));
    bill.rounding = pricing::Rounding::report;
    CHECK(amount_text(bill.total, bill) == QStringLiteral("8.2100"));
}
