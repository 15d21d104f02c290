#include "gui/charts/plot.hpp"
#include "gui/main_window.hpp"
#include "gui/page.hpp"
#include "gui/pages/bundle_size_page.hpp"
#include "gui/pages/reconcile_page.hpp"
#include "gui/pages/restore_page.hpp"
#include "gui/pages/variance_page.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <array>
#include <memory>
#include <random>

using namespace firn;
using namespace firn::gui;

namespace {

int page_number(const MainWindow& window, const QString& key) {
    for (std::size_t i = 0; i < window.pages().size(); ++i) {
        if (window.pages()[i]->key() == key) return static_cast<int>(i);
    }
    FAIL("no page " << key.toStdString());
    return -1;
}

/// A window of a small scenario, changed.
struct Opened {
    SavedScenario saved{};
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>();

    explicit Opened(const std::vector<std::pair<std::string, QString>>& settings = {}) {
        for (const auto& [setting, value] : settings)
            REQUIRE(saved.document.set_setting(setting, value));
        REQUIRE(saved.document.save_to(saved.path));
        REQUIRE(window->open(saved.path, false).empty());
        window->show();
    }

    /// Shows all pages one after the other until each has its answer.
    void see_all() const {
        for (int page = 0; page < static_cast<int>(window->pages().size()); ++page) {
            window->choose_page(page);
            INFO(window->current_page().key().toStdString());
            REQUIRE(comes_true([this] { return window->current_page().is_settled(); }));
            CHECK_FALSE(window->grab().isNull());
        }
    }
};

/// Whether all that a page shows lies within the window, apart from what can be scrolled to.
bool is_within(const QWidget& widget, const QWidget& window) {
    for (const QWidget* around = widget.parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(around) != nullptr) return true;
    }
    const QRect place{widget.mapTo(&window, QPoint{}), widget.size()};
    return window.rect().contains(place);
}

}  // namespace

TEST_CASE("a window can be closed during the run of any page", "[gui]") {
    for (const char* key :
         {"bundle-size", "bills", "compare", "pipeline", "restore", "side-by-side", "reconcile"}) {
        INFO(key);
        Opened opened{{{"workload.reference_w1.files", QStringLiteral("30000000")}}};
        MainWindow& window = *opened.window;
        window.show_beside(opened.saved.path);
        window.reconcile().show_billed({QStringLiteral(FIRN_SOURCE_DIR "/scenarios/reconcile/list.csv")});
        window.choose_page(page_number(window, QString::fromUtf8(key)));
        CHECK_FALSE(window.current_page().is_settled());
        window.close();
        opened.window.reset();
    }
    SUCCEED("all of them are gone");
}

TEST_CASE("a broken file that is opened during a run ends neither window nor work", "[gui]") {
    Opened opened{{{"workload.reference_w1.files", QStringLiteral("30000000")}}};
    MainWindow& window = *opened.window;
    window.choose_page(page_number(window, QStringLiteral("bundle-size")));
    REQUIRE_FALSE(window.current_page().is_settled());
    const QString broken = opened.saved.folder.filePath(QStringLiteral("broken.yaml"));
    QFile file{broken};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("scenario: 1\nworkload: [\n");
    file.close();
    REQUIRE(window.open(broken, false).empty());
    CHECK_FALSE(window.document().reading().scenario);
    SavedScenario small;
    REQUIRE(window.open(small.path, false).empty());
    window.choose_page(page_number(window, QStringLiteral("bundle-size")));
    REQUIRE(comes_true(
        [&] { return window.current_page().is_settled() && !window.current_page().sentences().isEmpty(); }));
    window.close();
}

TEST_CASE("a thousand random edits while pages run end where they began", "[gui]") {
    Opened opened;
    MainWindow& window = *opened.window;
    ScenarioDocument& document = window.document();
    const QString before = document.text();
    std::mt19937 random{20130305};
    const std::array settings{"pipeline.fetchers",  "pipeline.bundle_size", "months",
                              "pipeline.uploaders", "pipeline.max_age",     "targets.stored_within"};
    const std::array values{"1", "3", "25 MB", "64 MiB", "10 min", "some", "", "-1", "9999999999", "2 h"};
    for (int i = 0; i < 1000; ++i) {
        if (i % 50 == 0) {
            window.choose_page(static_cast<int>(random() % window.pages().size()));
            window.current_page().refresh();
            QApplication::processEvents();
        }
        static_cast<void>(document.set_setting(settings[random() % settings.size()],
                                               QString::fromUtf8(values[random() % values.size()])));
        if (random() % 7 == 0) document.undo_stack().undo();
    }
    while (document.undo_stack().canUndo())
        document.undo_stack().undo();
    CHECK(document.text() == before);
    window.choose_page(page_number(window, QStringLiteral("bundle-size")));
    window.current_page().refresh();
    REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
    SavedScenario same;
    BundleSizePage page{same.document};
    run(page);
    CHECK(window.current_page().sentences() == page.sentences());
    window.close();
}

TEST_CASE("every page fits a small screen and fills a large one", "[gui]") {
    Opened opened;
    MainWindow& window = *opened.window;
    const QString examples = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/");
    window.reconcile().show_billed({examples + QStringLiteral("reconcile/cur.csv.gz")});
    window.reconcile().show_expected(examples + QStringLiteral("reconcile/usage.yaml"));
    window.variance().show_budget(examples + QStringLiteral("budget/budget.json"));
    window.variance().show_billed({examples + QStringLiteral("budget/third-quarter.csv")});
    window.show_beside(opened.saved.path);
    for (const QSize size : {QSize{800, 600}, QSize{3840, 2160}}) {
        window.resize(size);
        for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
            window.choose_page(page);
            REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
            QApplication::processEvents();
            INFO(window.current_page().key().toStdString() << " at " << size.width());
            CHECK(window.size() == size);
            for (const QWidget* widget : window.current_page().findChildren<QWidget*>()) {
                INFO(widget->metaObject()->className() << " " << widget->accessibleName().toStdString());
                CHECK((!widget->isVisible() || is_within(*widget, window)));
            }
        }
    }
    window.close();
}

TEST_CASE("scenarios of one file, of one month and with names without end are shown", "[gui]") {
    const QString name = QString{QLatin1Char{'n'}}.repeated(300);
    const Opened one{{{"workload.reference_w1.files", QStringLiteral("1")}, {"months", QStringLiteral("1")}}};
    one.see_all();
    one.window->choose_page(page_number(*one.window, QStringLiteral("pipeline")));
    for (const Exhibit& exhibit : one.window->current_page().exhibits())
        CHECK((exhibit.plot->content().curves.front().points.size() > 1 ||
               exhibit.plot->content().curves.front().drawn == Drawn::symbol));
    const Opened long_name{{{"name", name}, {"description", name + QStringLiteral(" ") + name}}};
    long_name.window->resize(1280, 720);
    long_name.window->show_beside(long_name.saved.path);
    long_name.see_all();
    CHECK(long_name.window->width() == 1280);
}

TEST_CASE("a scenario of no months says what is wrong on every page", "[gui]") {
    const Opened none{{{"months", QStringLiteral("0")}}};
    none.see_all();
    CHECK_FALSE(none.window->document().reading().scenario);
    CHECK(none.window->document().reading().diagnostics.front().setting == "months");
}

TEST_CASE("numbers of a page have the separators of a German and a French locale", "[gui]") {
    const QLocale before;
    for (const QLocale::Language language : {QLocale::German, QLocale::French}) {
        QLocale::setDefault(QLocale{language});
        SavedScenario saved;
        BundleSizePage page{saved.document};
        run(page);
        const QLocale locale;
        const auto row = static_cast<int>(page.answer()->plan.recommendation.size);
        const QString cost = page.exhibits()[0].table->index(row, 2).data().toString();
        CHECK(cost.contains(locale.decimalPoint()));
        CHECK_FALSE(cost.contains(QLatin1Char{'.'}));
        CHECK(page.sentences().constFirst().contains(cost));
    }
    QLocale::setDefault(before);
}
