#include "gui/charts/plot_pen.hpp"

namespace firn::gui {

QPen pen_of(const QColor& colour, double width, Dash dash) {
    QPen pen{colour, width};
    switch (dash) {
        case Dash::none:
            return pen;
        case Dash::dashed:
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({5, 4});  // in widths of the pen
            return pen;
        case Dash::dotted:
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({2, 7});
            return pen;
    }
    return pen;
}

}  // namespace firn::gui
