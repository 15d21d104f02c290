#include "core/answers/file_kind.hpp"
#include "core/diag/diagnostic.hpp"
#include "gui/command_line.hpp"
#include "gui/main_window.hpp"
#include "gui/pages/reconcile_page.hpp"
#include "gui/pages/variance_page.hpp"
#include "gui/screenshots.hpp"
#include "gui/text.hpp"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QSettings>

#include <cstdio>

namespace {

using namespace firn::gui;

/// What must be known before there is an application: where it draws, and how densely.
void prepare(const CommandLine& line) {
    const bool has_display =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool draws_only = !line.screenshots.isEmpty();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && (draws_only || !has_display))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (draws_only) qputenv("QT_SCALE_FACTOR", QByteArray::number(line.scale));
    // A locale without separators would run the digits of large amounts together.
    if (!line.locale.isEmpty())
        QLocale::setDefault(QLocale{line.locale});
    else if (draws_only || QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
}

Appearance appearance_of(const CommandLine& line) {
    if (line.appearance) return *line.appearance;
    if (!line.screenshots.isEmpty()) return Appearance::light;
    return static_cast<Appearance>(QSettings{}.value(QStringLiteral("appearance"), 0).toInt());
}

/// Gives the pages that compare what they compare with.
void give_files(MainWindow& window, const CommandLine& line) {
    if (!line.report.isEmpty()) window.reconcile().show_billed(line.report);
    if (!line.expected.isEmpty()) window.reconcile().show_expected(line.expected);
    window.reconcile().show_part(line.bucket, {});
    if (!line.budget.isEmpty()) window.variance().show_budget(line.budget);
    if (!line.actual.isEmpty()) window.variance().show_billed(line.actual);
    window.variance().show_through(line.through);
}

/// Opens what is named. Files are read while the window is there already; false where the window has nothing
/// to show, which has been said.
bool begin(MainWindow& window, const CommandLine& line) {
    using firn::answers::FileKind;
    if (line.path.isEmpty()) {
        window.begin();
        return true;
    }
    const bool draws_only = !line.screenshots.isEmpty();
    const bool are_files =
        QFileInfo::exists(line.path) && firn::answers::kind_of_file(to_utf8(line.path)) == FileKind::files;
    if (are_files && !draws_only) {
        window.take({line.path});
        return true;
    }
    const firn::Diagnostics faults = window.open(line.path, !draws_only);
    if (!faults.empty()) std::fputs(firn::to_text(faults).c_str(), stderr);
    return faults.empty();
}

int draw(MainWindow& window, const CommandLine& line) {
    if (write_screenshots(window, line.screenshots, line.size)) return 0;
    std::fputs("error: the pictures could not be written\n", stderr);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const CommandLine line = read_command_line(arguments);
    prepare(line);
    QApplication application{argc, argv};
    QApplication::setOrganizationName(QStringLiteral("firn"));
    QApplication::setApplicationName(QStringLiteral("firn-gui"));
    QApplication::setApplicationDisplayName(QStringLiteral("Firn"));
    QApplication::setApplicationVersion(QStringLiteral(FIRN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("firn-gui"));
    QApplication::setWindowIcon(QIcon{QStringLiteral(":/icons/firn-gui.svg")});
    apply(appearance_of(line), application);
    MainWindow window;
    if (!begin(window, line)) return 1;
    if (!line.beside.isEmpty()) window.show_beside(line.beside);
    give_files(window, line);
    if (!line.screenshots.isEmpty()) return draw(window, line);
    window.show();
    return QApplication::exec();
}
