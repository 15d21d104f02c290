#include "gui/theme.hpp"

#include "gui/desktop_colours.hpp"

#include <QApplication>
#include <QStyleFactory>

#include <array>
#include <cmath>

namespace firn::gui {

namespace {

constexpr QRgb kBlue = 0xff0072b2;
constexpr QRgb kSky = 0xff56b4e9;
constexpr QRgb kOrange = 0xffe69f00;
constexpr QRgb kGreen = 0xff009e73;
constexpr QRgb kVermilion = 0xffd55e00;
constexpr QRgb kPurple = 0xffcc79a7;
constexpr QRgb kYellow = 0xfff0e442;
constexpr QRgb kPaleGreen = 0xff8ad1bd;
constexpr QRgb kPalePurple = 0xffe7c3d7;
constexpr QRgb kPaleOrange = 0xfff5cf80;
constexpr QRgb kGrey = 0xff8a8f98;
constexpr QRgb kPaleGrey = 0xffbfc4cb;
constexpr double kChosenTint = 0.22;  // of a row that is chosen: its text and arrow stay legible

Theme light() {
    return {.is_dark = false,
            .page = QColor{0xf4f6f8},
            .surface = QColor{0xffffff},
            .text = QColor{0x1c2530},
            .muted = QColor{0x5b6673},
            .line = QColor{0xdde2e8},
            .accent = QColor{0x0b62a0},
            .flat = QColor{11, 98, 160, 26},
            .target = QColor{0xb3261e},
            .error = QColor{0xb3261e},
            .error_box = QColor{0xfdecea}};
}

Theme dark() {
    return {.is_dark = true,
            .page = QColor{0x171b20},
            .surface = QColor{0x1f252c},
            .text = QColor{0xe6eaef},
            .muted = QColor{0x9aa5b1},
            .line = QColor{0x343c46},
            .accent = QColor{0x6cb6f0},
            .flat = QColor{108, 182, 240, 36},
            .target = QColor{0xff8a7a},
            .error = QColor{0xff9c8f},
            .error_box = QColor{0x3b2322}};
}

QPalette palette_of(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.page);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.page);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.is_dark ? theme.page : theme.surface);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Light, theme.surface);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.muted);
    return palette;
}

/// So much of a colour on a ground.
QColor tinted(const QColor& ground, const QColor& colour, double share) {
    const auto mixed = [share](int below, int above) {
        return static_cast<int>(std::lround(below + (above - below) * share));
    };
    return QColor{mixed(ground.red(), colour.red()), mixed(ground.green(), colour.green()),
                  mixed(ground.blue(), colour.blue())};
}

/// What the palette alone does not say. %1 to %7: surface, line, text, muted, accent, page, chosen rows.
QString style_sheet(const Theme& theme) {
    return QStringLiteral(R"(
QToolTip { background: %1; color: %3; border: 1px solid %2; padding: 5px; }
QListView#pages { background: %6; border: none; border-right: 1px solid %2; border-radius: 0; padding: 8px 6px; outline: 0; }
QListView#pages::item { padding: 8px 10px; border-radius: 6px; color: %3; }
QListView#pages::item:selected { background: %5; color: %1; }
QListView#pages:focus { border-right: 1px solid %5; }
QTextEdit#answer { font-size: 13pt; font-weight: 600; }
QLabel[quiet="true"] { color: %4; }
QFrame[card="true"] { background: %1; border: 1px solid %2; border-radius: 8px; }
QLineEdit, QPlainTextEdit { background: %1; border: 1px solid %2; border-radius: 5px; padding: 3px 6px; }
QComboBox QLineEdit { border: none; padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid %5; }
QPushButton { background: %1; border: 1px solid %2; border-radius: 6px; padding: 5px 12px; color: %3; }
QPushButton:hover, QPushButton:focus { border-color: %5; }
QPushButton:disabled { color: %4; }
QCheckBox::indicator:unchecked { width: 12px; height: 12px; background: %1; border: 1px solid %4; border-radius: 3px; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 5px 12px; color: %4; }
QTabBar::tab:selected { color: %3; border-bottom: 2px solid %5; }
QTabBar::tab:focus { color: %5; }
QTreeView::item { padding: 3px 0; }
QTableView::item { padding: 0 4px; }
QTreeView, QTableView, QListWidget { background: %1; border: 1px solid %2; border-radius: 8px; gridline-color: %2; }
QTreeView, QTableView { selection-background-color: %7; selection-color: %3; }
QTreeView:focus, QTableView:focus { border: 1px solid %5; }
QHeaderView { background: %1; }
QHeaderView::section { background: %1; color: %4; border: none; border-bottom: 1px solid %2; padding: 5px 6px; }
QScrollArea { border: 1px solid transparent; background: transparent; }
QScrollArea:focus { border: 1px solid %5; border-radius: 6px; }
QTextEdit[scrolled="true"] { background: transparent; border: 1px solid transparent; }
QTextEdit[scrolled="true"]:focus { border: 1px solid %5; border-radius: 6px; }
QStatusBar { color: %4; }
QStatusBar::item { border: none; }
)")
        .arg(theme.surface.name(), theme.line.name(), theme.text.name(), theme.muted.name(),
             theme.accent.name(), theme.page.name(), tinted(theme.surface, theme.accent, kChosenTint).name());
}

void wear(const Theme& theme, QApplication& application) {
    application.setPalette(palette_of(theme));
    application.setStyleSheet(style_sheet(theme));
}

}  // namespace

Theme theme_of(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor colour_of(usage::ChargeType charge) {
    switch (charge) {
        case usage::ChargeType::storage:
            return kBlue;
        case usage::ChargeType::overhead:
            return kSky;
        case usage::ChargeType::requests:
            return kOrange;
        case usage::ChargeType::retrieval:
            return kGreen;
        case usage::ChargeType::retrieval_requests:
            return kPaleGreen;
        case usage::ChargeType::early_deletion:
            return kVermilion;
        case usage::ChargeType::transfer_out:
            return kPurple;
        case usage::ChargeType::copy:
            return kYellow;
        case usage::ChargeType::capacity:
            return kPalePurple;
        case usage::ChargeType::staging:
            return kPaleOrange;
        case usage::ChargeType::adjustment:
            return kGrey;
        case usage::ChargeType::other:
            return kPaleGrey;
    }
    return kPaleGrey;
}

QColor colour_of_curve(int n) {
    constexpr std::array kCurves{kBlue, kOrange, kGreen, kPurple, kVermilion, kSky};
    return kCurves.at(static_cast<std::size_t>(n) % kCurves.size());
}

QColor colour_of_rise() { return kOrange; }

QColor colour_of_fall() { return kBlue; }

void apply(Appearance appearance, QApplication& application) {
    const bool desktop_was_dark = desktop_is_dark();  // asked before our own palette stands in its place
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    switch (appearance) {
        case Appearance::light:
            return wear(light(), application);
        case Appearance::dark:
            return wear(dark(), application);
        case Appearance::desktop:
            wear(desktop_was_dark ? dark() : light(), application);
            return watch_desktop_colours(
                [&application] { wear(desktop_is_dark() ? dark() : light(), application); });
    }
}

}  // namespace firn::gui
