#include "gui/charts/pair_plot.hpp"

#include "core/pricing/bill.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.08;

QString tr(const char* text) { return QCoreApplication::translate("PairPlot", text); }

Curve months_of(const pricing::Bill& bill, const QString& name, int colour, BillingPeriod first) {
    Curve curve{.name = name, .colour = colour_of_curve(colour)};
    for (const pricing::PeriodBill& period : bill.periods) {
        curve.points.emplace_back(static_cast<double>(months_between(first, period.month)),
                                  position_of(period.total));
        curve.tips.push_back(QStringLiteral("%1, %2: %3")
                                 .arg(name.toHtmlEscaped(), from_utf8(to_text(period.month)),
                                      amount_text(period.total, bill.total, bill.currency)));
    }
    return curve;
}

QString currencies(const pricing::Bill& here, const pricing::Bill& there) {
    const QString first = from_utf8(here.currency);
    return here.currency == there.currency ? first
                                           : first + QStringLiteral(" / ") + from_utf8(there.currency);
}

}  // namespace

PlotContent cost_of_two(const pricing::Bill& here, const std::string& name_here, const pricing::Bill& there,
                        const std::string& name_there) {
    PlotContent content;
    content.name = tr("Both bills by month");
    content.description = tr("What each month costs in both scenarios.");
    content.x.title = tr("Month");
    content.y.title = tr("Cost of a month, %1").arg(currencies(here, there));
    if (here.periods.empty() || there.periods.empty()) return content;
    const BillingPeriod first = std::min(here.periods.front().month, there.periods.front().month);
    content.curves = {months_of(here, from_utf8(name_here), 0, first),
                      months_of(there, from_utf8(name_there), 1, first)};
    content.x.ticks = month_ticks(first);
    content.y.to = 0;
    for (const Curve& curve : content.curves) {
        for (const QPointF& point : curve.points) {
            content.x.to = std::max(content.x.to, point.x());
            content.y.to = std::max(content.y.to, point.y() * kHeadroom);
            content.y.from = std::min(content.y.from, point.y() * kHeadroom);
        }
    }
    if (content.y.to <= content.y.from) content.y.to = content.y.from + 1;
    return content;
}

}  // namespace firn::gui
