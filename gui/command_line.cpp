#include "gui/command_line.hpp"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace firn::gui {

namespace {

constexpr int kWrongUsage = 2;
constexpr int kMostScale = 4;
constexpr int kMostPixels = 8192;

[[noreturn]] void end(const QString& text, std::FILE* stream, int code) {
    std::fputs(text.toUtf8().constData(), stream);
    std::exit(code);  // NOLINT(concurrency-mt-unsafe): nothing runs yet
}

[[noreturn]] void refuse(const QString& what) {
    end(QStringLiteral("error: %1\nfirn-gui --help shows all options\n").arg(what), stderr, kWrongUsage);
}

std::optional<Appearance> appearance_of(const QString& word) {
    if (word == QStringLiteral("light")) return Appearance::light;
    if (word == QStringLiteral("dark")) return Appearance::dark;
    if (word == QStringLiteral("desktop")) return Appearance::desktop;
    return std::nullopt;
}

QSize size_of(const QString& text) {
    const QStringList sides = text.split(QLatin1Char{'x'});
    const QSize size{sides.value(0).toInt(), sides.value(1).toInt()};
    if (sides.size() != 2 || size.width() < 1 || size.height() < 1 || size.width() > kMostPixels ||
        size.height() > kMostPixels)
        refuse(QStringLiteral("--size takes a width and a height up to 8192, such as 1280x720"));
    return size;
}

QCommandLineOption file_option(const char* name, const char* help) {
    return QCommandLineOption{QString::fromUtf8(name), QString::fromUtf8(help), QStringLiteral("FILE")};
}

/// Before there is an application the parser does not know how the program is called.
QString help_of(const QCommandLineParser& parser) {
    return parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("firn-gui"));
}

}  // namespace

CommandLine read_command_line(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The window of Firn: plans an archive backup before anyone pays for it."));
    const QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Shows this.")};
    const QCommandLineOption version{QStringLiteral("version"), QStringLiteral("Shows the version.")};
    const QCommandLineOption screenshots{
        QStringLiteral("screenshots"),
        QStringLiteral("Draws every page of SCENARIO, without a display, to DIR."), QStringLiteral("DIR")};
    const QCommandLineOption scale{QStringLiteral("scale"),
                                   QStringLiteral("Density of the screenshots, 1 to 4 [1]."),
                                   QStringLiteral("N"), QStringLiteral("1")};
    const QCommandLineOption size{QStringLiteral("size"),
                                  QStringLiteral("Size of the window on the screenshots [1280x720]."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x720")};
    const QCommandLineOption locale{
        QStringLiteral("locale"),
        QStringLiteral("Whose separators numbers have, such as de_DE [the desktop's; en_US on screenshots]."),
        QStringLiteral("NAME")};
    const QCommandLineOption theme{QStringLiteral("theme"),
                                   QStringLiteral("light, dark or desktop [as chosen last]."),
                                   QStringLiteral("THEME")};
    const QCommandLineOption beside{QStringLiteral("beside"),
                                    QStringLiteral("Shows another scenario beside SCENARIO."),
                                    QStringLiteral("OTHER")};
    const QCommandLineOption report = file_option("report", "For Reconcile: what the vendor reports.");
    const QCommandLineOption bucket{QStringLiteral("bucket"),
                                    QStringLiteral("For Reconcile: only this bucket or vault."),
                                    QStringLiteral("NAME")};
    const QCommandLineOption expected =
        file_option("expected", "For Reconcile: a usage file in place of the scenario.");
    const QCommandLineOption budget = file_option("budget", "For Variance: a frozen forecast.");
    const QCommandLineOption actual = file_option("actual", "For Variance: what was billed.");
    const QCommandLineOption through{QStringLiteral("through"),
                                     QStringLiteral("For Variance: the last day that is billed."),
                                     QStringLiteral("DATE")};
    parser.addOptions({help, version, screenshots, scale, size, locale, theme, beside, report, bucket,
                       expected, budget, actual, through});
    parser.addPositionalArgument(QStringLiteral("SCENARIO"),
                                 QStringLiteral("A scenario, a usage file, or files to make a scenario for."),
                                 QStringLiteral("[SCENARIO]"));
    if (!parser.parse(arguments)) refuse(parser.errorText());
    if (parser.isSet(help)) end(help_of(parser), stdout, 0);
    if (parser.isSet(version)) end(QStringLiteral("firn-gui " FIRN_VERSION "\n"), stdout, 0);
    if (parser.positionalArguments().size() > 1) refuse(QStringLiteral("one scenario at a time"));
    CommandLine line;
    line.path = parser.positionalArguments().value(0);
    line.screenshots = parser.value(screenshots);
    line.beside = parser.value(beside);
    line.scale = parser.value(scale).toInt();
    if (line.scale < 1 || line.scale > kMostScale) refuse(QStringLiteral("--scale takes 1 to 4"));
    if (parser.isSet(screenshots) && line.path.isEmpty())
        refuse(QStringLiteral("--screenshots needs a scenario"));
    if (!line.beside.isEmpty() && line.path.isEmpty())
        refuse(QStringLiteral("--beside needs a scenario to stand beside"));
    line.size = size_of(parser.value(size));
    line.locale = parser.value(locale);
    line.report = parser.values(report);
    line.bucket = parser.value(bucket);
    line.expected = parser.value(expected);
    line.budget = parser.value(budget);
    line.actual = parser.values(actual);
    line.through = parser.value(through);
    if (!parser.isSet(theme)) return line;
    line.appearance = appearance_of(parser.value(theme));
    if (!line.appearance) refuse(QStringLiteral("--theme takes light, dark or desktop"));
    return line;
}

}  // namespace firn::gui
