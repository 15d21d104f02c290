#pragma once

#include "gui/theme.hpp"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace firn::gui {

/// What the command line of the window says.
struct CommandLine {
    QString path{};         ///< to open
    QString beside{};       ///< another scenario, to be shown beside it
    QString screenshots{};  ///< a folder; empty: a window is opened
    int scale = 1;          ///< pixels of a screenshot for each of the window's
    QSize size{1280, 720};  ///< of the window on a screenshot
    QString locale{};       ///< "de_DE": whose separators numbers have; empty: the desktop's
    std::optional<Appearance> appearance{};
    // For the pages that compare:
    QStringList report{};  ///< what the vendor reports
    QString bucket{};      ///< only this one of it
    QString expected{};    ///< a usage file in place of the scenario
    QString budget{};      ///< a frozen forecast
    QStringList actual{};  ///< what was billed
    QString through{};     ///< the last day of it
};

/// Reads it, before there is an application; prints help, the version or what is wrong and ends the program
/// with 0 or 2.
[[nodiscard]] CommandLine read_command_line(const QStringList& arguments);

}  // namespace firn::gui
