#include "gui/document/scenario_document.hpp"
#include "gui/models/settings_model.hpp"
#include "gui/pages/scenario_page.hpp"
#include "gui/pages/setting_editor.hpp"
#include "gui/pages/setting_form.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QComboBox>
#include <QWheelEvent>

#include <algorithm>

using namespace firn;
using namespace firn::gui;

namespace {

const SettingRow& row_of(const SettingsModel& model, const char* path) {
    const int row = model.row_of(path);
    REQUIRE(row >= 0);
    return model.rows()[static_cast<std::size_t>(row)];
}

QComboBox& choice_of(ScenarioPage& page, const char* path) {
    SettingEditor* editor = page.form().editor_of(path);
    REQUIRE(editor != nullptr);
    auto* choice = editor->findChild<QComboBox*>();
    REQUIRE(choice != nullptr);
    return *choice;
}

}  // namespace

TEST_CASE("what arrives is one choice, and only the settings of what is chosen follow it", "[gui]") {
    SavedScenario saved;
    const SettingsModel model{saved.document};
    const SettingRow& choice = row_of(model, "workload");
    CHECK(choice.kind == RowKind::choice);
    CHECK(choice.value == QStringLiteral("Reference w1"));
    CHECK(choice.choices == QStringList{QStringLiteral("Reference w1"), QStringLiteral("Trace"),
                                        QStringLiteral("Monthly totals"), QStringLiteral("Growth")});
    CHECK(model.row_of("workload.reference_w1.files") == model.row_of("workload") + 1);
    CHECK(model.row_of("workload.growth") < 0);
    CHECK(model.row_of("workload.trace") < 0);
}

TEST_CASE("another kind of workload takes the place of the one before, and undo brings it back", "[gui]") {
    SavedScenario saved;
    SettingsModel model{saved.document};
    const QString before = saved.document.text();
    const auto choose = [&](const char* kind) {
        return model.setData(model.index(model.row_of("workload")), QString::fromUtf8(kind), Qt::EditRole);
    };
    REQUIRE(choose("Growth"));
    REQUIRE(saved.document.reading().scenario);
    CHECK(saved.document.reading().scenario->workload.growth);
    CHECK_FALSE(saved.document.reading().scenario->workload.reference_w1);
    CHECK(saved.document.text().startsWith(QStringLiteral("# a comment that stays\n")));
    CHECK(model.row_of("workload.growth.inflow") == model.row_of("workload") + 1);
    CHECK_FALSE(choose("Nothing of the kind"));
    REQUIRE(choose("Growth"));  // as it is
    saved.document.undo_stack().undo();
    CHECK(saved.document.text() == before);
}

TEST_CASE("of two kinds of workload the second has a heading, so that it can be removed", "[gui]") {
    SavedScenario saved;
    const SettingsModel model{saved.document};
    REQUIRE(saved.document.add_section("workload.growth"));
    CHECK_FALSE(saved.document.reading().scenario);
    CHECK(row_of(model, "workload").value == QStringLiteral("Reference w1"));
    CHECK(row_of(model, "workload.growth").kind == RowKind::section);
    CHECK(row_of(model, "workload.growth").can_be_removed);
}

TEST_CASE("who chooses in the form changes the text", "[gui]") {
    SavedScenario saved;
    ScenarioPage page{saved.document};
    QComboBox& choice = choice_of(page, "workload");
    CHECK(choice.currentText() == QStringLiteral("Reference w1"));
    choice.setCurrentText(QStringLiteral("Growth"));
    emit choice.activated(choice.currentIndex());
    REQUIRE(saved.document.reading().scenario);
    CHECK(saved.document.reading().scenario->workload.growth);
}

TEST_CASE("a wheel over a choice scrolls the form and changes nothing", "[gui]") {
    SavedScenario saved;
    ScenarioPage page{saved.document};
    page.show();
    const QString before = saved.document.text();
    QComboBox& choice = choice_of(page, "workload");
    QWheelEvent wheel{QPointF{5, 5},     choice.mapToGlobal(QPointF{5, 5}),
                      QPoint{},          QPoint{0, -120},
                      Qt::NoButton,      Qt::NoModifier,
                      Qt::NoScrollPhase, false};
    QApplication::sendEvent(&choice, &wheel);
    CHECK(choice.currentText() == QStringLiteral("Reference w1"));
    CHECK(saved.document.text() == before);
}
