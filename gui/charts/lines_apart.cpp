#include "gui/charts/lines_apart.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace firn::gui {

namespace {

constexpr int kLooks = 60;         // along the horizontal axis
constexpr double kNear = 0.008;    // of the vertical axis: the width of a line
constexpr double kGoodPart = 0.4;  // of the looks

/// How high a line is at a place; absent beside it.
std::optional<double> height_at(const Curve& line, double x) {
    const auto right = std::lower_bound(line.points.begin(), line.points.end(), x,
                                        [](const QPointF& point, double at) { return point.x() < at; });
    if (right == line.points.end()) return std::nullopt;
    if (right->x() == x) return right->y();
    if (right == line.points.begin()) return std::nullopt;
    const QPointF& left = *(right - 1);
    const double share = (x - left.x()) / (right->x() - left.x());
    return left.y() + share * (right->y() - left.y());
}

bool do_coincide(const Curve& one, const Curve& other, const PlotContent& content) {
    const double near = kNear * (content.y.to - content.y.from);
    int seen = 0;
    int together = 0;
    for (int look = 0; look <= kLooks; ++look) {
        const double x = content.x.from + (content.x.to - content.x.from) * look / kLooks;
        const auto here = height_at(one, x);
        const auto there = height_at(other, x);
        if (!here || !there) continue;
        ++seen;
        if (std::abs(*here - *there) <= near) ++together;
    }
    return together > 1 && together >= kGoodPart * seen;
}

}  // namespace

void tell_lines_apart(PlotContent& content) {
    std::vector<Curve*> before;
    for (Curve& curve : content.curves) {
        if (curve.drawn != Drawn::line) continue;
        const auto below = std::count_if(before.begin(), before.end(), [&](const Curve* other) {
            return do_coincide(curve, *other, content);
        });
        if (below == 1) curve.dash = Dash::dashed;
        if (below > 1) curve.dash = Dash::dotted;
        before.push_back(&curve);
    }
}

}  // namespace firn::gui
