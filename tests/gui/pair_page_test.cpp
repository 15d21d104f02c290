#include "gui/pages/pair_page.hpp"

#include "core/report/simulation_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/models/table_model.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shown_texts.hpp"
#include "tests/support/catch.hpp"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace firn;
using namespace firn::gui;

namespace {

std::string simulated(const RunAnswer& answer) {
    return report::simulation_json(
        {answer.scenario, answer.simulation, answer.reading, answer.provenance, {}, {}});
}

/// The same with larger bundles, in a file of its own.
QString larger_bundles(SavedScenario& saved) {
    const QString path = saved.folder.filePath(QStringLiteral("large.yaml"));
    ScenarioDocument other;
    other.start_with(saved.document.text(), {}, false);
    REQUIRE(other.set_setting("pipeline.bundle_size", QStringLiteral("100 MB")));
    REQUIRE(other.set_setting("name", QStringLiteral("large")));
    REQUIRE(other.save_to(path));
    return path;
}

/// The table of that accessible name.
const QTableView& table_of(const PairPage& page, const QString& name) {
    const auto tables = page.findChildren<QTableView*>();
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const QTableView* table) { return table->accessibleName() == name; });
    REQUIRE(found != tables.end());
    return **found;
}

bool shows_all_columns(const QTableView& table) {
    return table.horizontalHeader()->length() <= table.viewport()->width();
}

}  // namespace

TEST_CASE("two scenarios stand side by side, each as firn simulate has it", "[gui]") {
    SavedScenario saved;
    const QString other = larger_bundles(saved);
    PairPage page{saved.document};
    page.show_beside(other);
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    REQUIRE(page.answer() != nullptr);
    CHECK(simulated(*page.answer()->here) == command_answer(QStringLiteral("simulate"), saved.path));
    CHECK(simulated(*page.answer()->there->run) == command_answer(QStringLiteral("simulate"), other));
    CHECK(page.sentences().constFirst().startsWith(QStringLiteral("small costs ")));
    const auto exhibits = page.exhibits();
    REQUIRE(exhibits.size() == 2);
    CHECK(csv_of(*exhibits[1].table) ==
          "Setting that differs,small,large\npipeline.bundle_size,25 MB,100 MB\n");
    REQUIRE(exhibits[0].plot->content().curves.size() == 2);
    CHECK(exhibits[0].plot->content().curves[0].points.size() == 2);
    REQUIRE(exhibits[0].plot->content().bands.size() == 1);  // what lies between both
    const Band& between = exhibits[0].plot->content().bands[0];
    for (std::size_t month = 0; month < 2; ++month) {
        const double apart = exhibits[0].plot->content().curves[0].points[month].y() -
                             exhibits[0].plot->content().curves[1].points[month].y();
        CHECK(between.upper[month].y() - between.lower[month].y() == Approx(std::abs(apart)));
    }
}

TEST_CASE("an edit is compared with the other scenario at once", "[gui]") {
    SavedScenario saved;
    PairPage page{saved.document};
    page.show_beside(larger_bundles(saved));
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const auto other = page.answer()->there;
    REQUIRE(saved.document.set_setting("pipeline.bundle_size", QStringLiteral("100 MB")));
    run(page);
    CHECK(page.answer()->there == other);
    CHECK(page.exhibits()[1].table->rowCount() == 0);
    saved.document.undo_stack().undo();
    run(page);
    CHECK(page.exhibits()[1].table->rowCount() == 1);
}

TEST_CASE("two bills of one month are drawn as boxes that can be seen", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("months", QStringLiteral("1")));
    PairPage page{saved.document};
    page.show_beside(larger_bundles(saved));
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const PlotContent& content = page.exhibits()[0].plot->content();
    REQUIRE(content.curves.size() == 2);
    for (const Curve& curve : content.curves) {
        REQUIRE(curve.drawn == Drawn::step);
        REQUIRE(curve.spans.size() == 1);
        CHECK(curve.spans[0].to > 0);
        CHECK(curve.spans[0].to < content.y.to);
        CHECK(curve.points[0].x() > content.x.from);
        CHECK(curve.points[0].x() < content.x.to);
    }
}

TEST_CASE("bills without a month in common begin one above the other, and the axis says so", "[gui]") {
    SavedScenario saved;
    ScenarioDocument later;
    later.start_with(saved.document.text(), {}, false);
    REQUIRE(later.set_setting("start", QStringLiteral("2015-03-01")));
    REQUIRE(later.set_setting("name", QStringLiteral("later")));
    const QString path = saved.folder.filePath(QStringLiteral("later.yaml"));
    REQUIRE(later.save_to(path));
    PairPage page{saved.document};
    page.show_beside(path);
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const PlotContent& content = page.exhibits()[0].plot->content();
    REQUIRE(content.curves.size() == 2);
    for (const Curve& curve : content.curves) {
        CHECK(curve.points.front().x() == 1);
        CHECK(curve.points.back().x() == 2);
    }
    CHECK(content.x.to == 2);
    CHECK(content.x.title.contains(QStringLiteral("1 is 2012-11 of small, and 2015-03 of later")));
    CHECK(content.curves[1].tips.front().contains(QStringLiteral("2015-03")));
}

TEST_CASE("one month beside several is a symbol, and long names do not hide the difference", "[gui]") {
    SavedScenario saved;
    ScenarioDocument shorter;
    shorter.start_with(saved.document.text(), {}, false);
    REQUIRE(shorter.set_setting("months", QStringLiteral("1")));
    REQUIRE(shorter.set_setting("name", QStringLiteral("a scenario of one month")));
    const QString path = saved.folder.filePath(QStringLiteral("shorter.yaml"));
    REQUIRE(shorter.save_to(path));
    REQUIRE(saved.document.set_setting("name", QStringLiteral("one of several months")));
    PairPage page{saved.document};
    page.resize(1100, 650);
    page.show();
    page.show_beside(path);
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const PlotContent& content = page.exhibits()[0].plot->content();
    REQUIRE(content.curves.size() == 2);
    CHECK(content.curves[0].drawn == Drawn::line);
    CHECK(content.curves[1].drawn == Drawn::symbol);
    CHECK(shows_all_columns(table_of(page, QStringLiteral("Both bills by charge"))));
}

TEST_CASE("in a low page the bills have room beside their scroll bar", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("name", QStringLiteral("one of several months")));
    PairPage page{saved.document};
    page.resize(1280, 260);
    page.show();
    page.show_beside(larger_bundles(saved));
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const QTableView& bills = table_of(page, QStringLiteral("Both bills by charge"));
    REQUIRE(comes_true([&bills] { return bills.verticalScrollBar()->maximum() > 0; }));
    CHECK(comes_true([&bills] { return shows_all_columns(bills); }));
}

TEST_CASE("long settings are told in full where the table has no room for them", "[gui]") {
    SavedScenario saved;
    PairPage page{saved.document};
    page.resize(1100, 650);
    page.show();
    page.show_beside(larger_bundles(saved));
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    const QTableView& settings = table_of(page, QStringLiteral("Settings that differ"));
    CHECK(shows_all_columns(settings));
    CHECK(settings.model()->index(0, 0).data(Qt::ToolTipRole).toString() ==
          QStringLiteral("pipeline.bundle_size"));
}

TEST_CASE("a second scenario of the same name goes by its folder and file", "[gui]") {
    SavedScenario saved;
    PairPage page{saved.document};
    page.show_beside(saved.path);
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    REQUIRE(page.answer() != nullptr);
    const QString folder = QFileInfo{saved.path}.dir().dirName();
    CHECK(page.answer()->name_there() == to_utf8(folder) + "/small.yaml");
}

TEST_CASE("without a second scenario the page says what to do", "[gui]") {
    SavedScenario saved;
    PairPage page{saved.document};
    page.refresh();
    CHECK(page.is_settled());
    CHECK(page.answer() == nullptr);
    CHECK(page.exhibits().empty());
    CHECK(said_on(page).contains(QStringLiteral("second scenario")));
}
