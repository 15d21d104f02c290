#pragma once

#include "gui/document/scenario_document.hpp"
#include "gui/text.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace firn::gui {

/// The answer of the command, to the last byte.
[[nodiscard]] inline std::string command_answer(const QString& command, const QString& scenario,
                                                const QStringList& options = {}) {
    QProcess program;
    program.start(QStringLiteral(FIRN_PROGRAM),
                  QStringList{command, scenario, QStringLiteral("--format"), QStringLiteral("json"),
                              QStringLiteral("--quiet")} +
                      options);
    REQUIRE(program.waitForFinished(120'000));
    return program.readAllStandardOutput().toStdString();
}

/// A document of a small scenario that stands in a file.
struct SavedScenario {
    QTemporaryDir folder{};
    QString path = folder.filePath(QStringLiteral("small.yaml"));
    ScenarioDocument document{};

    SavedScenario() {
        document.start_with(from_utf8(small_scenario()), {}, false);
        REQUIRE(document.save_to(path));
        // A scenario without a name is called after its file; the command says the same.
        REQUIRE(document.set_setting("name", QStringLiteral("small")));
        REQUIRE(document.save_to(path));
    }
};

/// Has a page answer, and waits for it.
template <class P>
void run(P& page) {
    page.refresh();
    REQUIRE(comes_true([&page] { return page.is_settled(); }));
    REQUIRE(page.answer() != nullptr);
}

}  // namespace firn::gui
