#include "gui/document/made_text.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/main_window.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/gui/shortcuts.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QUndoStack>

#include <cstdint>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr int kRows = 400'000;

/// A trace of an hour that takes a moment to be read.
struct LongTrace {
    QTemporaryDir folder{};
    QString path = folder.filePath(QStringLiteral("uploads.csv"));

    LongTrace() {
        QFile file{path};
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("timestamp_utc,size_bytes\n");
        QByteArray minute;
        for (int row = 0; row < kRows / 40; ++row)
            minute += "2013-03-05T04:00:30Z,700000\n";
        for (int part = 0; part < 40; ++part)
            file.write(minute);
    }
};

}  // namespace

TEST_CASE("the window goes on while a trace that was dropped is read", "[gui]") {
    const LongTrace trace;
    MainWindow window;
    window.show();
    window.take({trace.path});
    REQUIRE(window.is_reading());
    CHECK(window.document().text().isEmpty());
    REQUIRE(comes_true([&] { return !window.is_reading(); }));
    REQUIRE(window.document().reading().scenario);
    CHECK(to_text(window.document().reading().scenario->start) == "2013-03-01T00:00:00Z");
    window.document().undo_stack().setClean();
    window.close();
}

TEST_CASE("Esc gives up reading a trace, and what was shown stays", "[gui]") {
    const LongTrace trace;
    SavedScenario saved;
    MainWindow window;
    REQUIRE(window.open(saved.path, false).empty());
    window.show();
    const QString before = window.document().text();
    window.take({trace.path});
    REQUIRE(window.is_reading());
    press(window, QKeySequence{Qt::Key_Escape});
    CHECK_FALSE(window.is_reading());
    QApplication::processEvents();
    CHECK(window.document().text() == before);
    window.close();
}

TEST_CASE("a scenario that is opened while a trace is read stays", "[gui]") {
    const LongTrace trace;
    SavedScenario saved;
    MainWindow window;
    window.show();
    window.take({trace.path});
    REQUIRE(window.open(saved.path, false).empty());
    CHECK_FALSE(window.is_reading());
    QApplication::processEvents();
    CHECK(window.document().path() == saved.path);
    window.close();
}

TEST_CASE("a window that is closed while a trace is read is safe", "[gui]") {
    const LongTrace trace;
    {
        MainWindow window;
        window.show();
        window.take({trace.path});
        window.close();
    }
    SUCCEED("it is gone");
}

TEST_CASE("who reads files is told how many, and may stop it", "[gui]") {
    const LongTrace trace;
    std::uint64_t last = 0;
    const auto all = text_for_files(trace.path.toStdString(), [&](std::uint64_t rows) {
        last = rows;
        return true;
    });
    REQUIRE(all);
    CHECK(last == kRows);
    const auto none = text_for_files(trace.path.toStdString(), [&](std::uint64_t rows) {
        last = rows;
        return false;
    });
    REQUIRE_FALSE(none);
    CHECK(none.error().empty());
    CHECK(last < kRows);
}
