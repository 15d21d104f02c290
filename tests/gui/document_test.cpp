#include "gui/document/autosave.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/text.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QTemporaryDir>

#include <array>
#include <random>

using namespace firn;
using namespace firn::gui;

namespace {

void start(ScenarioDocument& document) { document.start_with(from_utf8(small_scenario()), {}, true); }

}  // namespace

TEST_CASE("a setting is changed in the text, whose comments stay", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.set_setting("pipeline.fetchers", QStringLiteral("16")));
    CHECK(document.text().contains(QStringLiteral("fetchers: 16    # four of them")));
    CHECK(document.text().startsWith(QStringLiteral("# a comment that stays\n")));
    CHECK(document.reading().scenario->pipeline.fetchers == 16);
}

TEST_CASE("a setting that the text does not state is added to its section", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.set_setting("pipeline.max_age", QStringLiteral("30 s")));
    CHECK(document.text().contains(QStringLiteral("  uploaders: 2\n  max_age: 30 s\n")));
    REQUIRE(document.set_setting("targets.stored_within", QStringLiteral("1 min")));
    CHECK(document.text().contains(QStringLiteral("\ntargets:\n  stored_within: 1 min\n")));
    CHECK(document.reading().scenario->targets.stored_within == std::chrono::minutes{1});
}

TEST_CASE("an empty value brings the default back", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.set_setting("months", {}));
    CHECK_FALSE(document.text().contains(QStringLiteral("months")));
    CHECK(document.reading().scenario->months == 12);
}

TEST_CASE("an item of a list is changed where it stands", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.set_setting("restores.1.rate", QStringLiteral("5/day")));
    CHECK(document.text().contains(QStringLiteral("- {name: some, rate: 5/day}")));
}

TEST_CASE("a wrong value stands in the text, and its diagnostic at its setting", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.set_setting("pipeline.bundle_size", QStringLiteral("12")));
    CHECK_FALSE(document.reading().scenario);
    REQUIRE(document.reading().diagnostics.size() == 1);
    CHECK(document.reading().diagnostics[0].setting == "pipeline.bundle_size");
    CHECK(document.reading().diagnostics[0].diagnostic.code == "unit-missing");
    REQUIRE(document.set_setting("pipeline.bundle_size", QStringLiteral("12 MB")));
    CHECK(document.reading().scenario);
}

TEST_CASE("what must be stated and is not is told at its setting", "[gui]") {
    ScenarioDocument document;
    document.start_with(QStringLiteral("scenario: 1\nworkload:\n  reference_w1: {files: 10}\n"), {}, true);
    REQUIRE(document.reading().diagnostics.size() == 1);
    CHECK(document.reading().diagnostics[0].setting == "start");
}

TEST_CASE("a section comes and goes", "[gui]") {
    ScenarioDocument document;
    start(document);
    REQUIRE(document.add_section("audit"));
    CHECK(document.reading().scenario->life.audit.has_value());
    REQUIRE(document.remove_section("audit"));
    CHECK_FALSE(document.reading().scenario->life.audit.has_value());
}

TEST_CASE("a thousand random edits and as many undos end where they began, and redo where they ended",
          "[gui]") {
    ScenarioDocument document;
    start(document);
    const QString begin = document.text();
    const std::array<std::pair<const char*, const char*>, 8> settings{{{"pipeline.fetchers", "7"},
                                                                       {"pipeline.bundle_size", "64 MiB"},
                                                                       {"pipeline.max_age", "none"},
                                                                       {"pipeline.max_age", ""},
                                                                       {"months", "31"},
                                                                       {"targets.at_risk", "5 GB"},
                                                                       {"region", "eu-west-1"},
                                                                       {"pipeline.uploaders", "wrong"}}};
    std::mt19937 chance{20130311};  // NOLINT(bugprone-random-generator-seed): the same case each time
    for (int i = 0; i < 1000; ++i) {
        const auto pick = chance();
        if (pick % 2 == 0) {
            const auto& [setting, value] = settings[(pick / 2) % settings.size()];
            static_cast<void>(document.set_setting(setting, QString::fromUtf8(value)));
        } else {
            QString text = document.text();
            const auto at = static_cast<qsizetype>(chance() % static_cast<unsigned>(text.size()));
            pick % 4 == 1 ? text.insert(at, QStringLiteral("x: ")) : text.remove(at, 3);
            document.edit(text, QStringLiteral("typing"), pick % 8 == 1);
        }
    }
    const QString end = document.text();
    REQUIRE(end != begin);
    while (document.undo_stack().canUndo())
        document.undo_stack().undo();
    CHECK(document.text() == begin);
    CHECK_FALSE(document.is_changed());
    while (document.undo_stack().canRedo())
        document.undo_stack().redo();
    CHECK(document.text() == end);
}

TEST_CASE("unsaved work survives a kill and is gone once it is saved", "[gui]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.yaml"));
    ScenarioDocument document;
    start(document);
    REQUIRE(document.save_to(path));
    Autosave autosave{document};
    REQUIRE(document.set_setting("months", QStringLiteral("9")));
    autosave.write();
    const auto kept = Autosave::left_over(path, from_utf8(small_scenario()));
    REQUIRE(kept.has_value());
    CHECK(*kept == document.text());
    REQUIRE(document.save_to(path));
    CHECK_FALSE(Autosave::left_over(path, from_utf8(small_scenario())).has_value());
}
