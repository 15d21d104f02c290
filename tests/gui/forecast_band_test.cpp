#include "gui/pages/bills_page.hpp"

#include "core/report/forecast_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/models/table_model.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shown_texts.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

/// The months of a forecast's JSON.
std::string months_of(const std::string& json) {
    const auto begin = json.find("\"months\": [");
    const auto end = json.find("\"cumulative\": [");
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    return json.substr(begin, end - begin);
}

/// Whether some text of the page begins so.
bool says(const QWidget& page, const QString& beginning) {
    const QStringList texts = shown_texts(page);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString& text) { return text.startsWith(beginning); });
}

const Curve& last_curve(const BillsPage& page) {
    return page.exhibits().front().plot->content().curves.back();
}

}  // namespace

TEST_CASE("the band over the bills is that of firn forecast", "[gui]") {
    MonthlyScenario monthly;
    BillsPage page{monthly.document};
    run(page);
    REQUIRE(page.forecast() != nullptr);
    CHECK(months_of(report::forecast_json(page.forecast()->report())) ==
          months_of(command_answer(QStringLiteral("forecast"), monthly.path)));
    const Curve& band = last_curve(page);
    REQUIRE(band.drawn == Drawn::whisker);
    REQUIRE(band.points.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const forecast::Band& total = page.forecast()->forecast.months[i].total;
        CHECK(band.points[i].x() == static_cast<double>(i));
        CHECK(band.points[i].y() == position_of(total.p50));
        CHECK(band.spans[i].from == position_of(total.p10));
        CHECK(band.spans[i].to == position_of(total.p90));
        CHECK(band.tips[i].contains(QStringLiteral("P50")));
    }
}

TEST_CASE("a forecast leaves the window as a table and with the chart's data", "[gui]") {
    MonthlyScenario monthly;
    BillsPage page{monthly.document};
    run(page);
    REQUIRE(page.exhibits().size() == 2);
    const auto& model = *page.exhibits()[1].table;
    CHECK(model.rowCount() == 3);
    CHECK(model.index(0, 2).data(TableModel::kPlainRole).toString().toStdString() ==
          format_decimal(page.forecast()->forecast.months[0].total.p50.amount()));
    const std::string csv = csv_of(page.exhibits()[0].plot->content());
    CHECK(csv.find("\"Forecast, P10 to P90 with P50, from\"") != std::string::npos);
    CHECK(page.sentences().size() > 2);
}

TEST_CASE("a forecast that nobody wants is not drawn", "[gui]") {
    MonthlyScenario monthly;
    BillsPage page{monthly.document};
    page.want_forecast(false);
    run(page);
    CHECK(page.forecast() == nullptr);
    CHECK(last_curve(page).drawn == Drawn::bar);
    page.want_forecast(true);
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    CHECK(last_curve(page).drawn == Drawn::whisker);
    page.want_forecast(false);
    CHECK(last_curve(page).drawn == Drawn::bar);
}

TEST_CASE("a workload without a history has no forecast, and the page says so calmly", "[gui]") {
    SavedScenario saved;
    BillsPage page{saved.document};
    run(page);
    CHECK(page.forecast() == nullptr);
    CHECK(says(page, QStringLiteral("No forecast: ")));
    CHECK(page.notes().isEmpty());
}

TEST_CASE("a forecast that is being drawn can be given up", "[gui]") {
    MonthlyScenario monthly;
    REQUIRE(monthly.document.set_setting("months", QStringLiteral("120")));
    BillsPage page{monthly.document};
    page.refresh();
    REQUIRE(comes_true([&page] { return page.answer() != nullptr; }));
    page.cancel();
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    CHECK(page.forecast() == nullptr);
}
