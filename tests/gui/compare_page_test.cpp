#include "gui/pages/compare_page.hpp"

#include "core/report/compare_report.hpp"
#include "core/report/compare_tables.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/picture.hpp"
#include "gui/export/report_pdf.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/main_window.hpp"
#include "gui/models/report_table.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/pages/variation_panel.hpp"
#include "gui/text.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shown_texts.hpp"
#include "tests/support/catch.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSlider>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

const QString kUniversity = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/university-archive/alternatives.yaml");

const char* const kTwoWays =
    "comparison: 1\n"
    "discount_rate: 4 %\n"
    "alternatives:\n"
    "  - {name: here, kind: usb_drives}\n"
    "  - {name: there, kind: price_book, storage_class: glacier, price_book: aws-glacier}\n";

void write(const QString& path, const QByteArray& text) {
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

void settle(ComparePage& page) {
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
}

std::string json_of(const ComparePage& page) { return report::compare_json(page.answer()->report()); }

}  // namespace

TEST_CASE("the compare page says what firn compare says, with the usual alternatives", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    run(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), saved.path));
    CHECK(page.sentences().constFirst().toStdString() == page.answer()->sentences.front());
}

TEST_CASE("alternatives beside the scenario are taken, and others can be chosen", "[gui]") {
    SavedScenario saved;
    const QString beside = saved.folder.filePath(QStringLiteral("alternatives.yaml"));
    write(beside, kTwoWays);
    ComparePage page{saved.document};
    run(page);
    const std::string with_file =
        command_answer(QStringLiteral("compare"), saved.path, {QStringLiteral("--alternatives"), beside});
    CHECK(json_of(page) == with_file);
    page.use_alternatives({});
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), saved.path));
    page.use_alternatives(beside);
    settle(page);
    CHECK(json_of(page) == with_file);
}

TEST_CASE("what is wrong with a file of alternatives is shown with its place", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    run(page);
    const QString wrong = saved.folder.filePath(QStringLiteral("wrong.yaml"));
    write(wrong, "comparison: 1\nalternatives:\n  - {name: here, kind: pigeons}\n");
    page.use_alternatives(wrong);
    settle(page);
    CHECK(said_on(page).contains(wrong + QStringLiteral(":3:24: ")));
    CHECK(page.answer() != nullptr);
}

TEST_CASE("what is wrong with alternatives is told before anything runs", "[gui]") {
    MonthlyScenario monthly;
    REQUIRE(QFile::remove(monthly.folder.filePath(QStringLiteral("monthly.csv"))));
    const QString beside = monthly.folder.filePath(QStringLiteral("alternatives.yaml"));
    write(beside,
          "comparison: 1\nalternatives:\n  - {name: quote, kind: vendor_quote, currency: EUR, per_tb_month: "
          "5}\n");
    ComparePage page{monthly.document};
    page.refresh();
    settle(page);
    CHECK(said_on(page).contains(beside + QStringLiteral(":3:5: ")));
    CHECK_FALSE(said_on(page).contains(QStringLiteral("monthly.csv")));
    write(beside, "comparison: 1\nalternatives:\n  - {name: quote, kind: vendor_quote, per_tb_month: 5}\n");
    page.use_alternatives(beside);
    settle(page);
    CHECK(said_on(page).contains(QStringLiteral("monthly.csv")));
}

TEST_CASE("a file that states its own demand needs no scenario", "[gui]") {
    MainWindow window;
    REQUIRE(window.open(kUniversity, false).empty());
    REQUIRE(window.current_page().key() == QStringLiteral("compare"));
    auto& page = dynamic_cast<ComparePage&>(window.current_page());
    settle(page);
    REQUIRE(page.answer() != nullptr);
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), kUniversity));
}

TEST_CASE("sliders compare again, as the command does with such numbers", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    page.panel().move(Varied::discount_rate, 13);  // steps of half a per cent
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), kUniversity,
                                          {QStringLiteral("--discount-rate"), QStringLiteral("6.5 %")}));
    page.panel().go_back();
    page.panel().move(Varied::growth, 20);
    settle(page);
    QFile file{kUniversity};
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString grown = saved.folder.filePath(QStringLiteral("grown.yaml"));
    write(grown, file.readAll().replace("growth: 5 %", "growth: 20 %"));
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), grown));
    page.panel().go_back();
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("compare"), kUniversity));
}

TEST_CASE("of many steps of a slider the last one wins, and the window goes on meanwhile", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    QElapsedTimer clock;
    clock.start();
    for (int place = -10; place <= 20; ++place)
        page.panel().move(Varied::hardware_prices, place);
    CHECK(clock.elapsed() < 1000);
    settle(page);
    CHECK(page.answer()->variation.hardware_prices == Rational{2});
    CHECK(page.answer()->results.were_flips_sought);
}

TEST_CASE("a comparison that is cancelled is not shown, and can be asked for again", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("30000000")));
    ComparePage page{saved.document};
    page.refresh();
    REQUIRE_FALSE(page.is_settled());
    page.cancel();
    settle(page);
    CHECK(page.answer() == nullptr);
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("1000")));
    run(page);
}

TEST_CASE("the sums of the alternatives are drawn, with where they meet", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    const PlotContent& content = page.exhibits()[0].plot->content();
    const alternatives::Results& results = page.answer()->results;
    for (std::size_t i = 0; i < results.outcomes.size(); ++i) {
        INFO(results.outcomes[i].alternative.name);
        CHECK(content.curves[i].points.back().y() ==
              Approx(results.outcomes[i].figures.total.amount().convert_to<double>()));
        CHECK(content.curves[i].tips.size() == content.curves[i].points.size());
    }
    const Curve& meetings = content.curves.back();
    REQUIRE(meetings.drawn == Drawn::symbol);
    CHECK(meetings.points.size() == meetings.tips.size());
}

TEST_CASE("what is far dearer leaves the chart, and the legend says of it where it is", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    const auto& outcomes = page.answer()->results.outcomes;  // drives first, the second site fourth
    const double most = outcomes[3].figures.total.amount().convert_to<double>();
    const PlotContent& content = page.exhibits()[0].plot->content();
    CHECK(content.y.to < most);
    CHECK(content.y.title.contains(QStringLiteral("leaves the chart")));
    for (const Curve& curve : content.curves) {
        if (curve.drawn != Drawn::line) continue;
        const bool is_seen = std::any_of(curve.points.begin(), curve.points.end(),
                                         [&](const QPointF& point) { return point.y() <= content.y.to; });
        CHECK(curve.remark.isEmpty() == is_seen);
    }
}

TEST_CASE("the key figures are the cells of the command's first table, and leave the window", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    const QAbstractItemModel& table = *page.exhibits()[1].table;
    const report::Table printed = report::money_table(page.answer()->results);
    REQUIRE(table.rowCount() == static_cast<int>(printed.rows.size()));
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column)
            CHECK(table.index(row, column).data().toString().replace(QChar{0x2212}, QLatin1Char{'-'}) ==
                  from_utf8(printed.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]));
    }
    Plot& plot = *page.exhibits()[0].plot;
    plot.resize(640, 300);
    for (const char* name : {"sums.png", "sums.svg", "sums.pdf"})
        CHECK(write_picture(plot, saved.folder.filePath(QString::fromUtf8(name))));
    CHECK(csv_of(plot.content()).starts_with("Month,drives,"));
    const QString report = saved.folder.filePath(QStringLiteral("report.pdf"));
    REQUIRE(write_report(QStringLiteral("university"), {&page}, report));
    CHECK(QFileInfo{report}.size() > 10'000);
}

TEST_CASE("sliders, charts and tables of the compare page have names", "[gui]") {
    SavedScenario saved;
    ComparePage page{saved.document};
    page.show_file(kUniversity);
    settle(page);
    REQUIRE(page.findChildren<QSlider*>().size() == 5);
    for (const auto* slider : page.findChildren<QSlider*>()) {
        CHECK_FALSE(slider->accessibleName().isEmpty());
        CHECK_FALSE(slider->toolTip().isEmpty());
    }
}

TEST_CASE("what one month costs is a box for each alternative, its name below", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("months", QStringLiteral("1")));
    ComparePage page{saved.document};
    run(page);
    const PlotContent& content = page.exhibits().front().plot->content();
    const alternatives::Results& results = page.answer()->results;
    REQUIRE(content.curves.size() == results.outcomes.size());
    for (std::size_t i = 0; i < content.curves.size(); ++i) {
        CHECK(content.curves[i].drawn == Drawn::step);
        const Money sum = alternatives::sums_of(results.outcomes[i].figures).front();
        CHECK(content.curves[i].spans.front().to == position_of(sum));
        CHECK(content.y.to > position_of(sum));
    }
    CHECK(content.x.ticks(content.x.from, content.x.to, 1).size() == results.outcomes.size());
}
