#include "gui/pages/variance_page.hpp"

#include "core/report/variance_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/picture.hpp"
#include "gui/models/table_model.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QFileInfo>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// A budget of three months, of which two were billed.
struct BilledMonths {
    MonthlyScenario monthly{};
    QString budget = monthly.frozen();
    QString billed = monthly.folder.filePath(QStringLiteral("billed.yaml"));

    BilledMonths() {
        write_file(billed,
                   "usage: 1\nprice_book: aws-glacier\nregion: us-east-1\nperiods:\n"
                   "  - month: 2013-07\n"
                   "    storage: [{class: glacier, average: 150 GiB, archives: 1400}]\n"
                   "    uploads: [{class: glacier, bytes: 4 GiB, archives: 40}]\n"
                   "  - month: 2013-08\n"
                   "    storage: [{class: glacier, average: 70 GiB, archives: 700}]\n"
                   "    uploads: [{class: glacier, bytes: 4 GiB, archives: 40}]\n");
    }

    void show_on(VariancePage& page) const {
        page.show_budget(budget);
        page.show_billed({billed});
        run(page);
    }
};

}  // namespace

TEST_CASE("the variance page says what firn variance says", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    billed.show_on(page);
    CHECK(report::variance_json(page.answer()->variance, page.answer()->provenance) ==
          command_answer(QStringLiteral("variance"), billed.budget,
                         {QStringLiteral("--actual"), billed.billed}));
    CHECK(page.sentences().size() == 4);
}

TEST_CASE("a month that is billed up to a day is compared up to it", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    page.show_through(QStringLiteral("2013-08-20"));
    billed.show_on(page);
    CHECK(report::variance_json(page.answer()->variance, page.answer()->provenance) ==
          command_answer(QStringLiteral("variance"), billed.budget,
                         {QStringLiteral("--actual"), billed.billed, QStringLiteral("--through"),
                          QStringLiteral("2013-08-20")}));
    CHECK_FALSE(page.answer()->variance.bridge.calendar.is_zero());
}

TEST_CASE("the bridge leads from budget to billed, to date and in each month", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    billed.show_on(page);
    const auto bridge = [&page]() -> const Curve& {
        return page.exhibits()[1].plot->content().curves.front();
    };
    const forecast::Variance& variance = page.answer()->variance;
    REQUIRE(bridge().points.size() == 8);  // budget, six parts, billed
    CHECK(bridge().spans.back().to == Approx(position_of(variance.actual)).margin(0.006));
    page.show_bridge(1);
    CHECK(bridge().spans.front().to == Approx(position_of(variance.months[1].planned)).margin(0.006));
    CHECK(bridge().spans.back().to == Approx(position_of(variance.months[1].actual)).margin(0.006));
}

TEST_CASE("months stand beside the band of their budget", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    billed.show_on(page);
    const auto& curves = page.exhibits()[0].plot->content().curves;
    REQUIRE(curves.size() == 3);
    CHECK(curves[2].drawn == Drawn::whisker);
    CHECK(curves[2].points.size() == 3);
    for (std::size_t i = 0; i < 2; ++i) {
        const forecast::VarianceMonth& month = page.answer()->variance.months[i];
        CHECK(curves[month.is_inside ? 0 : 1].points[i].y() == position_of(month.actual));
        CHECK(curves[month.is_inside ? 1 : 0].points[i].y() == 0);
    }
}

TEST_CASE("the months of a variance keep to Qt's rules and leave the window", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    billed.show_on(page);
    REQUIRE(page.exhibits().size() == 3);
    auto* table = page.findChild<TableModel*>();
    REQUIRE(table != nullptr);
    const QAbstractItemModelTester tester{table, kFatal};
    CHECK(table->rowCount() == 3);  // two months and what is to date
    Plot& plot = *page.exhibits()[1].plot;
    plot.resize(640, 300);
    const QString path = billed.monthly.folder.filePath(QStringLiteral("bridge.svg"));
    REQUIRE(write_picture(plot, path));
    CHECK(QFileInfo{path}.size() > 1000);
}

TEST_CASE("the variance page says which file it still needs", "[gui]") {
    BilledMonths billed;
    VariancePage page{billed.monthly.document};
    page.refresh();
    CHECK(page.is_settled());
    page.show_budget(billed.budget);
    page.refresh();
    CHECK(page.is_settled());
    CHECK(page.answer() == nullptr);
    CHECK(page.exhibits().empty());
}
