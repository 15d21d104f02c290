#include "core/report/plan_report.hpp"
#include "core/report/simulation_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/export/picture.hpp"
#include "gui/export/report_pdf.hpp"
#include "gui/main_window.hpp"
#include "gui/models/bill_model.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/bills_page.hpp"
#include "gui/pages/bundle_size_page.hpp"
#include "gui/pages/pipeline_page.hpp"
#include "gui/pages/scenario_page.hpp"
#include "gui/pages/setting_editor.hpp"
#include "gui/pages/setting_form.hpp"
#include "gui/pages/text_editor.hpp"
#include "gui/text.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeView>

#include <memory>

using namespace firn;
using namespace firn::gui;

TEST_CASE("the bundle-size page says what firn plan says", "[gui]") {
    SavedScenario saved;
    BundleSizePage page{saved.document};
    run(page);
    const PlanAnswer& answer = *page.answer();
    CHECK(report::plan_json(answer.report()) == command_answer(QStringLiteral("plan"), saved.path));
    const auto exhibits = page.exhibits();
    REQUIRE(exhibits.size() == 3);
    const auto row = static_cast<int>(answer.plan.recommendation.size);
    CHECK(exhibits[0].table->index(row, 2).data(TableModel::kPlainRole).toString().toStdString() ==
          format_decimal(answer.plan.recommended().cost.amount()));
}

TEST_CASE("where the size decides nothing, files are answered as the command answers them", "[gui]") {
    const QTemporaryDir folder;
    const QString dumps = folder.filePath(QStringLiteral("dumps.csv"));
    QFile file{dumps};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("timestamp_utc,size_bytes\n");
    for (int day = 10; day < 30; ++day)
        file.write(QStringLiteral("2013-01-%1T00:00:00Z,42949672960\n").arg(day).toUtf8());
    file.close();
    MainWindow window;
    REQUIRE(window.open(dumps, false).empty());
    BundleSizePage page{window.document()};
    run(page);
    const std::string command = command_answer(QStringLiteral("plan"), dumps);
    CHECK(page.sentences().constFirst().startsWith(QStringLiteral("Take any, such as 1 MiB: ")));
    for (const std::string& sentence : page.answer()->sentences) {
        INFO(sentence);
        CHECK(command.find(sentence) != std::string::npos);
        CHECK(sentence.find("At 1 MiB") == std::string::npos);
    }
    REQUIRE(window.document().set_setting("pipeline.bundle_size", QStringLiteral("64 MiB")));
    run(page);
    CHECK(page.sentences().constFirst().startsWith(QStringLiteral("Keep the scenario's 64 MiB: ")));
    window.document().undo_stack().setClean();
}

TEST_CASE("the bills page says what firn simulate says", "[gui]") {
    SavedScenario saved;
    BillsPage page{saved.document};
    run(page);
    const RunAnswer& answer = *page.answer();
    const report::SimulationReport shown{
        answer.scenario, answer.simulation, answer.reading, answer.provenance, {}, {}};
    CHECK(report::simulation_json(shown) == command_answer(QStringLiteral("simulate"), saved.path));
}

TEST_CASE("an opened month shows its lines in columns and their steps over the whole width", "[gui]") {
    SavedScenario saved;
    BillsPage page{saved.document};
    run(page);
    page.open_month(0);
    const auto* tree = page.findChild<QTreeView*>();
    REQUIRE(tree != nullptr);
    const QModelIndex month = tree->model()->index(0, 0);
    const QModelIndex line = tree->model()->index(0, 0, month);
    CHECK(tree->isExpanded(month));
    CHECK_FALSE(tree->isFirstColumnSpanned(0, month));
    CHECK(tree->isFirstColumnSpanned(0, line));
    CHECK_FALSE(tree->model()->index(0, BillModel::kCost, month).data().toString().isEmpty());
}

TEST_CASE("the pipeline page shows every series of a run", "[gui]") {
    SavedScenario saved;
    PipelinePage page{saved.document};
    run(page);
    REQUIRE(page.exhibits().size() == 6);
    for (const Exhibit& exhibit : page.exhibits()) {
        INFO(exhibit.name.toStdString());
        CHECK_FALSE(exhibit.plot->content().curves.front().points.empty());
    }
    // Mean, 95 % and slowest of each day: no less each time.
    const std::vector<Curve>& latency = page.exhibits()[3].plot->content().curves;
    REQUIRE(latency.size() == 3);
    CHECK(latency[1].points.front().y() >= latency[0].points.front().y());
    CHECK(latency[2].points.front().y() >= latency[1].points.front().y());
    page.look_at(Grain::minutes);
    CHECK(page.exhibits()[5].plot->content().curves.front().points.size() > 1000);
}

TEST_CASE("a size that is marked and taken becomes the scenario's, and undo takes it back", "[gui]") {
    SavedScenario saved;
    BundleSizePage page{saved.document};
    run(page);
    page.mark(0);
    CHECK(page.exhibits()[0].plot->content().marker->at == 0);
    const QString before = saved.document.text();
    REQUIRE(saved.document.set_setting("pipeline.bundle_size", QStringLiteral("1 MiB")));
    saved.document.undo_stack().undo();
    CHECK(saved.document.text() == before);
}

TEST_CASE("a slider's step over the bundle sizes takes less than 100 ms", "[gui]") {
    SavedScenario saved;
    BundleSizePage page{saved.document};
    page.resize(1100, 650);
    page.show();
    run(page);
    const std::size_t sizes = page.answer()->plan.sizes.size();
    QElapsedTimer clock;
    clock.start();
    for (std::size_t size = 0; size < sizes; ++size) {
        page.mark(size);
        page.grab();
    }
    CHECK(clock.elapsed() < 100 * static_cast<qint64>(sizes));
}

TEST_CASE("a run can be cancelled and asked for again", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("30000000")));
    BundleSizePage page{saved.document};
    page.refresh();
    REQUIRE_FALSE(page.is_settled());
    page.cancel();
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    CHECK(page.answer() == nullptr);
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("1000")));
    run(page);
    CHECK(page.answer()->plan.replay.files == 1000);
}

TEST_CASE("a window that is closed during a run is safe", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("30000000")));
    REQUIRE(saved.document.save_to(saved.path));
    auto window = std::make_unique<MainWindow>();
    REQUIRE(window->open(saved.path, false).empty());
    window->show();
    window->choose_page(1);
    CHECK_FALSE(window->current_page().is_settled());
    window.reset();
    SUCCEED("it is gone");
}

TEST_CASE("form and text are in step, and errors stand at their field", "[gui]") {
    SavedScenario saved;
    ScenarioPage page{saved.document};
    SettingEditor* editor = page.form().editor_of("pipeline.fetchers");
    REQUIRE(editor != nullptr);
    auto* line = editor->findChild<QLineEdit*>();
    REQUIRE(line != nullptr);
    line->setText(QStringLiteral("12"));
    emit line->editingFinished();
    CHECK(page.editor().toPlainText().contains(QStringLiteral("fetchers: 12    # four of them")));
    QString text = page.editor().toPlainText();
    page.editor().setPlainText(
        text.replace(QStringLiteral("fetchers: 12"), QStringLiteral("fetchers: some")));
    CHECK(line->text() == QStringLiteral("some"));
    const int row = page.model().row_of("pipeline.fetchers");
    CHECK(page.model().rows()[static_cast<std::size_t>(row)].errors.size() == 1);
    saved.document.undo_stack().undo();
    saved.document.undo_stack().undo();
    CHECK(line->text() == QStringLiteral("4"));
}

TEST_CASE("charts, tables and the report leave the window", "[gui]") {
    SavedScenario saved;
    BundleSizePage page{saved.document};
    run(page);
    Plot& plot = *page.exhibits()[0].plot;
    plot.resize(640, 300);
    for (const char* name : {"chart.png", "chart.svg", "chart.pdf"}) {
        const QString path = saved.folder.filePath(QString::fromUtf8(name));
        INFO(name);
        REQUIRE(write_picture(plot, path));
        CHECK(QFileInfo{path}.size() > 1000);
    }
    CHECK_FALSE(write_picture(plot, saved.folder.filePath(QStringLiteral("chart.txt"))));
    const QString report = saved.folder.filePath(QStringLiteral("report.pdf"));
    REQUIRE(write_report(QStringLiteral("small"), {&page}, report));
    CHECK(QFileInfo{report}.size() > 10'000);
}

TEST_CASE("a usage file that is opened shows its bill, a trace makes a scenario", "[gui]") {
    MainWindow window;
    const QString scenarios = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/");
    REQUIRE(window.open(scenarios + QStringLiteral("invoice/usage.yaml"), false).empty());
    CHECK(window.current_page().key() == QStringLiteral("bills"));
    CHECK_FALSE(window.current_page().exhibits().empty());
    REQUIRE(window.open(scenarios + QStringLiteral("freedoom/trace.csv.gz"), false).empty());
    REQUIRE(window.document().reading().scenario);
    CHECK(window.document().reading().scenario->workload.trace.has_value());
    CHECK_FALSE(window.open(QStringLiteral("/nowhere/at-all.yaml"), false).empty());
    window.document().undo_stack().setClean();
}
