#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application{argc, argv};
    QApplication::setOrganizationName(QStringLiteral("firn-tests"));
    QApplication::setApplicationName(QStringLiteral("firn-gui-tests"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
    return Catch::Session().run(argc, argv);
}
