#include "gui/pages/pool_panel.hpp"

#include "core/report/pool_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/pipeline_page.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// Shows the pools of a page that has answered, and waits for them.
void show_pools(PipelinePage& page) {
    page.show();
    page.show_view(QStringLiteral("pools"));
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    REQUIRE(page.pools().answer() != nullptr);
}

}  // namespace

TEST_CASE("the pool table says what firn simulate --pools says", "[gui]") {
    SavedScenario saved;
    PipelinePage page{saved.document};
    const QAbstractItemModelTester tester{page.pools().findChild<TableModel*>(), kFatal};
    run(page);
    CHECK(page.pools().answer() == nullptr);  // nobody has looked at it
    show_pools(page);
    CHECK(report::pools_json(page.pools().answer()->report()) ==
          command_answer(QStringLiteral("simulate"), saved.path, {QStringLiteral("--pools")}));
    CHECK(page.pools().table().rowCount() > 10);
    CHECK(page.sentences().contains(page.pools().sentences().constFirst()));
    CHECK(page.exhibits().back().table == &page.pools().table());
}

TEST_CASE("the outage of the pool table can be of another length", "[gui]") {
    SavedScenario saved;
    PipelinePage page{saved.document};
    page.pools().set_outage_hours(8);
    run(page);
    show_pools(page);
    CHECK(report::pools_json(page.pools().answer()->report()) ==
          command_answer(QStringLiteral("simulate"), saved.path,
                         {QStringLiteral("--pools"), QStringLiteral("8")}));
}

TEST_CASE("in a small window the pool table shows its values whole, and the words below it", "[gui]") {
    SavedScenario saved;
    PipelinePage page{saved.document};
    page.resize(600, 500);
    run(page);
    show_pools(page);
    const auto* table = page.pools().findChild<QTableView*>();
    REQUIRE(table != nullptr);
    const QHeaderView& header = *table->horizontalHeader();
    CHECK(comes_true([&] { return header.length() <= table->viewport()->width(); }));
    CHECK(comes_true([&] { return table->geometry().right() <= page.pools().rect().right(); }));
    const auto* words = page.pools().findChild<QTextEdit*>();
    REQUIRE(words != nullptr);
    CHECK_FALSE(words->geometry().intersects(table->geometry()));
    for (int column = 1; column < header.count(); ++column) {
        const QAbstractItemView& view = *table;
        CHECK(header.sectionSize(column) >= view.sizeHintForColumn(column));
        CHECK(header.sectionSize(column) >= header.sectionSizeHint(column));
    }
}

TEST_CASE("a pool table that is being worked out can be given up", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("3000000")));
    PoolPanel panel;
    panel.be_about({*saved.document.reading().scenario, saved.document.folder()});
    panel.show();
    REQUIRE(panel.is_running());
    panel.cancel();
    REQUIRE(comes_true([&panel] { return !panel.is_running(); }));
    CHECK(panel.answer() == nullptr);
}

TEST_CASE("all charts of the pipeline are zoomed and moved together", "[gui]") {
    SavedScenario saved;
    PipelinePage page{saved.document};
    page.resize(1100, 650);
    page.show();
    run(page);
    const auto exhibits = page.exhibits();
    const Span whole = exhibits[0].plot->shown();
    QTest::keyClick(exhibits[0].plot->focusProxy(), Qt::Key_Plus);
    QTest::keyClick(exhibits[0].plot->focusProxy(), Qt::Key_Right);
    const Span zoomed = exhibits[0].plot->shown();
    CHECK(zoomed.to - zoomed.from < whole.to - whole.from);
    for (std::size_t i = 1; i < 6; ++i) {
        INFO(i);
        CHECK(exhibits[i].plot->shown().from == zoomed.from);
        CHECK(exhibits[i].plot->shown().to == zoomed.to);
    }
    QTest::keyClick(exhibits[3].plot->focusProxy(), Qt::Key_0);
    CHECK(exhibits[0].plot->shown().from == whole.from);
}
