#pragma once

#include "core/usage/charge_type.hpp"

#include <QColor>
#include <QPalette>

class QApplication;
class QString;

namespace firn::gui {

/// Who decides between light and dark.
enum class Appearance { desktop, light, dark };

/// The colours of everything that is drawn. The only place that names one.
struct Theme {
    bool is_dark = false;
    QColor page;     ///< behind everything
    QColor surface;  ///< of charts, forms and tables
    QColor text;
    QColor muted;      ///< help, axis labels
    QColor line;       ///< frames, grids
    QColor accent;     ///< what is chosen; the marker
    QColor flat;       ///< the flat region, behind curves
    QColor target;     ///< limits that somebody set
    QColor error;      ///< text
    QColor error_box;  ///< behind such text
};

/// The theme that belongs to a palette.
[[nodiscard]] Theme theme_of(const QPalette& palette);

/// The colour of a charge, the same wherever the charge is shown. Okabe and Ito's set, which people who see
/// colours differently can tell apart (https://jfly.uni-koeln.de/color/, read 2026-11-28), with lighter ones
/// of it for charges that are rare.
[[nodiscard]] QColor colour_of(usage::ChargeType charge);

/// The colour of the n-th curve of a chart that shows no charges; from the same set.
[[nodiscard]] QColor colour_of_curve(int n);

/// Of what adds to an amount, and of what takes from it; from the same set.
[[nodiscard]] QColor colour_of_rise();
[[nodiscard]] QColor colour_of_fall();

/// Style, palette and style sheet of the program. `desktop` asks the desktop, whose answer is kept up with.
void apply(Appearance appearance, QApplication& application);

}  // namespace firn::gui
