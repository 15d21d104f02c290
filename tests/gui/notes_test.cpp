#include "gui/pages/bills_page.hpp"
#include "tests/gui/monthly_scenario.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QToolButton>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

TEST_CASE("what a run notes is counted below its answer and can be read", "[gui]") {
    const QTemporaryDir folder;
    write_file(folder.filePath(QStringLiteral("trace.csv")),
               "timestamp_utc,size_bytes\n2012-11-03T00:00:00Z,1000\n2012-11-02T00:00:00Z,2000\n"
               "2012-11-04T00:00:00Z,3000\n");  // the second row is earlier than the first
    const QString path = folder.filePath(QStringLiteral("notes.yaml"));
    write_file(path, "scenario: 1\nstart: 2012-11-01\nmonths: 1\nworkload:\n  trace: {file: trace.csv}\n");
    ScenarioDocument document;
    REQUIRE(document.open(path));
    BillsPage page{document};
    page.show();
    run(page);
    REQUIRE(page.notes().size() == 1);
    CHECK(page.notes().constFirst().contains(QStringLiteral("the trace is sorted by time")));
    const auto buttons = page.findChildren<QToolButton*>();
    const auto counted = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton* button) {
        return button->isVisible() && button->text() == QStringLiteral("1 note");
    });
    REQUIRE(counted != buttons.end());
    (*counted)->setChecked(true);
    CHECK((*counted)->isChecked());
}
