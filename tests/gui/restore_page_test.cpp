#include "gui/pages/restore_page.hpp"

#include "core/report/restore_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/export/picture.hpp"
#include "gui/export/report_pdf.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/models/table_model.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shown_texts.hpp"
#include "tests/support/catch.hpp"

#include <QFileInfo>
#include <QLineEdit>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

const QString kNight = QStringLiteral(FIRN_SOURCE_DIR "/scenarios/restore-at-night/scenario.yaml");

struct OpenedScenario {
    ScenarioDocument document{};

    explicit OpenedScenario(const QString& path) { REQUIRE(document.open(path)); }
};

void settle(RestorePage& page) {
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
}

std::string json_of(const RestorePage& page) { return report::restore_json(page.answer()->report()); }

}  // namespace

TEST_CASE("the restore page says what firn restore says", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("restore"), kNight));
}

TEST_CASE("deadline, budget and use in the region are those of the command", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    page.set_fields({QStringLiteral("60 h"), {}, false});
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("restore"), kNight,
                                          {QStringLiteral("--within"), QStringLiteral("60 h")}));
    const PlotContent& content = page.exhibits()[0].plot->content();
    REQUIRE(content.uprights.size() == 1);
    CHECK(content.uprights[0].at == Approx(60));
    page.set_fields({{}, QStringLiteral("900"), false});
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("restore"), kNight,
                                          {QStringLiteral("--budget"), QStringLiteral("900")}));
    CHECK(page.exhibits()[0].plot->content().limits.size() == 1);
    page.set_fields({{}, {}, true});
    settle(page);
    CHECK(json_of(page) ==
          command_answer(QStringLiteral("restore"), kNight, {QStringLiteral("--stay-in-region")}));
}

TEST_CASE("a deadline that cannot be met is refused, and the ways are there all the same", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    page.set_fields({QStringLiteral("12 h"), {}, false});
    settle(page);
    REQUIRE(page.answer()->refusal.size() == 1);
    CHECK(page.answer()->refusal[0].code == "restore-deadline-unmet");
    CHECK(said_on(page).contains(from_utf8(page.answer()->refusal[0].what)));
    CHECK(page.exhibits()[0].plot->content().uprights.size() == 1);
    CHECK(page.answer()->plan.ways.size() == 4);
}

TEST_CASE("a field that is no duration says what is expected and leaves the answer", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    const std::string before = json_of(page);
    page.set_fields({QStringLiteral("48"), QStringLiteral("much"), false});
    settle(page);
    CHECK(said_on(page).contains(QStringLiteral("Deadline: ")));
    CHECK(said_on(page).contains(QStringLiteral("Budget: ")));
    CHECK(json_of(page) == before);
}

TEST_CASE("each way stands where its hours and cost are, and the chosen one is ringed", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    const PlotContent& content = page.exhibits()[0].plot->content();
    const restore::RestorePlan& plan = page.answer()->plan;
    std::size_t symbols = 0;
    for (const Curve& curve : content.curves) {
        if (curve.drawn == Drawn::symbol) symbols += curve.tips.size();
    }
    CHECK(symbols == plan.ways.size());
    const Curve& chosen = content.curves.back();
    REQUIRE(chosen.points.size() == 1);
    CHECK(chosen.points[0].y() == Approx(plan.ways[plan.chosen].cost.amount().convert_to<double>()));
    const PlotContent& course = page.exhibits()[1].plot->content();
    for (const Curve& curve : course.curves)
        CHECK(curve.points.back().y() == Approx(static_cast<double>(page.answer()->wish.bytes.count())));
}

TEST_CASE("ways that meet are counted, and an axis that does not begin at zero says so", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    const PlotContent& content = page.exhibits()[0].plot->content();
    REQUIRE(content.y.from > 0);
    CHECK(content.y.title.endsWith(QStringLiteral("(not from zero)")));
    QStringList counts;
    for (const Curve& curve : content.curves) {
        for (const QString& label : curve.labels) {
            if (!label.isEmpty()) counts += label;
        }
    }
    // Standard all at once and by what the link takes: 908 and 905 USD, both after 31.6 h; bulk likewise.
    CHECK(counts == QStringList{QStringLiteral("2 ways"), QStringLiteral("2 ways")});
}

TEST_CASE("all rounds of a schedule are in its table", "[gui]") {
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    const restore::Way& way = page.answer()->plan.ways[page.answer()->plan.chosen];
    const QAbstractItemModel& schedule = *page.exhibits()[1].table;
    REQUIRE(schedule.rowCount() == static_cast<int>(way.rounds.size()));
    CHECK(schedule.index(0, 2).data(TableModel::kPlainRole).toString().toStdString() ==
          std::to_string(way.rounds[0].archives));
}

TEST_CASE("a scenario whose archives are billed by the largest hour says in which hours to ask", "[gui]") {
    SavedScenario saved;  // of November and December 2012
    RestorePage page{saved.document};
    run(page);
    page.set_fields({QStringLiteral("3 days"), {}, false});
    settle(page);
    CHECK(json_of(page) == command_answer(QStringLiteral("restore"), saved.path,
                                          {QStringLiteral("--within"), QStringLiteral("3 days")}));
    const auto& ways = page.answer()->plan.ways;
    CHECK(std::any_of(ways.begin(), ways.end(),
                      [](const restore::Way& way) { return way.pacing == restore::Pacing::deadline; }));
}

TEST_CASE("a restore that is cancelled is not shown", "[gui]") {
    SavedScenario saved;
    REQUIRE(saved.document.set_setting("workload.reference_w1.files", QStringLiteral("30000000")));
    RestorePage page{saved.document};
    page.refresh();
    REQUIRE_FALSE(page.is_settled());
    page.cancel();
    settle(page);
    CHECK(page.answer() == nullptr);
}

TEST_CASE("charts and tables of a restore leave the window", "[gui]") {
    SavedScenario saved;
    OpenedScenario opened{kNight};
    RestorePage page{opened.document};
    run(page);
    for (const Exhibit& exhibit : page.exhibits()) {
        INFO(exhibit.name.toStdString());
        REQUIRE(exhibit.table != nullptr);
        CHECK(csv_of(*exhibit.table).size() > 20);
        if (exhibit.plot == nullptr) continue;
        exhibit.plot->resize(640, 300);
        for (const char* name : {"way.png", "way.svg", "way.pdf"})
            CHECK(write_picture(*exhibit.plot, saved.folder.filePath(QString::fromUtf8(name))));
    }
    const QString report = saved.folder.filePath(QStringLiteral("report.pdf"));
    REQUIRE(write_report(QStringLiteral("night"), {&page}, report));
    CHECK(QFileInfo{report}.size() > 10'000);
    for (const auto* field : page.findChildren<QLineEdit*>())
        CHECK_FALSE(field->accessibleName().isEmpty());
}
