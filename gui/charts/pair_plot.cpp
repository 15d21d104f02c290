#include "gui/charts/pair_plot.hpp"

#include "core/pricing/bill.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.12;  // a label has room above the highest
constexpr double kBoxMargin = 0.8;

QString tr(const char* text) { return QCoreApplication::translate("PairPlot", text); }

/// The month `first` stands at the place `first_place`.
Curve months_of(const pricing::Bill& bill, const QString& name, int colour, BillingPeriod first,
                int first_place) {
    Curve curve{.name = name, .colour = colour_of_curve(colour)};
    for (const pricing::PeriodBill& period : bill.periods) {
        curve.points.emplace_back(first_place + months_between(first, period.month),
                                  position_of(period.total));
        curve.tips.push_back(
            QStringLiteral("%1, %2: %3")
                .arg(name.toHtmlEscaped(), from_utf8(to_text(period.month)),
                     amount_text(period.total, bill) + QChar::Nbsp + from_utf8(bill.currency)));
    }
    if (curve.points.size() == 1) curve.drawn = Drawn::symbol;  // of which there is no line
    return curve;
}

/// Months that are only one are no line: a box for each bill.
Curve box_of(const pricing::Bill& bill, const QString& name, int place) {
    Curve curve{.name = name, .colour = {}, .drawn = Drawn::step};
    const Money& cost = bill.periods.front().total;
    curve.points.emplace_back(place, position_of(cost));
    curve.spans.push_back({0, position_of(cost)});
    curve.colours.push_back(colour_of_curve(place));
    curve.labels.push_back(amount_text(cost, bill));
    curve.tips.push_back(QStringLiteral("%1, %2: %3 %4")
                             .arg(name.toHtmlEscaped(), from_utf8(to_text(bill.periods.front().month)),
                                  amount_text(cost, bill), from_utf8(bill.currency)));
    return curve;
}

void show_boxes(PlotContent& content, const pricing::Bill& here, const QString& name_here,
                const pricing::Bill& there, const QString& name_there) {
    content.curves = {box_of(here, name_here, 0), box_of(there, name_there, 1)};
    content.x = {.title = {},
                 .from = -kBoxMargin,
                 .to = 1 + kBoxMargin,
                 .ticks = name_ticks({name_here, name_there}),
                 .label_rows = 2};
}

bool have_months_in_common(const pricing::Bill& a, const pricing::Bill& b) {
    return a.periods.front().month <= b.periods.back().month &&
           b.periods.front().month <= a.periods.back().month;
}

void show_calendar(PlotContent& content, const pricing::Bill& here, const QString& name_here,
                   const pricing::Bill& there, const QString& name_there) {
    const BillingPeriod first = std::min(here.periods.front().month, there.periods.front().month);
    content.curves = {months_of(here, name_here, 0, first, 0), months_of(there, name_there, 1, first, 0)};
    content.x.title = tr("Month");
    content.x.ticks = month_ticks(first);
    content.x.from = 0;
}

/// What lies between both lines, in the months that both bills have.
Band difference_of(const Curve& here, const Curve& there) {
    Band band{.name = tr("Difference"), .colour = colour_of(usage::ChargeType::adjustment)};
    for (const QPointF& point : here.points) {
        const auto same = std::find_if(there.points.begin(), there.points.end(),
                                       [&](const QPointF& other) { return other.x() == point.x(); });
        if (same == there.points.end()) continue;
        band.lower.emplace_back(point.x(), std::min(point.y(), same->y()));
        band.upper.emplace_back(point.x(), std::max(point.y(), same->y()));
    }
    return band;
}

/// Years that neither bill has would be most of the axis: each bill begins with its first month.
void show_counted(PlotContent& content, const pricing::Bill& here, const QString& name_here,
                  const pricing::Bill& there, const QString& name_there) {
    const BillingPeriod begin_here = here.periods.front().month;
    const BillingPeriod begin_there = there.periods.front().month;
    content.curves = {months_of(here, name_here, 0, begin_here, 1),
                      months_of(there, name_there, 1, begin_there, 1)};
    content.x.title = tr("Month since the beginning: 1 is %1 of %2, and %3 of %4")
                          .arg(from_utf8(to_text(begin_here)), shortened(name_here),
                               from_utf8(to_text(begin_there)), shortened(name_there));
    content.x.ticks = count_ticks;
    content.x.from = 1;
}

void show_months(PlotContent& content, const pricing::Bill& here, const QString& name_here,
                 const pricing::Bill& there, const QString& name_there) {
    const auto show = have_months_in_common(here, there) ? show_calendar : show_counted;
    show(content, here, name_here, there, name_there);
    content.x.to = content.x.from;
    for (const Curve& curve : content.curves)
        content.x.to = std::max(content.x.to, curve.points.back().x());
    Band difference = difference_of(content.curves[0], content.curves[1]);
    if (difference.lower.size() > 1) content.bands.push_back(std::move(difference));
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
    content.y.title = tr("Cost of a month, %1").arg(currencies(here, there));
    if (here.periods.empty() || there.periods.empty()) return content;
    const bool is_one_month = here.periods.size() == 1 && there.periods.size() == 1;
    const auto show = is_one_month ? show_boxes : show_months;
    show(content, here, from_utf8(name_here), there, from_utf8(name_there));
    content.y.to = 0;
    for (const Curve& curve : content.curves) {
        for (const QPointF& point : curve.points) {
            content.y.to = std::max(content.y.to, point.y() * kHeadroom);
            content.y.from = std::min(content.y.from, point.y() * kHeadroom);
        }
    }
    if (content.y.to <= content.y.from) content.y.to = content.y.from + 1;
    return content;
}

}  // namespace firn::gui
