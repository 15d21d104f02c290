#include "gui/charts/month_plot.hpp"

#include "core/pricing/bill.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace firn::gui {

namespace {

constexpr double kHeadroom = 1.08;

QString tr(const char* text) { return QCoreApplication::translate("MonthPlot", text); }

using Costs = std::map<usage::ChargeType, std::vector<Money>>;  ///< each with every month

Costs costs_of(const pricing::Bill& bill) {
    Costs costs;
    for (std::size_t month = 0; month < bill.periods.size(); ++month) {
        for (const pricing::LineItem& line : bill.periods[month].lines) {
            std::vector<Money>& months = costs[line.charge];
            months.resize(bill.periods.size());
            months[month] += line.cost;
        }
    }
    return costs;
}

Curve bars_of(usage::ChargeType charge, const std::vector<Money>& months, const pricing::Bill& bill) {
    Curve curve{.name = spoken(usage::to_text(charge)), .colour = colour_of(charge), .drawn = Drawn::bar};
    for (std::size_t month = 0; month < months.size(); ++month) {
        curve.points.emplace_back(static_cast<double>(month), position_of(months[month]));
        curve.tips.push_back(months[month].is_zero()
                                 ? QString{}
                                 : QStringLiteral("%1: %2").arg(
                                       curve.name, amount_text(months[month], bill.total, bill.currency)));
    }
    return curve;
}

}  // namespace

PlotContent cost_by_month(const pricing::Bill& bill) {
    PlotContent content;
    content.name = tr("Monthly bills");
    content.description = tr("What each month costs, stacked by charge.");
    content.y.title = tr("Cost of a month, %1").arg(from_utf8(bill.currency));
    content.x.title = tr("Month");
    if (bill.periods.empty()) return content;
    content.x.from = -0.6;
    content.x.to = static_cast<double>(bill.periods.size()) - 0.4;
    content.x.ticks = month_ticks(bill.periods.front().month);
    for (const auto& [charge, months] : costs_of(bill))
        content.curves.push_back(bars_of(charge, months, bill));
    double most = 0;
    double least = 0;
    for (std::size_t month = 0; month < bill.periods.size(); ++month) {
        const pricing::PeriodBill& period = bill.periods[month];
        most = std::max(most, position_of(period.total));
        least = std::min(least, position_of(period.total));
        if (!content.curves.empty())
            content.curves.front().tips[month].prepend(
                QStringLiteral("<b>%1: %2</b>%3")
                    .arg(from_utf8(to_text(period.month)),
                         amount_text(period.total, bill.total, bill.currency),
                         content.curves.front().tips[month].isEmpty() ? QString{} : QStringLiteral("<br>")));
    }
    content.y.from = least * kHeadroom;
    content.y.to = most > 0 ? most * kHeadroom : 1;
    return content;
}

}  // namespace firn::gui
