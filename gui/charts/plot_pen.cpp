#include "gui/charts/plot_pen.hpp"

namespace firn::gui {

QPen pen_of(const QColor& colour, double width, Dash dash) {
    QPen pen{colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
    switch (dash) {
        case Dash::none:
            return pen;
        case Dash::dashed:
            pen.setDashPattern({5, 4});  // in widths of the pen
            return pen;
        case Dash::dotted:
            pen.setDashPattern({2, 7});
            return pen;
    }
    return pen;
}

}  // namespace firn::gui
