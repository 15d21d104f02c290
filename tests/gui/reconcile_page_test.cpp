#include "gui/pages/reconcile_page.hpp"

#include "core/report/reconciliation_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/picture.hpp"
#include "gui/export/report_pdf.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/models/line_filter.hpp"
#include "gui/models/reconcile_table.hpp"
#include "gui/models/table_model.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shown_texts.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QUrl>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

const QString kUsage = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/reconcile/usage.yaml");
const QString kReport = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/reconcile/cur.csv.gz");

/// The page with the example of scenarios/reconcile.
void show_example(ReconcilePage& page) {
    page.show_expected(kUsage);
    page.show_billed({kReport});
    page.show_part(QStringLiteral("backup"), {});
    run(page);
}

}  // namespace

TEST_CASE("the reconcile page says what firn reconcile says", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    show_example(page);
    CHECK(report::reconciliation_json(page.answer()->report()) ==
          command_answer(
              QStringLiteral("reconcile"), kUsage,
              {QStringLiteral("--actual"), kReport, QStringLiteral("--bucket"), QStringLiteral("backup")}));
    CHECK(page.sentences().size() > 1);
}

TEST_CASE("one month of a report is compared by itself", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    page.show_expected(kUsage);
    page.show_billed({kReport});
    page.show_part(QStringLiteral("backup"), QStringLiteral("2026-08"));
    run(page);
    CHECK(report::reconciliation_json(page.answer()->report()) ==
          command_answer(QStringLiteral("reconcile"), kUsage,
                         {QStringLiteral("--actual"), kReport, QStringLiteral("--bucket"),
                          QStringLiteral("backup"), QStringLiteral("--month"), QStringLiteral("2026-08")}));
}

TEST_CASE("what the scenario expects is compared with a report", "[gui]") {
    SavedScenario saved;
    const QString list = saved.folder.filePath(QStringLiteral("list.csv"));
    write_file(list,
               "month,usage_type,quantity,unit,cost\n"
               "2012-11,TimedStorage-ByteHrs,3.5,GB-Mo,0.04\n"
               "2012-12,TimedStorage-ByteHrs,9.25,GB-Mo,0.09\n");
    ReconcilePage page{saved.document};
    page.show_billed({list});
    run(page);
    CHECK(report::reconciliation_json(page.answer()->report()) ==
          command_answer(QStringLiteral("reconcile"), saved.path, {QStringLiteral("--actual"), list}));
}

TEST_CASE("steps lead from what is expected to what is billed", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    show_example(page);
    const reconcile::Comparison& comparison = page.answer()->comparison;
    const Curve& steps = page.exhibits()[0].plot->content().curves.front();
    REQUIRE(steps.drawn == Drawn::step);
    REQUIRE(steps.points.size() == comparison.causes.size() + 2);
    CHECK(steps.spans.front().to == position_of(comparison.expected));
    CHECK(steps.spans.back().to == Approx(position_of(comparison.billed)));
    for (std::size_t i = 1; i + 1 < steps.spans.size(); ++i) {
        CHECK(steps.spans[i].from == Approx(steps.spans[i - 1].to));
        CHECK(steps.tips[i].contains(steps.labels[i]));
    }
}

TEST_CASE("lines are filtered by their cause and leave the window as they are shown", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    show_example(page);
    const auto& lines = page.answer()->comparison.lines;
    const QAbstractItemModel& table = *page.exhibits()[1].table;
    const auto differing = std::count_if(lines.begin(), lines.end(), [](const reconcile::ComparedLine& line) {
        return line.cause != reconcile::Cause::none;
    });
    CHECK(table.rowCount() == differing);
    page.keep(0);
    CHECK(table.rowCount() == static_cast<int>(lines.size()));
    page.keep(2);
    CHECK(table.rowCount() == page.answer()->comparison.causes.front().lines);
    const std::string csv = csv_of(table);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == table.rowCount() + 1);
}

TEST_CASE("the lines of a reconciliation fit the window, with their quantities when they are wanted",
          "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    page.resize(1130, 680);
    page.show();
    show_example(page);
    QApplication::processEvents();
    const auto* table = page.findChild<QTableView*>();
    REQUIRE(table != nullptr);
    CHECK(table->horizontalHeader()->length() <= table->viewport()->width());
    auto* details = page.findChild<QCheckBox*>();
    REQUIRE(details != nullptr);
    CHECK(table->isColumnHidden(2));
    details->setChecked(true);
    CHECK_FALSE(table->isColumnHidden(2));
    CHECK(csv_of(*page.exhibits()[1].table).find("Expected") != std::string::npos);
}

TEST_CASE("charts and tables of a reconciliation leave the window", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    show_example(page);
    Plot& plot = *page.exhibits()[0].plot;
    plot.resize(640, 300);
    for (const char* name : {"causes.png", "causes.svg", "causes.pdf"}) {
        const QString path = saved.folder.filePath(QString::fromUtf8(name));
        REQUIRE(write_picture(plot, path));
        CHECK(QFileInfo{path}.size() > 1000);
    }
    const QString report = saved.folder.filePath(QStringLiteral("report.pdf"));
    REQUIRE(write_report(QStringLiteral("small"), {&page}, report));
    CHECK(QFileInfo{report}.size() > 10'000);
}

TEST_CASE("without a report the page says what to drop, and what is dropped is compared", "[gui]") {
    SavedScenario saved;
    ReconcilePage page{saved.document};
    page.show();
    page.refresh();
    CHECK(page.is_settled());
    CHECK(page.exhibits().empty());
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(kUsage), QUrl::fromLocalFile(kReport)});
    QDragEnterEvent enter{QPoint{20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&page, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop{QPointF{20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&page, &drop);
    REQUIRE(comes_true([&page] { return page.is_settled() && page.answer() != nullptr; }));
    CHECK(page.answer()->comparison.price_book == "aws-s3-glacier");
}

TEST_CASE("what is wrong with a report stands on the page with its line", "[gui]") {
    SavedScenario saved;
    const QString list = saved.folder.filePath(QStringLiteral("wrong.csv"));
    write_file(list, "month,usage_type,quantity,cost\n2012-11,TimedStorage-ByteHrs,3.5,cheap\n");
    ReconcilePage page{saved.document};
    page.show_billed({list});
    page.refresh();
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    CHECK(page.answer() == nullptr);
    CHECK(said_on(page).contains(QStringLiteral("wrong.csv:2")));
}

TEST_CASE("a filter keeps to Qt's rules and sorts numbers by their value", "[gui]") {
    TableModel model;
    LineFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester{&filter, kFatal};
    const auto number = [](const char* shown, const char* plain) {
        return TableCell{QString::fromUtf8(shown), QString::fromUtf8(plain), true, false};
    };
    model.show_content({{QStringLiteral("what"), QStringLiteral("cost")},
                        {{{QStringLiteral("puts")}, number("1,000.00", "1000")},
                         {{QStringLiteral("gets")}, number("9.00", "9")},
                         {{QStringLiteral("puts")}, number("20.00", "20")}}});
    filter.sort(1, Qt::AscendingOrder);
    CHECK(filter.index(0, 1).data().toString() == QStringLiteral("9.00"));
    CHECK(filter.index(2, 1).data().toString() == QStringLiteral("1,000.00"));
    filter.keep_word(0, QStringLiteral("puts"));
    CHECK(filter.rowCount() == 2);
    filter.keep_word(0, QStringLiteral("puts"), true);
    CHECK(filter.rowCount() == 1);
    filter.keep_word(0, {});
    filter.keep_text(QStringLiteral("PUTS"));
    CHECK(filter.rowCount() == 2);
}
